import type { Fault } from '../simulated-device.ts';
import type { LineFault } from './line-fault.ts';
import { seededRandom } from './random.ts';

/** What is wrong with one device of a fleet: on its line or on its command line, or neither. */
export interface PlannedFault {
	readonly fault: Fault;
	readonly lineFault?: LineFault;
}

/** Records, so that a fault that is added later cannot be left out. */
const FAULTS: Readonly<Record<Exclude<Fault, 'none'>, true>> = {
	unreachable: true,
	'auth-failed': true,
	'wrong-host-key': true,
	silent: true,
	'resets-once': true,
	truncated: true,
	dropped: true,
	hang: true,
	drips: true,
	reloads: true,
	floods: true,
	garbled: true,
	'logs-in-between': true,
	'prompts-in-between': true,
	'echoes-twice': true,
	'renames-itself': true,
	'pages-always': true,
	'pager-sticks': true,
	'clock-jumps': true,
	rejects: true,
};

const LINE_FAULTS: Readonly<Record<LineFault['kind'], true>> = {
	reset: true,
	end: true,
	hang: true,
	drip: true,
	flood: true,
	garble: true,
};

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
	const oneOf = <Name extends string>(names: Readonly<Record<Name, true>>): Name => {
		const all = Object.keys(names) as Name[];
		return all[below(all.length)] as Name;
	};
	return Array.from({ length: count }, (): PlannedFault => {
		if (random() >= share) return { fault: 'none' };
		if (random() < 0.5) return { fault: oneOf(FAULTS) };
		const kind = oneOf(LINE_FAULTS);
		const afterBytes = random() < 0.5 ? below(HANDSHAKE_BYTES) : HANDSHAKE_BYTES + below(CONFIG_BYTES);
		return { fault: 'none', lineFault: { kind, afterBytes, seed: below(1_000_000) } };
	});
}
