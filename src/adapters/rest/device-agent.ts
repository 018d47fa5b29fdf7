import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import { ConnectionFailure } from '../connection/connection-failure.ts';

/**
 * The connections to one device: one at a time, kept open from request to request. How a connection is made is the
 * caller's matter, so neither a proxy nor a setting of the process gets in between.
 */
export class DeviceAgent extends Agent implements Disposable {
	readonly #open: () => Promise<Duplex>;
	#isClosed = false;

	/** @param open - makes a connection that is verified already */
	constructor(open: () => Promise<Duplex>) {
		super({ keepAlive: true, maxSockets: 1 });
		this.#open = open;
	}

	override createConnection(_options: unknown, created?: (error: Error | null, stream: Duplex) => void): undefined {
		const failed = created as ((error: unknown) => void) | undefined;
		this.#connect().then((stream) => created?.(null, stream), failed);
	}

	[Symbol.dispose](): void {
		this.#isClosed = true;
		this.destroy();
	}

	async #connect(): Promise<Duplex> {
		// What breaks because we hung up is not to be tried again.
		if (this.#isClosed) throw closed();
		const stream = await this.#open();
		if (!this.#isClosed) return stream;
		stream.destroy();
		throw closed();
	}
}

function closed(): ConnectionFailure {
	return new ConnectionFailure('ERR_CANCELLED', 'the connections to this device were closed');
}
