import { SshDeviceAdapter } from '../adapters/ssh/ssh-device-adapter.ts';
import { Bastions } from '../adapters/ssh-connection/bastions.ts';
import type { KnownHosts } from '../adapters/ssh-connection/host-keys.ts';
import type { Transport } from '../domain/device.ts';
import type { Platform } from '../domain/platform.ts';
import { platforms } from '../platforms/index.ts';
import type { Clock, Connection, DeviceAdapter } from '../use-cases/ports.ts';

export interface TransportOptions {
	/** By device name. */
	readonly connections: ReadonlyMap<string, Connection>;
	readonly knownHosts: KnownHosts | null;
	readonly clock: Clock;
}

/** One adapter for the whole fleet: each device is fetched by its own transport and never by another. */
export function openAdapterByTransport({ connections, knownHosts, clock }: TransportOptions): DeviceAdapter {
	const bastions = new Bastions({ knownHosts, clock });
	const adapters: Partial<Record<Transport, DeviceAdapter>> = {
		ssh: new SshDeviceAdapter({ connections, platformOf, knownHosts, bastions }),
	};
	return {
		fetchConfig(device, signal) {
			const adapter = adapters[device.transport];
			if (adapter === undefined) throw new Error(`no adapter for the transport ${device.transport}`);
			return adapter.fetchConfig(device, signal);
		},
		async [Symbol.asyncDispose]() {
			await Promise.all(Object.values(adapters).map((adapter) => adapter[Symbol.asyncDispose]()));
			await bastions[Symbol.asyncDispose]();
		},
	};
}

function platformOf(name: string): Platform {
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`the fleet was loaded with an unknown platform ${name}`);
	return platform;
}
