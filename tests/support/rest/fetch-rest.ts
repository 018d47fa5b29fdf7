import { RestDeviceAdapter } from '../../../src/adapters/rest/rest-device-adapter.ts';
import { Bastions } from '../../../src/adapters/ssh-connection/bastions.ts';
import type { Connection } from '../../../src/domain/connection.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import type { RestRules } from '../../../src/domain/platform/rest-rules.ts';
import type { Clock, FetchedConfig } from '../../../src/use-cases/ports.ts';
import { systemClock, testConnection, testDevice, testPlatform } from '../ssh/ssh-fixtures.ts';
import { testAuthority } from './rest-server.ts';

export interface FetchRestOptions {
	readonly platform?: Platform;
	readonly connection?: Parameters<typeof testConnection>[0];
	/** @default the one that the servers of the tests have their certificates from; null: the public ones */
	readonly authority?: string | null;
	readonly host?: string;
	readonly clock?: Clock;
	readonly signal?: AbortSignal;
}

/** A platform with an API of the simplest kind, or with what a test says about it. */
export function restPlatform(rules: Partial<RestRules> = {}): Platform {
	const rest: RestRules = {
		yields: 'indented',
		logins: [{ kind: 'basic' }],
		showRunning: [{ method: 'GET', path: '/api/config' }],
		answer: { type: 'json', text: '/config', complaints: ['/error'] },
		enabledBy: 'api on',
		...rules,
	};
	return { ...testPlatform(), rest };
}

/** Fetches the config of one device from a server, with an adapter of its own. */
export async function fetchRest(
	{ port }: { readonly port: number },
	options: FetchRestOptions = {},
): Promise<FetchedConfig> {
	const { platform = restPlatform(), authority = testAuthority, clock = systemClock } = options;
	const { host = '127.0.0.1', signal = AbortSignal.timeout(20_000) } = options;
	const device = testDevice({ port, host, transport: 'rest' });
	const caFile = authority === null ? null : 'ca.pem';
	const connection: Connection = testConnection({ caFile, ...options.connection });
	await using bastions = new Bastions({ knownHosts: null, clock, random: Math.random });
	await using adapter = new RestDeviceAdapter({
		connections: new Map([[device.name, connection]]),
		platformOf: () => platform,
		authorities: new Map(authority === null ? [] : [['ca.pem', authority]]),
		bastions,
		clock,
	});
	return await adapter.fetchConfig(device, signal);
}
