import { SshDeviceAdapter } from '../../../src/adapters/ssh/ssh-device-adapter.ts';
import { Bastions } from '../../../src/adapters/ssh-connection/bastions.ts';
import type { KnownHosts } from '../../../src/adapters/ssh-connection/host-keys.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import type { FetchedConfig, FetchListener } from '../../../src/use-cases/ports.ts';
import { systemClock, testConnection, testDevice, testPlatform } from './ssh-fixtures.ts';
import type { SshServer } from './ssh-server.ts';

/** Fetches the config of one device from a server, with an adapter of its own. */
export async function fetchOne(
	server: Pick<SshServer, 'port' | 'fingerprint'>,
	options: {
		readonly connection?: Parameters<typeof testConnection>[0];
		readonly platform?: Platform;
		readonly knownHosts?: KnownHosts | null;
		readonly signal?: AbortSignal;
		readonly listener?: FetchListener;
		/** @default the shortest pauses */
		readonly random?: () => number;
	} = {},
): Promise<FetchedConfig> {
	const {
		platform = testPlatform(),
		knownHosts = null,
		// What hangs is ended by the test runner: a machine that is busy is no fault of a device.
		signal = new AbortController().signal,
		random = () => 0,
		listener = {},
	} = options;
	const device = testDevice({ port: server.port });
	const connection = testConnection({ hostKey: server.fingerprint, ...options.connection });
	await using bastions = new Bastions({ knownHosts, clock: systemClock, random });
	await using adapter = new SshDeviceAdapter({
		connections: new Map([[device.name, connection]]),
		platformOf: () => platform,
		knownHosts,
		bastions,
		random,
	});
	return await adapter.fetchConfig(device, signal, listener);
}
