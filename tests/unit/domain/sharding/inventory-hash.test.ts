import { describe, expect, it } from 'vitest';
import { inventoryHash } from '../../../../src/domain/sharding/inventory-hash.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';

const DIGEST = 'a'.repeat(64);
const [first, second] = [aFleetDevice({ name: 'a', site: 'ams' }), aFleetDevice({ name: 'b', site: 'ams' })];
const planned = inventoryHash(DIGEST, [first, second]);

describe('inventoryHash', () => {
	it('is the same for the same inventory', () => {
		expect(inventoryHash(DIGEST, [{ ...first }, { ...second }])).toBe(planned);
		expect(planned).toMatch(/^[0-9a-f]{64}$/);
	});

	it.each([
		['a letter of fleet.yml is another: a mask, say', 'b'.repeat(64), [first, second]],
		['a device is gone', DIGEST, [first]],
		['a device is new', DIGEST, [first, second, aFleetDevice({ name: 'c' })]],
		['what another file says of a device is another', DIGEST, [first, { ...second, site: 'fra' }]],
		['the order of the devices is another', DIGEST, [second, first]],
	])('is another where %s', (_, digest, devices) => {
		expect(inventoryHash(digest, devices)).not.toBe(planned);
	});
});
