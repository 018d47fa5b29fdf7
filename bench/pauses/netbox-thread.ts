import { parentPort, workerData } from 'node:worker_threads';
import { type NetBoxDevice, startNetBox } from '../../tests/support/inventory/netbox-server.ts';
import { testAuthority } from '../../tests/support/rest/rest-server.ts';

/** What the thread is told. */
export interface NetBoxOrder {
	readonly devices: readonly NetBoxDevice[];
	readonly authorization: string;
}

/** What it tells. */
export interface NetBoxAddress {
	readonly port: number;
	/** PEM of who signed its certificate. */
	readonly authority: string;
}

/** NetBox has links, counts and dates besides what our server says: with these a device takes 2.5 kB of the answer. */
const customFields = Object.fromEntries(
	Array.from({ length: 40 }, (_, index) => [`field_${index}`, `a value of forty characters, number ${index}`]),
);

const { port } = await startNetBox({ ...(workerData as NetBoxOrder), customFields });
parentPort?.postMessage({ port, authority: testAuthority } satisfies NetBoxAddress);
