import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';

/**
 * The connections to one device: one at a time, kept open from request to request. How a connection is made is the
 * caller's matter, so neither a proxy nor a setting of the process gets in between.
 */
export class DeviceAgent extends Agent implements Disposable {
	readonly #open: () => Promise<Duplex>;

	/** @param open - makes a connection that is verified already */
	constructor(open: () => Promise<Duplex>) {
		super({ keepAlive: true, maxSockets: 1 });
		this.#open = open;
	}

	override createConnection(_options: unknown, created?: (error: Error | null, stream: Duplex) => void): undefined {
		const failed = created as ((error: Error) => void) | undefined;
		this.#open().then(
			(stream) => created?.(null, stream),
			(error: unknown) => failed?.(error instanceof Error ? error : new Error(String(error))),
		);
	}

	[Symbol.dispose](): void {
		this.destroy();
	}
}
