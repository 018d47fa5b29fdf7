import type { Fault } from '../simulated-device.ts';
import type { LineFault } from './line-fault.ts';
import { seededRandom } from './random.ts';

/** What is wrong with one device of a fleet: on its line or on its command line, or neither. */
export interface PlannedFault {
	readonly fault: Fault;
	readonly lineFault?: LineFault;
}

const FAULTS: readonly Exclude<Fault, 'none'>[] = [
	'unreachable',
	'auth-failed',
	'wrong-host-key',
	'silent',
	'resets-once',
	'truncated',
	'dropped',
	'hang',
	'drips',
	'reloads',
	'garbled',
	'logs-in-between',
	'prompts-in-between',
	'echoes-twice',
	'renames-itself',
	'pages-always',
	'pager-sticks',
	'clock-jumps',
	'rejects',
];

const LINE_FAULTS: readonly LineFault['kind'][] = ['reset', 'end', 'hang', 'drip', 'flood', 'garble'];

/** Where a line breaks: in the handshake as often as in the config behind it. */
const HANDSHAKE_BYTES = 2_000;
const CONFIG_BYTES = 30_000;

/**
 * Plans what goes wrong in a fleet: the same seed, the same plan.
 *
 * @param options.share - 0–1: how many of the devices have a fault
 */
export function planFaults(
	count: number,
	{ seed, share }: { readonly seed: number; readonly share: number },
): readonly PlannedFault[] {
	const random = seededRandom(seed);
	const below = (bound: number): number => Math.floor(random() * bound);
	return Array.from({ length: count }, (): PlannedFault => {
		if (random() >= share) return { fault: 'none' };
		if (random() < 0.5) return { fault: FAULTS[below(FAULTS.length)] ?? 'none' };
		const kind = LINE_FAULTS[below(LINE_FAULTS.length)] ?? 'reset';
		const afterBytes = random() < 0.5 ? below(HANDSHAKE_BYTES) : HANDSHAKE_BYTES + below(CONFIG_BYTES);
		return { fault: 'none', lineFault: { kind, afterBytes, seed: below(1_000_000) } };
	});
}
