import type { Transport } from './device.ts';

/** What a device ran at one time, without its secrets. */
export interface Capture {
	readonly name: string;
	/** A name of the platform registry. */
	readonly platform: string;
	readonly transport: Transport;
	/** As it came, but for its secrets. */
	readonly text: string;
}

/** A file of captures: what `fetch --json` writes and `--running-dir` reads. */
export interface CaptureFile {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: string; readonly version: string };
	/** ISO date and time, UTC. */
	readonly fetchedAt: string;
	/**
	 * Tells the key of the fingerprints that stand in place of secrets, without telling the key. null: secrets were taken out,
	 * so that they cannot be compared.
	 */
	readonly fingerprintKey: string | null;
	readonly devices: readonly Capture[];
}
