import type { Connection } from '../../domain/connection.ts';
import type { Device } from '../../domain/device.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { DeviceAdapter, FetchedConfig, FetchListener } from '../../use-cases/ports.ts';
import { type Endpoint, formatEndpoint } from './endpoint.ts';
import { nameLogin } from './login.ts';
import { RunningFetches } from './running-fetches.ts';
import { toDeviceError } from './to-device-error.ts';

/** What every adapter that connects needs to know of the fleet. */
export interface NetworkOptions {
	/** By device name. */
	readonly connections: ReadonlyMap<string, Connection>;
	readonly platformOf: (name: string) => Platform;
}

/** One fetch: what every way in needs for it. What nobody listens for is left out, so that nothing is worked out for it. */
export interface Visit extends FetchListener {
	readonly device: Device;
	readonly platform: Platform;
	readonly connection: Connection;
	readonly endpoint: Endpoint;
	/** Tears everything down at once, whenever it is aborted. */
	readonly signal: AbortSignal;
	/** Called when the device has let us in: whatever comes of it then, it was reachable. */
	readonly reached: () => void;
}

/** What all ways in over the network have in common: which device, which end of the line, whose error, and a clean end. */
export abstract class NetworkDeviceAdapter implements DeviceAdapter {
	readonly #options: NetworkOptions;
	readonly #fetches = new RunningFetches();

	protected constructor(options: NetworkOptions) {
		this.#options = options;
	}

	/** Where devices of a platform listen, unless fleet.yml says otherwise. */
	protected abstract portOf(platform: Platform): number;

	/** Throws a `ConnectionFailure` that says why there is no config. */
	protected abstract read(visit: Visit): Promise<FetchedConfig>;

	fetchConfig(device: Device, signal: AbortSignal, listener?: FetchListener): Promise<FetchedConfig> {
		return this.#fetches.run(signal, (ending) => this.#fetch(device, ending, listener));
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.#fetches[Symbol.asyncDispose]();
	}

	async #fetch(device: Device, signal: AbortSignal, listener?: FetchListener): Promise<FetchedConfig> {
		const { connections, platformOf } = this.#options;
		const connection = connections.get(device.name);
		if (connection === undefined) throw new Error(`no connection for device ${device.name}`);
		const platform = platformOf(device.platform);
		const endpoint = { host: device.host, port: device.port ?? this.portOf(platform) };
		let reachable = false;
		const reached = (): void => {
			reachable = true;
		};
		try {
			return await this.read({ ...listener, device, platform, connection, endpoint, signal, reached });
		} catch (error) {
			nameLogin(error, connection.credentials);
			throw toDeviceError(error, { device: device.name, where: formatEndpoint(endpoint), reachable, signal });
		}
	}
}
