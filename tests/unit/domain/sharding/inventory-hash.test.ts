import { describe, expect, it } from 'vitest';
import { inventoryHash } from '../../../../src/domain/sharding/inventory-hash.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';

const TEXT = 'version: 1\nmasks: []\n';
const [first, second] = [aFleetDevice({ name: 'a', site: 'ams' }), aFleetDevice({ name: 'b', site: 'ams' })];
const planned = inventoryHash(TEXT, [first, second]);

describe('inventoryHash', () => {
	it('is the same for the same inventory', () => {
		expect(inventoryHash(TEXT, [{ ...first }, { ...second }])).toBe(planned);
		expect(planned).toMatch(/^[0-9a-f]{64}$/);
	});

	it.each([
		['a letter of fleet.yml is another: a mask, say', TEXT.replace('[]', '[x]'), [first, second]],
		['a device is gone', TEXT, [first]],
		['a device is new', TEXT, [first, second, aFleetDevice({ name: 'c' })]],
		['what another file says of a device is another', TEXT, [first, { ...second, site: 'fra' }]],
		['the order of the devices is another', TEXT, [second, first]],
	])('is another where %s', (_, text, devices) => {
		expect(inventoryHash(text, devices)).not.toBe(planned);
	});
});
