import type { Connection } from '../../domain/connection.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { Clock, FetchedConfig } from '../../use-cases/ports.ts';
import { NetworkDeviceAdapter, type NetworkOptions, type Visit } from '../connection/network-device-adapter.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';

const HTTPS_PORT = 443;

/** What the adapter for REST needs besides. */
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
		const authority = this.#authorityOf(visit.connection);
		// Most fleets have no such device, and with this come Node's HTTP and TLS.
		const { fetchByRest } = await import('./fetch-by-rest.ts');
		return await fetchByRest({ ...visit, ...this.#options, authority });
	}

	#authorityOf({ caFile }: Connection): string | null {
		if (caFile === null) return null;
		const authority = this.#options.authorities.get(caFile);
		if (authority === undefined) throw new Error(`the certificates of ${caFile} were not read`);
		return authority;
	}
}
