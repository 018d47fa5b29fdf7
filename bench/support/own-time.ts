import { runBareClient } from './bare-client.ts';
import { benchFleet, type FleetRecipe } from './bench-fleet.ts';
import { startSimulatorProcess } from './simulator-process.ts';

/** Round trips of a session with banner, enable and pager, more or less: good enough to tell who might be slowest. */
const ROUND_TRIPS = 12;
const CANDIDATES = 3;

/**
 * What the slowest device of a fleet takes by itself, in milliseconds: a bare client asks those that might be it, one at a
 * time. Nobody who asks all of them can be done sooner.
 */
export async function slowestOwnTimeMs(recipe: FleetRecipe, bareClient: string): Promise<number> {
	const slowest = benchFleet(recipe)
		.map(({ simulated: { name, latencyMs, commandMs } }) => ({ name, ms: commandMs + ROUND_TRIPS * latencyMs }))
		.toSorted((one, other) => other.ms - one.ms)
		.slice(0, CANDIDATES);
	await using simulator = await startSimulatorProcess(recipe);
	const ports = Object.fromEntries(slowest.map(({ name }) => [name, simulator.ports[name] ?? 0]));
	const { result } = await runBareClient({ file: bareClient, ports, concurrency: 1 });
	return Math.max(...Object.values(result.milliseconds));
}
