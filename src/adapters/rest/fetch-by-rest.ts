import type { FetchedConfig } from '../../use-cases/ports.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import type { Visit } from '../connection/network-device-adapter.ts';
import { sizeOf } from '../connection/size-of.ts';
import { DeviceAgent } from './device-agent.ts';
import { HttpClient } from './http-client.ts';
import { openConnection } from './open-connection.ts';
import { requestConfig } from './request-config.ts';
import type { RestOptions } from './rest-device-adapter.ts';
import { RestSession } from './rest-session.ts';

/** One fetch, and what is shared by all of them. */
export interface FetchByRestOptions extends Visit, Pick<RestOptions, 'bastions' | 'clock'> {
	/** PEM text of the certificates to trust instead of the public ones; null: those that Node comes with. */
	readonly authority: string | null;
}

/** Reads the running-config by the requests that the platform lists. Throws a `ConnectionFailure`. */
export async function fetchByRest(options: FetchByRestOptions): Promise<FetchedConfig> {
	const { device, platform, connection, endpoint, bastions, clock, authority, signal } = options;
	const { trace, asked, arrived, reached } = options;
	const rules = platform.rest;
	if (rules === undefined) throw new Error(`${platform.name} has no rules for REST`);
	const { credentials, vdom, bastion, timeouts } = connection;
	let handshakes = 0;
	const shookHands = (made: number): void => {
		handshakes += made;
	};
	const setting = `devices.${device.name}`;
	using agent = new DeviceAgent(() =>
		openConnection({ endpoint, bastion, bastions, authority, setting, timeouts, signal, trace, shookHands }),
	);
	const client = new HttpClient({ endpoint, agent, timeouts, signal });
	const { where } = client;
	try {
		signal.throwIfAborted();
		await using session = await RestSession.open({ client, rules, credentials, vdom, signal });
		if (session.loggedIn) trace?.('login', `as ${credentials.username}`);
		const text = await session.keepSecret(() =>
			requestConfig({ session, rules, vdom, where, timeouts, now: clock.now, signal, asked }),
		);
		trace?.('config', sizeOf(text));
		arrived?.(text);
		return { text, session: { handshakes, commands: client.sent } };
	} catch (error) {
		if (client.answered && !isRefusedLogin(error)) reached();
		throw error;
	}
}

function isRefusedLogin(error: unknown): boolean {
	return error instanceof ConnectionFailure && error.code === 'ERR_AUTHENTICATION';
}
