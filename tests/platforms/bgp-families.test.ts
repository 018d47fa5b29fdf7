import { describe, expect, it } from 'vitest';
import type { DiffOptions } from '../../src/domain/compare/calculate-diff.ts';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

const NEIGHBORS = ['neighbor 192.0.2.1 remote-as 65001', 'neighbor 192.0.2.2 remote-as 65002'];
const SAID = ['network 10.0.0.0', 'neighbor 192.0.2.1 route-map A in', 'neighbor 192.0.2.1 next-hop-self'];
const ACTIVE = ['neighbor 192.0.2.1 activate', 'neighbor 192.0.2.2 activate'];
const NO_DEFAULT = 'no bgp default ipv4-unicast';
const OTHER_MAP = 'neighbor 192.0.2.1 route-map B in';

const router = (...lines: readonly string[]): string =>
	['router bgp 65000', ...lines.map((line) => ` ${line}`), ''].join('\n');
/** As commands without a family are entered, and as old releases show them. */
const flat = (...lines: readonly string[]): string => router(...NEIGHBORS, ...lines);
/** As newer releases show them once there is a family. */
const inFamily = (...lines: readonly string[]): string =>
	router(...NEIGHBORS, '!', 'address-family ipv4', ...lines.map((line) => ` ${line}`), 'exit-address-family');
const withoutDefault = (text: string): string => text.replace('\n', `\n ${NO_DEFAULT}\n`);

const compare = (intended: string, running: string, options: DiffOptions = {}): readonly string[] =>
	differences({ platform: platformOf('cisco_ios'), intended, running, options });

describe('BGP of IOS with and without families', () => {
	it.each([
		[flat(...SAID), inFamily(...SAID, ...ACTIVE)],
		[
			flat(...SAID, 'redistribute static', 'maximum-paths 2'),
			inFamily('maximum-paths 2', 'redistribute static', ...SAID, ...ACTIVE),
		],
		[flat('network 10.0.0.0 mask 255.0.0.0'), inFamily('network 10.0.0.0', ...ACTIVE)],
		[inFamily(...SAID), inFamily(...SAID, ...ACTIVE)],
		[
			flat(...SAID, 'no neighbor 192.0.2.2 activate'),
			inFamily(...SAID, ACTIVE[0] ?? '', 'no neighbor 192.0.2.2 activate'),
		],
		[withoutDefault(flat(...SAID, ...ACTIVE)), withoutDefault(inFamily(...SAID, ...ACTIVE))],
	])('says the same: %#', (one, other) => {
		expect(compare(one, other)).toEqual([]);
		expect(compare(other, one)).toEqual([]);
		expect(compare(one, other, { scope: 'declared' })).toEqual([]);
	});

	it.each([
		[
			'another value',
			flat(...SAID),
			inFamily('network 10.0.0.0', OTHER_MAP, 'neighbor 192.0.2.1 next-hop-self', ...ACTIVE),
		],
		['a line more', flat(...SAID), inFamily(...SAID, 'redistribute static', ...ACTIVE)],
		['a line less', flat(...SAID), inFamily('network 10.0.0.0', ...ACTIVE)],
		[
			'a neighbor that is not active',
			flat(...SAID),
			inFamily(...SAID, ACTIVE[0] ?? '', 'no neighbor 192.0.2.2 activate'),
		],
		['one that should not be', flat(...SAID, 'no neighbor 192.0.2.2 activate'), inFamily(...SAID, ...ACTIVE)],
		['neighbors that have to be told', withoutDefault(flat(...SAID)), withoutDefault(inFamily(...SAID, ...ACTIVE))],
		['other neighbors by default', withoutDefault(flat(...SAID)), inFamily(...SAID, ...ACTIVE)],
		[
			'the same in another family',
			flat(...SAID),
			inFamily(...SAID, ...ACTIVE).replace('family ipv4', 'family ipv4 multicast'),
		],
		['the same in a VRF', flat(...SAID), inFamily(...SAID, ...ACTIVE).replace('family ipv4', 'family ipv4 vrf A')],
		['a neighbor that nobody knows', flat(...SAID), inFamily(...SAID, ...ACTIVE, 'neighbor 192.0.2.9 activate')],
		['another password', flat(...SAID, 'neighbor 192.0.2.1 password 0 a'), inFamily(...SAID, ...ACTIVE)],
	])('differs: %s', (_, one, other) => {
		expect(compare(one, other)).not.toEqual([]);
		expect(compare(other, one)).not.toEqual([]);
	});

	it('does not know who is active where a group of neighbors is not', () => {
		const group = ['neighbor G peer-group', 'neighbor G remote-as 65001', 'neighbor 192.0.2.1 peer-group G', '!'];
		const family = (...lines: readonly string[]): string =>
			router(...group, 'address-family ipv4', ...lines.map((line) => ` ${line}`));
		const off = family('network 10.0.0.0', 'no neighbor G activate');
		const on = family('network 10.0.0.0', 'no neighbor G activate', 'neighbor 192.0.2.1 activate');

		expect(compare(on, off)).not.toEqual([]);
		expect(compare(off, on)).not.toEqual([]);
	});

	it('tells where the device has it', () => {
		expect(
			compare(flat(...SAID), inFamily('network 10.0.0.0', OTHER_MAP, 'neighbor 192.0.2.1 next-hop-self', ...ACTIVE)),
		).toEqual([`changed router bgp 65000 > address-family ipv4 > ${SAID[1]} → ${OTHER_MAP}`]);
	});

	it('is adopted where it differs', () => {
		expectAdopted('cisco_ios', {
			files: [flat(...SAID), inFamily(...SAID, ...ACTIVE), flat()],
			devices: [
				inFamily(...SAID, 'redistribute static', ...ACTIVE),
				inFamily('network 10.0.0.0', OTHER_MAP, ACTIVE[0] ?? '', 'no neighbor 192.0.2.2 activate'),
				flat(...SAID, 'redistribute static'),
				flat(OTHER_MAP),
			],
		});
	});
});
