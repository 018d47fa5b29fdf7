import type { Device } from '../../domain/device.ts';
import type { Platform } from '../../domain/platform.ts';
import type { Clock, Connection, DeviceAdapter, FetchedConfig } from '../../use-cases/ports.ts';
import { Bastions } from '../ssh-connection/bastions.ts';
import { openDeviceSession } from '../ssh-connection/device-session.ts';
import { formatEndpoint } from '../connection/endpoint.ts';
import { fetchByExec } from './fetch-by-exec.ts';
import { fetchByShell } from './fetch-by-shell.ts';
import type { KnownHosts } from '../ssh-connection/host-keys.ts';
import { toDeviceError } from '../connection/to-device-error.ts';

const SSH_PORT = 22;

export interface SshDeviceAdapterOptions {
	/** By device name. */
	readonly connections: ReadonlyMap<string, Connection>;
	readonly platformOf: (name: string) => Platform;
	/** Null: only pinned host keys are trusted. */
	readonly knownHosts: KnownHosts | null;
	/**
	 * How many devices may go through one bastion at once.
	 *
	 * @default Infinity
	 */
	readonly perBastion?: number;
	readonly clock: Clock;
}

/** Fetches running-configs over SSH, directly or through bastions. */
export class SshDeviceAdapter implements DeviceAdapter {
	readonly #connections: ReadonlyMap<string, Connection>;
	readonly #platformOf: (name: string) => Platform;
	readonly #knownHosts: KnownHosts | null;
	readonly #bastions: Bastions;
	/** The fetches under way, and how to end each. */
	readonly #running = new Map<AbortController, Promise<unknown>>();

	constructor(options: SshDeviceAdapterOptions) {
		this.#connections = options.connections;
		this.#platformOf = options.platformOf;
		this.#knownHosts = options.knownHosts;
		const { knownHosts, perBastion = Number.POSITIVE_INFINITY, clock } = options;
		this.#bastions = new Bastions({ knownHosts, perBastion, clock });
	}

	async fetchConfig(device: Device, signal: AbortSignal): Promise<FetchedConfig> {
		const ending = new AbortController();
		const end = (): void => ending.abort(signal.reason);
		if (signal.aborted) end();
		signal.addEventListener('abort', end, { once: true });
		const fetching = this.#fetch(device, ending.signal);
		this.#running.set(ending, fetching);
		try {
			return await fetching;
		} finally {
			signal.removeEventListener('abort', end);
			this.#running.delete(ending);
		}
	}

	/** Ends every fetch under way and closes every connection. */
	async [Symbol.asyncDispose](): Promise<void> {
		const fetches = [...this.#running.values()];
		for (const ending of this.#running.keys()) ending.abort(new Error('the SSH adapter was closed'));
		await Promise.allSettled(fetches);
		await this.#bastions[Symbol.asyncDispose]();
	}

	async #fetch(device: Device, signal: AbortSignal): Promise<FetchedConfig> {
		const connection = this.#connections.get(device.name);
		if (connection === undefined) throw new Error(`no connection for device ${device.name}`);
		const endpoint = { host: device.host, port: device.port ?? SSH_PORT };
		const platform = this.#platformOf(device.platform);
		let reachable = false;
		try {
			await using opened = await openDeviceSession({
				device: device.name,
				endpoint,
				connection,
				knownHosts: this.#knownHosts,
				bastions: this.#bastions,
				signal,
			});
			reachable = true;
			const read = platform.cli.channel === 'exec' ? fetchByExec : fetchByShell;
			const { credentials, timeouts } = connection;
			const { session, handshakes } = opened;
			const { text, commands } = await read({ session, platform, credentials, silenceMs: timeouts.commandMs });
			return { text, session: { handshakes, commands } };
		} catch (error) {
			throw toDeviceError(error, { device: device.name, where: formatEndpoint(endpoint), reachable, signal });
		}
	}
}
