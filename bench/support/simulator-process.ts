import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FleetRecipe } from './bench-fleet.ts';

/** Where each device listens on loopback, by its name. */
export type PortsOfDevices = Readonly<Record<string, number>>;

export interface SimulatorProcess extends AsyncDisposable {
	readonly ports: PortsOfDevices;
}

/** Simulates a fleet in another process until it is disposed of. */
export async function startSimulatorProcess(recipe: FleetRecipe): Promise<SimulatorProcess> {
	const child = fork(fileURLToPath(new URL('./serve-devices.ts', import.meta.url)), [JSON.stringify(recipe)]);
	const exited = once(child, 'exit');
	const [ports] = (await Promise.race([
		once(child, 'message'),
		exited.then(([code]) => Promise.reject(new Error(`the simulator ended with ${code} before it listened`))),
	])) as [PortsOfDevices];
	return {
		ports,
		async [Symbol.asyncDispose]() {
			if (child.connected) child.disconnect();
			await exited;
		},
	};
}
