import type { SimulatedDevice } from '../../../src/simulator/simulated-device.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../simulated-device.ts';
import { fleetYml, intendedPath } from './fleet-yml.ts';
import type { Hosting } from './hosting.ts';
import { iosConfig } from './ios-config.ts';

/** Two devices, one of them with drift. */
const twoDevices: readonly SimulatedDevice[] = [
	simulatedDevice({ name: 'edge-1', runningConfig: iosConfig('edge-1') }),
	simulatedDevice({ name: 'edge-2', runningConfig: iosConfig('edge-2', { timers: '5 15' }) }),
];

export function startTwoDevices(): Promise<SimulatedFleet> {
	return startSimulatedFleet({ devices: twoDevices });
}

/** Commits a fleet of the two devices to main, and a change to both on a branch. */
export async function proposeSmallChange(
	{ checkout, github }: Hosting,
	fleet: SimulatedFleet,
): Promise<{ readonly base: string; readonly head: string }> {
	const configs = (mtu: number): Record<string, string> =>
		Object.fromEntries(twoDevices.map(({ name }) => [intendedPath(name), iosConfig(name, { mtu })]));
	const base = await checkout.commit({ 'fleet.yml': fleetYml(fleet, twoDevices), ...configs(1500) });
	await checkout.branch('change');
	const head = await checkout.commit(configs(9000));
	github.state.mergeBases.set(`${base}...${head}`, base);
	return { base, head };
}

/** TCP connections that the devices have seen. */
export function connectionsOf({ sessions }: SimulatedFleet): number {
	return [...sessions.values()].reduce((sum, { connections }) => sum + connections, 0);
}
