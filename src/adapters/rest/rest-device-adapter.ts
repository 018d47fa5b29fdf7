import type { Device } from '../../domain/device.ts';
import type { Platform } from '../../domain/platform.ts';
import type { Clock, Connection, DeviceAdapter, FetchedConfig } from '../../use-cases/ports.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { RunningFetches } from '../connection/running-fetches.ts';
import { toDeviceError } from '../connection/to-device-error.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';
import { DeviceAgent } from './device-agent.ts';
import { HttpClient } from './http-client.ts';
import { openConnection } from './open-connection.ts';
import { readRunning } from './read-running.ts';
import { RestSession } from './rest-session.ts';

const HTTPS_PORT = 443;

export interface RestDeviceAdapterOptions {
	/** By device name. */
	readonly connections: ReadonlyMap<string, Connection>;
	readonly platformOf: (name: string) => Platform;
	/** PEM text of each `caFile` that a connection names. */
	readonly authorities: ReadonlyMap<string, string>;
	/** Shared with other adapters; whoever made them closes them. */
	readonly bastions: Bastions;
	readonly clock: Clock;
}

/** Fetches running-configs over HTTPS, by the requests that platforms list: one connection and one login per device. */
export class RestDeviceAdapter implements DeviceAdapter {
	readonly #options: RestDeviceAdapterOptions;
	readonly #fetches = new RunningFetches();

	constructor(options: RestDeviceAdapterOptions) {
		this.#options = options;
	}

	fetchConfig(device: Device, signal: AbortSignal): Promise<FetchedConfig> {
		return this.#fetches.run(signal, (ending) => this.#fetch(device, ending));
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.#fetches[Symbol.asyncDispose]();
	}

	async #fetch(device: Device, signal: AbortSignal): Promise<FetchedConfig> {
		const { connections, platformOf, bastions, clock } = this.#options;
		const connection = connections.get(device.name);
		const rules = platformOf(device.platform).rest;
		if (connection === undefined) throw new Error(`no connection for device ${device.name}`);
		if (rules === undefined) throw new Error(`${device.platform} has no rules for REST`);
		const { credentials, vdom, bastion, timeouts } = connection;
		const endpoint = { host: device.host, port: device.port ?? rules.port ?? HTTPS_PORT };
		let handshakes = 0;
		const shookHands = (made: number): void => {
			handshakes += made;
		};
		const setting = `devices.${device.name}`;
		const authority = this.#authorityOf(connection);
		const timeoutMs = timeouts.connectMs;
		using agent = new DeviceAgent(() =>
			openConnection({ endpoint, bastion, bastions, authority, setting, timeoutMs, signal, shookHands }),
		);
		const client = new HttpClient({ endpoint, agent, silenceMs: timeouts.commandMs, signal });
		const { where } = client;
		try {
			signal.throwIfAborted();
			await using session = await RestSession.open({ client, rules, credentials, vdom, signal });
			const patience = { longestPauseMs: timeouts.deviceMs, now: clock.now, signal };
			const text = await readRunning({ session, rules, vdom, where, ...patience });
			return { text, session: { handshakes, commands: client.sent } };
		} catch (error) {
			const reachable = client.answered && !isRefusedLogin(error);
			throw toDeviceError(error, { device: device.name, where, reachable, signal });
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
