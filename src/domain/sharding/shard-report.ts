import type { FleetReport } from '../fleet-report.ts';

/** What one job of a sharded audit found: a report of its devices, and what it belongs to. Holds no secret. */
export interface ShardReport {
	readonly schemaVersion: 1;
	readonly kind: 'fleet-drift-shard-report';
	/** SHA-256 of the manifest's text, in hexadecimal digits. */
	readonly manifest: string;
	/** `2/4` */
	readonly shard: string;
	/** As this job found the inventory; see `inventoryHash()`. */
	readonly inventoryHash: string;
	/** A fingerprint of a known text: equal where two jobs had the same fingerprint key. */
	readonly keyCheck: string;
	/** Whether the job was told to stop before all of its devices were done. */
	readonly interrupted: boolean;
	readonly report: FleetReport;
}
