import { describe, expect, it } from 'vitest';
import { compareTexts, differences } from '../../support/compare-texts.ts';
import { frrMissing, startFrr } from '../../support/frr/real-frr.ts';
import { platformOf } from '../../support/platform-of.ts';

/** What a person enters, in spellings that the router shows otherwise. */
const TYPED = `
ip route 10.1.0.0/16 Null0 1
ip route 10.2.0.0 255.255.0.0 192.0.2.1 1 tag 5
ip route 10.3.0.9/16 dummy0 1
ipv6 route 2001:DB8:0::/48 Null0 1
ip prefix-list PL permit 10.0.0.9/8
ip prefix-list PL permit 172.16.0.0/12 le 24
ipv6 prefix-list P6 permit 2001:DB8::/32
ip prefix-list MIXED seq 7 permit 10.0.0.0/8
ip prefix-list MIXED permit 172.16.0.0/12
ip prefix-list MIXED seq 3 permit 192.168.0.0/16
ip prefix-list MIXED permit 100.64.0.0/10
bgp community-list standard MIXED seq 7 permit 65001:1
bgp community-list standard MIXED permit 65001:2
bgp community-list standard MIXED seq 3 permit 65001:3
bgp community-list standard MIXED permit 65001:4
access-list MGMT permit 192.0.2.9/24
access-list MGMT deny any
access-list 10 permit host 192.0.2.1
access-list 10 permit any
bgp as-path access-list ORIGIN permit ^65002_
bgp community-list standard BLUE permit 65001:1 65001:0
bgp large-community-list standard L permit 65001:1:2 65001:1:1
route-map IN permit 10
 set community 65001:2 65001:1 additive
 set metric 10
 match as-path ORIGIN
exit
interface dummy0
 no shutdown
 ip address 198.51.100.1/31
 ipv6 address 2001:DB8:0::1/64
exit
router bgp 65001
 bgp router-id 192.0.2.254
 bgp default ipv4-unicast
 timers bgp 60 180
 neighbor 198.51.100.0 remote-as 65002
 neighbor 198.51.100.0 ebgp-multihop
 neighbor 2001:DB8::9 remote-as 65003
 address-family ipv4
  network 10.9.9.9/16
  network 10.8.0.0 mask 255.255.0.0
  aggregate-address 10.0.0.0 255.0.0.0
  neighbor 198.51.100.0 activate
  neighbor 198.51.100.0 send-community both
 exit-address-family
 address-family ipv6
  network 2001:DB8:0:1::/64
  neighbor 2001:DB8::9 activate
 exit-address-family
exit
`;

/** A section of an address family in which everything is so anyway: the router shows nothing of it. */
const ONLY_DEFAULTS = `
router bgp 65001
 neighbor 198.51.100.0 remote-as 65002
 address-family ipv4 unicast
  neighbor 198.51.100.0 activate
 exit-address-family
exit
`;

/** The same of other daemons, and in other places. */
const OF_OTHERS = `
interface eth0
 ip ospf hello-interval 10
 ip router isis CORE
 isis metric level-1 20
exit
router bgp 65001
 neighbor 198.51.100.0 remote-as 65002
 neighbor 198.51.100.0 bfd profile FAST
 bgp fast-external-failover
 distance bgp 30 200 200
 bgp dampening 15 750 2000 60
 network 172.16.5.5
 address-family ipv4 unicast
  neighbor 198.51.100.0 attribute-unchanged
  neighbor 198.51.100.0 maximum-prefix 100 75 warning-only
  rt vpn import 65001:1
  rt vpn export 65001:1
 exit-address-family
 address-family l2vpn evpn
 exit-address-family
exit
router ospf
 ospf opaque-lsa
 passive-interface eth0
 area 2 nssa no-summary
 area 1 range 10.1.1.3/16 advertise cost 5
 timers throttle spf 0 50 5000
exit
router ospf6
 interface eth0 area 0.0.0.0
 redistribute static metric-type 2 route-map A
 distance ospf6 external 3 inter-area 4
exit
router isis CORE
 net 49.0001.0000.0000.0001.00
 lsp-gen-interval level-2 3
 fast-reroute load-sharing disable
 redistribute ipv4 static level-1 route-map A metric 5
exit
route-map A permit 10
 continue 20
 match evpn route-type 5
exit
key chain K
 key 1
  send-lifetime 00:00:00 1 January 2030 infinite
 exit
exit
bfd
 profile FAST
  detect-multiplier 3
  echo-interval 100
 exit
exit
line vty
 exec-timeout 5
exit
`;

/** What the router says of the machine that it runs on, and of itself. */
const OF_THE_MACHINE = /^(?:hostname|frr version|frr defaults|no ip(?:v6)? forwarding)/;

/** Said by the router only where it is so: each takes one default of the above away. */
const OTHERWISE = [
	['ip route 10.1.0.0/16 Null0 1', 'ip route 10.1.0.0/16 Null0 11'],
	['permit 65001:1 65001:0', 'permit 65001:1 65001:3'],
	['permit host 192.0.2.1', 'permit host 192.0.2.2'],
	['MIXED permit 172.16.0.0/12', 'MIXED permit 172.17.0.0/16'],
	['MIXED permit 65001:4', 'MIXED permit 65001:5'],
	['network 10.9.9.9/16', 'network 10.9.9.9/17'],
	['  neighbor 198.51.100.0 activate', '  no neighbor 198.51.100.0 activate'],
	['send-community both', 'send-community both\n  no neighbor 198.51.100.0 send-community extended'],
	['timers bgp 60 180', 'timers bgp 3 9'],
	['ebgp-multihop', 'ebgp-multihop 2'],
] as const;

describe.skipIf(frrMissing)('what is entered into a real router', () => {
	it('is in sync where it is shown in another place or with more lines', { timeout: 60_000 }, async () => {
		await using router = await startFrr(OF_OTHERS, ['ospfd', 'ospf6d', 'isisd', 'bfdd', 'pathd']);
		const text = await router.vtysh('show running-config');
		const running = text
			.split('\n')
			.filter((line) => !OF_THE_MACHINE.test(line))
			.join('\n');

		expect(running).toContain('ip ospf passive');
		expect(running).toContain('traffic-eng');
		expect(differences({ platform: platformOf('frr'), intended: OF_OTHERS, running })).toEqual([]);
	});

	it('is in sync with what it shows, and what it shows of something else is not', { timeout: 60_000 }, async () => {
		await using router = await startFrr(TYPED);
		const shown = async (): Promise<string> => {
			const text = await router.vtysh('show running-config');
			const lines = text.slice(text.indexOf('!')).split('\n');
			return lines.filter((line) => !OF_THE_MACHINE.test(line)).join('\n');
		};
		const platform = platformOf('frr');

		expect(differences({ platform, intended: TYPED, running: await shown() })).toEqual([]);

		await using quiet = await startFrr(ONLY_DEFAULTS);
		const nothing = await quiet.vtysh('show running-config');
		const ofBgp = nothing.slice(nothing.indexOf('router bgp'));
		expect(ofBgp).not.toContain('address-family');
		expect(differences({ platform, intended: ONLY_DEFAULTS, running: ofBgp })).toEqual([]);

		await using other = await startFrr(OTHERWISE.reduce((text, [one, instead]) => text.replace(one, instead), TYPED));
		const { changes } = compareTexts({ platform, intended: TYPED, running: await other.vtysh('show running-config') });
		const said = changes.map(({ line, runningText }) => `${line} → ${runningText}`).join('\n');

		for (const words of ['Null0 11', '65001:3', '192.0.2.2', '10.9.0.0/17', 'no neighbor 198.51.100.0 activate']) {
			expect(said).toContain(words);
		}
		for (const words of [
			'no neighbor 198.51.100.0 send-community extended',
			'timers bgp 3 9',
			'ebgp-multihop 2',
			'172.17.0.0/16',
			'65001:5',
		]) {
			expect(said).toContain(words);
		}
	});
});
