import { planFaults } from '../../src/simulator/faults/fault-plan.ts';
import type { SimulatedDevice } from '../../src/simulator/simulated-device.ts';
import { demoPassword } from '../../src/simulator/simulated-keys.ts';
import { candidateOf, deviceConfig, driftedFrom } from './device-config.ts';

/**
 * A fleet in a few words, so that the process that simulates it and the one that writes its repository make the same one.
 *
 * - `snowflakes`: no two devices alike; `one-in-twenty` resets the first connection of every twentieth
 * - `uniform`: equal sizes and times; of every hundred so many run twenty lines that nobody wrote down
 * - `faulty`: small devices, a share of which has a fault each, as a seed has it
 */
export type FleetRecipe =
	| { readonly kind: 'snowflakes'; readonly count: number; readonly resets: 'one-in-twenty' | 'never' }
	| {
			readonly kind: 'uniform';
			readonly count: number;
			readonly lines: number;
			readonly latencyMs: number;
			readonly commandMs: number;
			/** @default 0 */
			readonly driftedPercent?: number;
	  }
	| { readonly kind: 'faulty'; readonly count: number; readonly seed: number; readonly share: number };

export interface BenchDevice {
	readonly simulated: SimulatedDevice;
	readonly intended: string;
	/** The intended config in a pull request that touches every device. */
	readonly candidate: string;
}

export const benchLogin = {
	username: 'auditor',
	password: demoPassword('login'),
	enable: demoPassword('enable'),
} as const;

const SMALLEST_LINES = 200;
const LARGEST_LINES = 20_000;
const LONGEST_LATENCY_MS = 150;
const LONGEST_COMMAND_MS = 8_000;

export function benchFleet(recipe: FleetRecipe): readonly BenchDevice[] {
	if (recipe.kind === 'faulty') return faultyFleet(recipe);
	return Array.from({ length: recipe.count }, (_, index) =>
		recipe.kind === 'snowflakes' ? snowflake(index, recipe.resets) : uniformDevice(index, recipe),
	);
}

function snowflake(index: number, resets: 'one-in-twenty' | 'never'): BenchDevice {
	const name = `snowflake-${index}`;
	// Small devices are common and large ones rare, so the logarithm is what is spread evenly.
	const lines = Math.round(SMALLEST_LINES * (LARGEST_LINES / SMALLEST_LINES) ** spread(index, 1));
	const intended = deviceConfig({ name, lines, seed: index });
	return {
		intended,
		candidate: candidateOf(intended),
		simulated: {
			...simulatedFrom(name, index % 10 === 3 ? driftedFrom(intended) : intended),
			platform: index % 2 === 0 ? 'cisco_ios' : 'arista_eos',
			enablePassword: index % 3 === 0 ? null : benchLogin.enable,
			latencyMs: Math.round(1 + (LONGEST_LATENCY_MS - 1) * spread(index, 2)),
			commandMs: Math.round(LONGEST_COMMAND_MS * spread(index, 3)),
			pageLines: 20 + (index % 40),
			fault: resets === 'one-in-twenty' && index % 20 === 7 ? 'resets-once' : 'none',
			banner: `${name}: authorised users only.\n${'Sessions are recorded. '.repeat(index % 12)}\n`,
		},
	};
}

interface UniformDeviceOptions {
	readonly lines: number;
	readonly latencyMs: number;
	readonly commandMs: number;
	readonly driftedPercent?: number;
}

function uniformDevice(
	index: number,
	{ lines, latencyMs, commandMs, driftedPercent = 0 }: UniformDeviceOptions,
): BenchDevice {
	const name = `router-${index}`;
	const config = (): string => deviceConfig({ name, lines, seed: index });
	// Written out when somebody looks: ten thousand of them would take a gigabyte.
	return {
		get intended() {
			return config();
		},
		get candidate() {
			return candidateOf(config());
		},
		simulated: {
			...simulatedFrom(name, ''),
			latencyMs,
			commandMs,
			get runningConfig() {
				return index % 100 < driftedPercent ? driftedFrom(config(), { lines: 20 }) : config();
			},
		},
	};
}

function faultyFleet({ count, seed, share }: { count: number; seed: number; share: number }): readonly BenchDevice[] {
	return planFaults(count, { seed, share }).map((planned, index) => {
		const name = `device-${index}`;
		const intended = deviceConfig({ name, lines: 600, seed: index });
		return { intended, candidate: candidateOf(intended), simulated: { ...simulatedFrom(name, intended), ...planned } };
	});
}

function simulatedFrom(name: string, runningConfig: string): SimulatedDevice {
	return {
		name,
		platform: 'cisco_ios',
		runningConfig,
		username: benchLogin.username,
		password: benchLogin.password,
		publicKey: null,
		enablePassword: benchLogin.enable,
		latencyMs: 0,
		commandMs: 0,
		pageLines: 24,
		fault: 'none',
	};
}

/** From 0 to 1, evenly over any run of indexes, and differently for each purpose (Roberts' low-discrepancy sequence). */
function spread(index: number, purpose: 1 | 2 | 3): number {
	return (0.5 + (index + 1) / 1.220_744_084_605_76 ** purpose) % 1;
}
