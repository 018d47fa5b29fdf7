import { personalityOf } from './personalities.ts';
import { createSessionLog, type SessionCounters, type SessionLog } from './session-counters.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { type SwitchedOn, switchOn } from './switch-on.ts';

/** Which devices to simulate, and where they listen. */
export interface StartFleetOptions {
	readonly devices: readonly SimulatedDevice[];
	/**
	 * `ephemeral` gives every device a free port; `as-configured` its own.
	 * @default 'ephemeral'
	 */
	readonly ports?: 'as-configured' | 'ephemeral';
	/** @default '127.0.0.1' */
	readonly host?: string;
}

/** Devices that answer on loopback until the fleet is disposed of. */
export interface SimulatedFleet extends AsyncDisposable {
	readonly host: string;
	/** Where a device listens (or refuses). Throws for a name that is not in the fleet. */
	portOf(name: string): number;
	/** By device name; the numbers move on while the fleet runs. */
	readonly sessions: ReadonlyMap<string, SessionCounters>;
}

/** Switches the whole fleet on. When one device cannot be, none stays on and the promise rejects. */
export async function startSimulatedFleet({
	devices,
	ports = 'ephemeral',
	host = '127.0.0.1',
}: StartFleetOptions): Promise<SimulatedFleet> {
	const sessions = new Map<string, SessionLog>();
	const running = new Map<string, SwitchedOn>();
	await using startUp = new AsyncDisposableStack();
	for (const device of devices) {
		if (sessions.has(device.name)) throw new Error(`two simulated devices are called ${device.name}`);
		const log = createSessionLog();
		const personality = personalityOf(device.platform);
		const port = ports === 'ephemeral' ? 0 : configuredPortOf(device);
		const switchedOn = await switchOn(device, { host, port, personality, log }).catch((error: unknown) => {
			throw new Error(`simulated device ${device.name} cannot have port ${port} of ${host}`, { cause: error });
		});
		startUp.defer(() => switchedOn.close());
		sessions.set(device.name, log);
		running.set(device.name, switchedOn);
	}
	const started = startUp.move();

	return {
		host,
		sessions,
		portOf(name) {
			const port = running.get(name)?.port;
			if (port === undefined) throw new Error(`no simulated device is called ${name}`);
			return port;
		},
		[Symbol.asyncDispose]: () => started.disposeAsync(),
	};
}

function configuredPortOf({ name, port }: SimulatedDevice): number {
	if (port !== undefined) return port;
	throw new Error(`simulated device ${name} has no port of its own; start it with ports: 'ephemeral'`);
}
