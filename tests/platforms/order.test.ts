import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platformOf } from '../support/platform-of.ts';

/** Changes of the second text, as the device that reads both of them sees it. */
function changesOf(platform: string, intended: readonly string[], running: readonly string[]): readonly string[] {
	const masks = compileMasks(platformOf(platform), { fingerprintKey: 'order' });
	const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
	return calculateDiff(text(running), text(intended), masks).changes.map(({ kind }) => kind);
}

/** Lines under a head, each with what stands below it. */
type Entries = readonly [head: readonly string[], one: readonly string[], other: readonly string[]];

const flat = (one: string, other: string): Entries => [[], [one], [other]];
const below = (head: string, one: string, other: string): Entries => [[head], [` ${one}`], [` ${other}`]];

describe('entries that are read one after the other', () => {
	it.each<readonly [string, Entries]>([
		['cisco_ios', flat('tacacs-server host 192.0.2.1', 'tacacs-server host 192.0.2.2')],
		['cisco_ios', flat('ip name-server 192.0.2.1', 'ip name-server 192.0.2.2')],
		['cisco_ios', flat('boot system flash:a.bin', 'boot system flash:b.bin')],
		['cisco_ios', below('crypto map M 10 ipsec-isakmp', 'set peer 192.0.2.1', 'set peer 192.0.2.2')],
		['cisco_ios', below('crypto ikev2 policy P', 'proposal A', 'proposal B')],
		['cisco_ios', below('ip access-list extended A', 'permit tcp any any eq 22', 'deny ip any any')],
		['cisco_nxos', flat('radius-server host 192.0.2.1', 'radius-server host 192.0.2.2')],
		['cisco_xr', flat('tacacs-server host 192.0.2.1 port 49', 'tacacs-server host 192.0.2.2 port 49')],
		['cisco_asa', flat('boot system disk0:/a.bin', 'boot system disk0:/b.bin')],
		['cisco_asa', flat('prefix-list A permit 192.0.2.0/24', 'prefix-list A deny 0.0.0.0/0')],
		['cisco_asa', flat('nat (a,b) source static A B', 'nat (a,b) source dynamic any interface')],
		['arista_eos', flat('tacacs-server host 192.0.2.1', 'tacacs-server host 192.0.2.2')],
		['arista_eos', below('ip prefix-list A', 'permit 192.0.2.0/24', 'deny 0.0.0.0/0')],
		['juniper_junos', flat('set system name-server 192.0.2.1', 'set system name-server 192.0.2.2')],
		[
			'juniper_junos',
			flat('set system radius-server 192.0.2.1 secret a', 'set system radius-server 192.0.2.2 secret a'),
		],
		['mikrotik_routeros', [['/radius'], ['add address=192.0.2.1'], ['add address=192.0.2.2']]],
		['huawei_vrp', flat('dns server 192.0.2.1', 'dns server 192.0.2.2')],
		[
			'hp_comware',
			below('radius scheme R', 'secondary authentication 192.0.2.1', 'secondary authentication 192.0.2.2'),
		],
		['hp_procurve', flat('radius-server host 192.0.2.1', 'radius-server host 192.0.2.2')],
		['aruba_aoscx', flat('tacacs-server host 192.0.2.1', 'tacacs-server host 192.0.2.2')],
		['dell_os10', flat('radius-server host 192.0.2.1', 'radius-server host 192.0.2.2')],
	])('are moved on %s: %j', (platform, [head, one, other]) => {
		expect(changesOf(platform, [...head, ...one, ...other], [...head, ...other, ...one])).toEqual(['moved']);
		expect(changesOf(platform, [...head, ...one, ...other], [...head, ...one, ...other])).toEqual([]);
	});
});

describe('entries that say their place by a number', () => {
	it.each<readonly [string, Entries]>([
		['cisco_ios', below('ip access-list extended A', '10 permit tcp any any eq 22', '20 deny ip any any')],
		['cisco_ios', below('ipv6 access-list A', 'sequence 10 permit tcp any any', 'sequence 20 deny ipv6 any any')],
		['cisco_ios', [[], ['route-map A permit 10', ' match tag 1'], ['route-map A deny 20', ' match tag 2']]],
		['cisco_nxos', below('ip access-list A', '10 permit tcp any any eq 22', '20 deny ip any any')],
		['cisco_xr', below('ipv4 access-list A', '10 permit tcp any any', '20 deny ipv4 any any')],
		['arista_eos', below('ip access-list A', '10 permit tcp any any', '20 deny ip any any')],
		['huawei_vrp', below('acl number 3000', 'rule 5 permit ip', 'rule 10 deny ip')],
		['hp_comware', below('acl advanced 3000', 'rule 0 permit ip', 'rule 5 deny ip')],
		['aruba_aoscx', below('access-list ip A', '10 permit any any any', '20 deny any any any')],
		['dell_os10', below('ip access-list A', 'seq 10 permit ip any any', 'seq 20 deny ip any any')],
		['frr', flat('access-list A seq 5 permit 192.0.2.0/24', 'access-list A seq 10 deny any')],
		['cisco_asa', flat('nat (a,b) source static A B', 'nat (a,b) after-auto source dynamic any interface')],
	])('are no drift in another order of the text on %s: %j', (platform, [head, one, other]) => {
		expect(changesOf(platform, [...head, ...one, ...other], [...head, ...other, ...one])).toEqual([]);
	});

	it('are drift where the numbers are exchanged', () => {
		const entries = ['permit tcp any any', 'deny ip any any'] as const;
		const list = (one: string, other: string): readonly string[] => [
			'ip access-list extended A',
			` 10 ${one}`,
			` 20 ${other}`,
		];

		expect(changesOf('cisco_ios', list(...entries), list(entries[1], entries[0]))).not.toEqual([]);
	});

	it('are read from top to bottom where one of them has none', () => {
		const head = 'ip access-list extended A';

		expect(
			changesOf(
				'cisco_ios',
				[head, ' 20 permit tcp any any', ' deny ip any any'],
				[head, ' deny ip any any', ' 20 permit tcp any any'],
			),
		).toEqual(['moved']);
	});
});

describe('other spellings of one thing', () => {
	it.each([
		['mikrotik_routeros', ['/system identity', 'set name="edge-01"'], ['/system identity', 'set name=edge-01']],
		['hp_procurve', ['hostname edge-01'], ['hostname "edge-01"']],
		['hp_procurve', ['trunk 1,2 trk1 lacp'], ['trunk 1-2 trk1 lacp']],
		['hp_comware', ['interface GigabitEthernet1/0/1', ' undo shutdown'], ['interface GigabitEthernet1/0/1']],
		['cisco_asa', ['interface GigabitEthernet0/0', ' no shutdown'], ['interface GigabitEthernet0/0']],
		[
			'cisco_asa',
			['tunnel-group T ipsec-attributes', ' ikev1 pre-shared-key 8 fictive=='],
			['tunnel-group T ipsec-attributes', ' ikev1 pre-shared-key *****'],
		],
		['cumulus', ['- set:', '    system:', "      hostname: 'a'"], ['- set:', '    system:', '      hostname: a']],
	])('are no drift on %s: %j', (platform, intended, running) => {
		expect(changesOf(platform, intended, running)).toEqual([]);
	});

	it.each([
		[
			'hp_comware',
			['interface GigabitEthernet1/0/1', ' undo shutdown'],
			['interface GigabitEthernet1/0/1', ' shutdown'],
		],
		['cisco_asa', ['interface GigabitEthernet0/0', ' no shutdown'], ['interface GigabitEthernet0/0', ' shutdown']],
		['mikrotik_routeros', ['/system identity', 'set name="edge-01"'], ['/system identity', 'set name=edge-02']],
		['hp_procurve', ['trunk 1-2 trk1 lacp'], ['trunk 1-3 trk1 lacp']],
	])('hide no other value on %s: %j', (platform, intended, running) => {
		expect(changesOf(platform, intended, running)).not.toEqual([]);
	});
});
