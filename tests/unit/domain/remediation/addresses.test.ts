import { describe, expect, it } from 'vitest';
import { primaryFirst, primaryLast } from '../../../../src/domain/remediation/addresses.ts';

const PRIMARY = 'ip address 192.0.2.1 255.255.255.0';
const BESIDE = 'ip address 198.51.100.1 255.255.255.0 secondary';

describe('primaryLast', () => {
	it('takes the primary address back behind those beside it', () => {
		expect(primaryLast([`no ${PRIMARY}`, 'no description', `no ${BESIDE}`])).toEqual([
			'no description',
			`no ${BESIDE}`,
			`no ${PRIMARY}`,
		]);
	});

	it('knows the words of VRP', () => {
		const [primary, beside] = ['undo ip address 192.0.2.1 24', 'undo ip address 198.51.100.1 24 sub'];

		expect(primaryLast([primary, beside])).toEqual([beside, primary]);
	});

	it('leaves all else where it stands', () => {
		const removals = [`no ${PRIMARY}`, 'no description', 'no ip address dhcp'];

		expect(primaryLast(removals)).toEqual(removals);
	});
});

describe('primaryFirst', () => {
	it('gives the primary address in front of those beside it, behind what stands there already', () => {
		expect(primaryFirst(['vrf forwarding A', BESIDE, 'mtu 9000', PRIMARY, 'shutdown'])).toEqual([
			'vrf forwarding A',
			'mtu 9000',
			PRIMARY,
			BESIDE,
			'shutdown',
		]);
	});

	it('leaves all else where it stands', () => {
		expect(primaryFirst([PRIMARY, BESIDE])).toEqual([PRIMARY, BESIDE]);
		expect(primaryFirst([BESIDE, 'mtu 9000'])).toEqual([BESIDE, 'mtu 9000']);
	});
});
