import type { ServerChannel } from 'ssh2';
import { NetconfDeviceAdapter } from '../../../src/adapters/netconf/netconf-device-adapter.ts';
import { Bastions } from '../../../src/adapters/ssh-connection/bastions.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import type { FetchedConfig } from '../../../src/use-cases/ports.ts';
import { platformOf } from '../platform-of.ts';
import { openLogin } from '../ssh/logins.ts';
import { systemClock, testConnection, testDevice } from '../ssh/ssh-fixtures.ts';
import { type SshServer, type SshServerOptions, startSshServer } from '../ssh/ssh-server.ts';
import { type NetconfLog, type NetconfScript, serveNetconf } from './serve-netconf.ts';

export interface NetconfServer extends SshServer {
	/** Of every session so far. */
	readonly logs: readonly NetconfLog[];
}

/** A device with NETCONF over SSH on a free port of the loopback. */
export async function startNetconfServer(
	script: NetconfScript,
	options: Partial<SshServerOptions> = {},
): Promise<NetconfServer> {
	const logs: NetconfLog[] = [];
	const subsystem = (name: string, channel: ServerChannel): void => {
		if (name === 'netconf') logs.push(serveNetconf(channel, script));
		else channel.close();
	};
	const server = await startSshServer({ login: openLogin, subsystem, ...options });
	return Object.defineProperty(server, 'logs', { value: logs }) as NetconfServer;
}

/** Fetches the config of one device from a server, with an adapter of its own. */
export async function fetchNetconf(
	{ port, fingerprint }: Pick<SshServer, 'port' | 'fingerprint'>,
	options: {
		readonly platform?: Platform;
		readonly connection?: Parameters<typeof testConnection>[0];
		readonly signal?: AbortSignal;
	} = {},
): Promise<FetchedConfig> {
	const { platform = platformOf('juniper_junos'), signal = AbortSignal.timeout(20_000) } = options;
	const device = testDevice({ port, transport: 'netconf' });
	const connection = testConnection({ hostKey: fingerprint, ...options.connection });
	await using bastions = new Bastions({ knownHosts: null, clock: systemClock, random: Math.random });
	await using adapter = new NetconfDeviceAdapter({
		connections: new Map([[device.name, connection]]),
		platformOf: () => platform,
		knownHosts: null,
		bastions,
		random: Math.random,
	});
	return await adapter.fetchConfig(device, signal);
}
