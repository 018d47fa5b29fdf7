import { LoginFuse } from '../../adapters/connection/login-fuse.ts';
import { NetconfDeviceAdapter } from '../../adapters/netconf/netconf-device-adapter.ts';
import { RestDeviceAdapter } from '../../adapters/rest/rest-device-adapter.ts';
import { SshDeviceAdapter } from '../../adapters/ssh/ssh-device-adapter.ts';
import { Bastions } from '../../adapters/ssh-connection/bastions.ts';
import type { KnownHosts } from '../../adapters/ssh-connection/host-keys.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import type { DeviceTransport } from '../../domain/platform/transports.ts';
import type { Clock, DeviceAdapter } from '../../use-cases/ports.ts';

/** What the adapters of all transports need of a fleet. */
export interface TransportOptions {
	readonly platforms: PlatformRegistry;
	/** By device name. */
	readonly connections: ReadonlyMap<string, Connection>;
	readonly knownHosts: KnownHosts | null;
	/** PEM text of each `caFile` that a connection names. */
	readonly authorities: ReadonlyMap<string, string>;
	readonly clock: Clock;
	/** Numbers in [0, 1). */
	readonly random: () => number;
}

/** One adapter for the whole fleet: each device is fetched by its own transport and never by another. */
export function openAdapterByTransport({
	platforms,
	connections,
	knownHosts,
	authorities,
	clock,
	random,
}: TransportOptions): DeviceAdapter {
	const platformOf = (name: string): Platform => {
		const platform = platforms.resolve(name);
		if (platform === null) throw new Error(`the fleet was loaded with an unknown platform ${name}`);
		return platform;
	};
	const bastions = new Bastions({ knownHosts, clock, random });
	const shared = { connections, platformOf, bastions };
	const overSsh = { ...shared, knownHosts, random, logins: new LoginFuse() };
	const adapters: Readonly<Record<DeviceTransport, DeviceAdapter>> = {
		ssh: new SshDeviceAdapter(overSsh),
		netconf: new NetconfDeviceAdapter(overSsh),
		rest: new RestDeviceAdapter({ ...shared, authorities, clock }),
	};
	return {
		fetchConfig(device, signal, listener) {
			if (device.transport === 'file') throw new Error('a file is read by an adapter of its own');
			return adapters[device.transport].fetchConfig(device, signal, listener);
		},
		async [Symbol.asyncDispose]() {
			await Promise.all(Object.values(adapters).map((adapter) => adapter[Symbol.asyncDispose]()));
			await bastions[Symbol.asyncDispose]();
		},
	};
}
