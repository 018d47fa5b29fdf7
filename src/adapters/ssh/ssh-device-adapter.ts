import type { Device } from '../../domain/device.ts';
import type { Platform } from '../../domain/platform.ts';
import type { Connection, DeviceAdapter, FetchedConfig, Trace } from '../../use-cases/ports.ts';
import { formatEndpoint } from '../connection/endpoint.ts';
import { RunningFetches } from '../connection/running-fetches.ts';
import { toDeviceError } from '../connection/to-device-error.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';
import { withDeviceSession } from '../ssh-connection/device-session.ts';
import type { KnownHosts } from '../ssh-connection/host-keys.ts';
import { fetchByExec } from './fetch-by-exec.ts';
import { fetchByShell } from './fetch-by-shell.ts';

const SSH_PORT = 22;

export interface SshDeviceAdapterOptions {
	/** By device name. */
	readonly connections: ReadonlyMap<string, Connection>;
	readonly platformOf: (name: string) => Platform;
	/** Null: only pinned host keys are trusted. */
	readonly knownHosts: KnownHosts | null;
	/** Shared with other adapters; whoever made them closes them. */
	readonly bastions: Bastions;
	/** Numbers in [0, 1), for pauses that should not fall together. */
	readonly random: () => number;
}

/** Fetches running-configs over SSH, directly or through bastions. */
export class SshDeviceAdapter implements DeviceAdapter {
	readonly #options: SshDeviceAdapterOptions;
	readonly #fetches = new RunningFetches();

	constructor(options: SshDeviceAdapterOptions) {
		this.#options = options;
	}

	fetchConfig(device: Device, signal: AbortSignal, trace: Trace = () => {}): Promise<FetchedConfig> {
		return this.#fetches.run(signal, (ending) => this.#fetch(device, ending, trace));
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.#fetches[Symbol.asyncDispose]();
	}

	async #fetch(device: Device, signal: AbortSignal, trace: Trace): Promise<FetchedConfig> {
		const { connections, platformOf, knownHosts, bastions, random } = this.#options;
		const connection = connections.get(device.name);
		if (connection === undefined) throw new Error(`no connection for device ${device.name}`);
		const endpoint = { host: device.host, port: device.port ?? SSH_PORT };
		const platform = platformOf(device.platform);
		const read = platform.cli.channel === 'exec' ? fetchByExec : fetchByShell;
		let reachable = false;
		try {
			const login = { device: device.name, endpoint, connection, knownHosts, bastions, random, signal, trace };
			return await withDeviceSession(login, async ({ session, took }) => {
				reachable = true;
				const { credentials, timeouts } = connection;
				const { text, commands } = await read({ session, platform, credentials, silenceMs: timeouts.commandMs, trace });
				return { text, session: { ...took, commands } };
			});
		} catch (error) {
			throw toDeviceError(error, { device: device.name, where: formatEndpoint(endpoint), reachable, signal });
		}
	}
}
