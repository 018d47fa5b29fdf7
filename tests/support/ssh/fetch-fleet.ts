import { SshDeviceAdapter } from '../../../src/adapters/ssh/ssh-device-adapter.ts';
import { Bastions } from '../../../src/adapters/ssh-connection/bastions.ts';
import type { KnownHosts } from '../../../src/adapters/ssh-connection/host-keys.ts';
import type { Bastion } from '../../../src/domain/connection.ts';
import type { Device } from '../../../src/domain/device.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import type { Clock, DeviceAdapter } from '../../../src/use-cases/ports.ts';
import { systemClock, testConnection, testCredentials, testDevice, testPlatform } from './ssh-fixtures.ts';
import type { SshServer } from './ssh-server.ts';

/** A bastion that is one of our servers. */
export function testBastion(server: Pick<SshServer, 'port' | 'fingerprint'>, options: Partial<Bastion> = {}): Bastion {
	return {
		name: 'ams',
		host: '127.0.0.1',
		port: server.port,
		credentials: testCredentials({ name: 'jump', username: 'hopper', password: 'jump password' }),
		hostKey: server.fingerprint,
		acceptNewHostKey: false,
		sshAlgorithms: 'modern',
		bastion: null,
		...options,
	};
}

/** An adapter for one device per server, all behind the same bastion, and those devices. */
export function fleetBehind(
	bastion: Bastion | null,
	servers: readonly Pick<SshServer, 'port' | 'fingerprint'>[],
	options: {
		readonly platform?: Platform;
		readonly knownHosts?: KnownHosts;
		readonly clock?: Clock;
		readonly connectMs?: number;
	} = {},
): { readonly adapter: DeviceAdapter; readonly devices: readonly Device[] } {
	const { platform = testPlatform(), knownHosts = null, clock = systemClock, connectMs = 5_000 } = options;
	const devices = servers.map(({ port }, index) => testDevice({ name: `edge-${index + 1}`, port }));
	const connections = servers.map(({ fingerprint: hostKey }, index) => {
		const connection = testConnection({ hostKey, bastion, timeouts: { connectMs, authMs: connectMs } });
		return [`edge-${index + 1}`, connection] as const;
	});
	// The shortest pauses.
	const random = (): number => 0;
	const bastions = new Bastions({ knownHosts, clock, random });
	const ssh = new SshDeviceAdapter({
		connections: new Map(connections),
		platformOf: () => platform,
		knownHosts,
		bastions,
		random,
	});
	const adapter: DeviceAdapter = {
		fetchConfig: (device, signal) => ssh.fetchConfig(device, signal),
		async [Symbol.asyncDispose]() {
			await ssh[Symbol.asyncDispose]();
			await bastions[Symbol.asyncDispose]();
		},
	};
	return { adapter, devices };
}
