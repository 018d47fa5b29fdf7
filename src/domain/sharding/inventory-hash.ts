import { createHash } from 'node:crypto';
import type { Device } from '../device.ts';

/**
 * What plan, shards and merge must agree about: fleet.yml to the letter, and the devices that came of it, in their order.
 * SHA-256 in hexadecimal digits.
 *
 * @param fleetDigest - of fleet.yml
 */
export function inventoryHash(fleetDigest: string, devices: readonly Device[]): string {
	return createHash('sha256')
		.update(JSON.stringify([fleetDigest, devices]))
		.digest('hex');
}
