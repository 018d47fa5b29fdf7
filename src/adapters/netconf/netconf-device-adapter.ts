import type { Device } from '../../domain/device.ts';
import type { Platform } from '../../domain/platform.ts';
import type { Connection, DeviceAdapter, FetchedConfig, Trace } from '../../use-cases/ports.ts';
import { formatEndpoint } from '../connection/endpoint.ts';
import { RunningFetches } from '../connection/running-fetches.ts';
import { sizeOf } from '../connection/size-of.ts';
import { toDeviceError } from '../connection/to-device-error.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';
import { withDeviceSession } from '../ssh-connection/device-session.ts';
import type { KnownHosts } from '../ssh-connection/host-keys.ts';
import { NetconfSession } from './netconf-session.ts';
import { readReply } from './read-reply.ts';

/** RFC 6242, section 3. */
const NETCONF_PORT = 830;

export interface NetconfDeviceAdapterOptions {
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

/** Fetches running-configs over NETCONF, with the connection, host keys, logins and bastions of SSH. */
export class NetconfDeviceAdapter implements DeviceAdapter {
	readonly #options: NetconfDeviceAdapterOptions;
	readonly #fetches = new RunningFetches();

	constructor(options: NetconfDeviceAdapterOptions) {
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
		const rules = platformOf(device.platform).netconf;
		if (connection === undefined) throw new Error(`no connection for device ${device.name}`);
		if (rules === undefined) throw new Error(`${device.platform} has no rules for NETCONF`);
		const endpoint = { host: device.host, port: device.port ?? NETCONF_PORT };
		const where = formatEndpoint(endpoint);
		let reachable = false;
		try {
			const login = { device: device.name, endpoint, connection, knownHosts, bastions, random, signal, trace };
			return await withDeviceSession(login, async ({ session, took }) => {
				reachable = true;
				const silenceMs = connection.timeouts.commandMs;
				await using netconf = await NetconfSession.open({ session, silenceMs, enabledBy: rules.enabledBy });
				const text = readReply(await netconf.request(rules.request), { rules, where });
				trace('config', sizeOf(text));
				return { text, session: { ...took, commands: 1 } };
			});
		} catch (error) {
			throw toDeviceError(error, { device: device.name, where, reachable, signal });
		}
	}
}
