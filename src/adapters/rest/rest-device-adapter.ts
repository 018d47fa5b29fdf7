import type { Platform } from '../../domain/platform/platform.ts';
import type { Clock, Connection, FetchedConfig } from '../../use-cases/ports.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { NetworkDeviceAdapter, type NetworkOptions, type Visit } from '../connection/network-device-adapter.ts';
import { sizeOf } from '../connection/size-of.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';
import { DeviceAgent } from './device-agent.ts';
import { HttpClient } from './http-client.ts';
import { openConnection } from './open-connection.ts';
import { requestConfig } from './request-config.ts';
import { RestSession } from './rest-session.ts';

const HTTPS_PORT = 443;

export interface RestOptions {
	/** PEM text of each `caFile` that a connection names. */
	readonly authorities: ReadonlyMap<string, string>;
	/** Shared with other adapters; whoever made them closes them. */
	readonly bastions: Bastions;
	readonly clock: Clock;
}

/** Fetches running-configs over HTTPS, by the requests that platforms list: one connection and one login per device. */
export class RestDeviceAdapter extends NetworkDeviceAdapter {
	readonly #options: RestOptions;

	constructor(options: NetworkOptions & RestOptions) {
		super(options);
		this.#options = options;
	}

	protected override portOf({ rest }: Platform): number {
		return rest?.port ?? HTTPS_PORT;
	}

	protected override async read(visit: Visit): Promise<FetchedConfig> {
		const { device, platform, connection, endpoint, signal, trace, asked, arrived, reached } = visit;
		const { bastions, clock } = this.#options;
		const rules = platform.rest;
		if (rules === undefined) throw new Error(`${platform.name} has no rules for REST`);
		const { credentials, vdom, bastion, timeouts } = connection;
		let handshakes = 0;
		const shookHands = (made: number): void => {
			handshakes += made;
		};
		const setting = `devices.${device.name}`;
		const authority = this.#authorityOf(connection);
		using agent = new DeviceAgent(() =>
			openConnection({ endpoint, bastion, bastions, authority, setting, timeouts, signal, trace, shookHands }),
		);
		const client = new HttpClient({ endpoint, agent, timeouts, signal });
		const { where } = client;
		try {
			signal.throwIfAborted();
			await using session = await RestSession.open({ client, rules, credentials, vdom, signal });
			if (session.loggedIn) trace?.('login', `as ${credentials.username}`);
			const text = await requestConfig({ session, rules, vdom, where, timeouts, now: clock.now, signal, asked });
			trace?.('config', sizeOf(text));
			arrived?.(text);
			return { text, session: { handshakes, commands: client.sent } };
		} catch (error) {
			if (client.answered && !isRefusedLogin(error)) reached();
			throw error;
		}
	}

	#authorityOf({ caFile }: Connection): string | null {
		if (caFile === null) return null;
		const authority = this.#options.authorities.get(caFile);
		if (authority === undefined) throw new Error(`the certificates of ${caFile} were not read`);
		return authority;
	}
}

function isRefusedLogin(error: unknown): boolean {
	return error instanceof ConnectionFailure && error.code === 'ERR_AUTHENTICATION';
}
