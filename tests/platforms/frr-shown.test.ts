import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

const frr = platformOf('frr');

const under = (header: string, ...lines: readonly string[]): string => [header, ...lines].join('\n ');
const bgp = (...lines: readonly string[]): string =>
	under('router bgp 65001', 'neighbor 192.0.2.1 remote-as 65002', ...lines);
const family = (name: string, ...lines: readonly string[]): string =>
	bgp(`address-family ${name}`, ...lines.map((line) => ` ${line}`), 'exit-address-family');
const ipv4 = (...lines: readonly string[]): string => family('ipv4 unicast', ...lines);
const ospf = (...lines: readonly string[]): string => under('router ospf', 'ospf router-id 192.0.2.1', ...lines);
const ospf6 = (...lines: readonly string[]): string => under('router ospf6', 'ospf6 router-id 192.0.2.1', ...lines);
const isis = (...lines: readonly string[]): string => under('router isis 1', 'net 49.0001.0000.0000.0001.00', ...lines);
const port = (...lines: readonly string[]): string => under('interface eth0', 'description a', ...lines);
const peer = (...lines: readonly string[]): string =>
	under('bfd', 'peer 192.0.2.1', ...lines.map((line) => ` ${line}`), 'exit');
const key = (...lines: readonly string[]): string =>
	under('key chain A', 'key 1', ...lines.map((line) => ` ${line}`), 'exit');
const map = (...lines: readonly string[]): string => under('route-map A permit 10', 'match tag 5', ...lines);

/** What was entered into FRRouting 8.4.4, what it showed then, and what it would show of something else. */
const PAIRS: readonly (readonly [entered: string, shown: string, other: string])[] = [
	// Lines of IPv4 unicast that are taken outside of it.
	[bgp('distance bgp 30 200 200'), ipv4('distance bgp 30 200 200'), ipv4('distance bgp 40 200 200')],
	[bgp('distance 30 10.0.0.0/8'), ipv4('distance 30 10.0.0.0/8'), ipv4('distance 40 10.0.0.0/8')],
	[bgp('bgp dampening'), ipv4('bgp dampening'), ipv4('bgp dampening 10')],
	[bgp('table-map A'), ipv4('table-map A'), ipv4('table-map B')],
	[
		bgp('neighbor 192.0.2.1 maximum-prefix-out 5'),
		ipv4('neighbor 192.0.2.1 maximum-prefix-out 5'),
		ipv4('neighbor 192.0.2.1 maximum-prefix-out 6'),
	],
	// Families without a line.
	[family('l2vpn evpn'), bgp(), family('l2vpn evpn', 'advertise-all-vni')],
	[family('ipv6 unicast'), bgp(), family('ipv6 unicast', 'neighbor 192.0.2.1 activate')],
	// Networks.
	[
		ospf('area 0 range 10.0.0.0/8 substitute 10.1.0.1/16'),
		ospf('area 0 range 10.0.0.0/8 substitute 10.1.0.1/16'),
		ospf('area 0 range 10.0.0.0/8 substitute 10.1.0.2/16'),
	],
	[ipv4('network 10.2.1.1'), ipv4('network 10.0.0.0/8'), ipv4('network 10.2.1.1/32')],
	[ipv4('network 172.16.5.5'), ipv4('network 172.16.0.0/16'), ipv4('network 172.17.0.0/16')],
	[ipv4('network 192.168.5.5'), ipv4('network 192.168.5.0/24'), ipv4('network 192.168.6.0/24')],
	[
		family('ipv6 unicast', 'network 2001:db8:1::5/48'),
		family('ipv6 unicast', 'network 2001:db8:1::/48'),
		family('ipv6 unicast', 'network 2001:db8:2::/48'),
	],
	['ipv6 access-list A permit 2001:db8:1::5/48', 'ipv6 access-list A seq 5 permit 2001:db8:1::/48', 'hostname a'],
	[
		'ipv6 route 2001:db8:1::5/48 2001:db8::9',
		'ipv6 route 2001:db8:1::/48 2001:db8::9',
		'ipv6 route 2001:db8:1::/49 2001:db8::9',
	],
	['ip mroute 10.1.1.3/16 192.0.2.1', 'ip mroute 10.1.0.0/16 192.0.2.1', 'ip mroute 10.2.0.0/16 192.0.2.1'],
	[under('router rip', 'route 10.1.1.3/16'), under('router rip', 'route 10.1.0.0/16'), 'router rip'],
	[ospf('area 1 range 10.1.1.3/16'), ospf('area 1 range 10.1.0.0/16'), ospf('area 1 range 10.2.0.0/16')],
	// Options in any order.
	[
		'ip route 10.0.0.0/8 192.0.2.1 5 tag 3',
		'ip route 10.0.0.0/8 192.0.2.1 tag 3 5',
		'ip route 10.0.0.0/8 192.0.2.1 tag 5 3',
	],
	[
		'ip route 10.0.0.0/8 192.0.2.1 eth0 onlink tag 3 color 5',
		'ip route 10.0.0.0/8 192.0.2.1 eth0 tag 3 onlink color 5',
		'ip route 10.0.0.0/8 192.0.2.1 eth0 tag 5 onlink color 3',
	],
	[
		ipv4('network 10.0.0.0/8 backdoor route-map A'),
		ipv4('network 10.0.0.0/8 route-map A backdoor'),
		ipv4('network 10.0.0.0/8 route-map A'),
	],
	[
		ipv4('aggregate-address 10.0.0.0/8 summary-only as-set'),
		ipv4('aggregate-address 10.0.0.0/8 as-set summary-only'),
		ipv4('aggregate-address 10.0.0.0/8 summary-only'),
	],
	[
		ipv4('neighbor 192.0.2.1 attribute-unchanged'),
		ipv4('neighbor 192.0.2.1 attribute-unchanged as-path next-hop med'),
		ipv4('neighbor 192.0.2.1 attribute-unchanged as-path med'),
	],
	[
		bgp('bgp bestpath med missing-as-worst confed'),
		bgp('bgp bestpath med confed missing-as-worst'),
		bgp('bgp bestpath med confed'),
	],
	[
		'bgp extcommunity-list standard A permit rt 3:4 rt 1:2',
		'bgp extcommunity-list standard A seq 5 permit rt 1:2 rt 3:4',
		'bgp extcommunity-list standard A seq 5 permit rt 1:4 rt 3:2',
	],
	[
		ospf6('distance ospf6 external 3 inter-area 4'),
		ospf6('distance ospf6 inter-area 4 external 3'),
		ospf6('distance ospf6 inter-area 3 external 4'),
	],
	[
		isis('redistribute ipv4 static level-1 route-map A metric 5'),
		isis('redistribute ipv4 static level-1 metric 5 route-map A'),
		isis('redistribute ipv4 static level-2 metric 5 route-map A'),
	],
	[
		under('nexthop-group A', 'nexthop 192.0.2.1 eth0 weight 3 label 16'),
		under('nexthop-group A', 'nexthop 192.0.2.1 eth0 label 16 weight 3'),
		under('nexthop-group A', 'nexthop 192.0.2.1 eth0 label 3 weight 16'),
	],
	// Other words.
	[ipv4('route-target vpn import 65001:1'), ipv4('rt vpn import 65001:1'), ipv4('rt vpn import 65001:2')],
	[ipv4('rt vpn import 65001:1', 'rt vpn export 65001:1'), ipv4('rt vpn both 65001:1'), ipv4('rt vpn import 65001:1')],
	[
		ipv4('neighbor 192.0.2.1 maximum-prefix 100 75 warning-only'),
		ipv4('neighbor 192.0.2.1 maximum-prefix 100 warning-only'),
		ipv4('neighbor 192.0.2.1 maximum-prefix 100 80 warning-only'),
	],
	[
		ipv4('neighbor 192.0.2.1 allowas-in 3'),
		ipv4('neighbor 192.0.2.1 allowas-in'),
		ipv4('neighbor 192.0.2.1 allowas-in 4'),
	],
	[ipv4('bgp dampening 15 750 2000 60'), ipv4('bgp dampening'), ipv4('bgp dampening 16')],
	[
		family('ipv4 vpn', 'network 10.0.0.0/8 rd 1:1 tag 5'),
		family('ipv4 vpn', 'network 10.0.0.0/8 rd 1:1 label 5'),
		family('ipv4 vpn', 'network 10.0.0.0/8 rd 1:1 label 6'),
	],
	[bgp('neighbor 192.0.2.1 enforce-multihop'), bgp('neighbor 192.0.2.1 disable-connected-check'), bgp()],
	[ospf('ospf rfc1583compatibility'), ospf('compatible rfc1583'), ospf()],
	[ospf('ospf opaque-lsa'), ospf('capability opaque'), ospf()],
	[
		ospf('area 2 range 10.0.0.0/8 advertise cost 5'),
		ospf('area 2 range 10.0.0.0/8 cost 5'),
		ospf('area 2 range 10.0.0.0/8 not-advertise'),
	],
	[ospf('area 2 nssa translate-candidate'), ospf('area 2 nssa'), ospf('area 2 nssa translate-always')],
	[ospf('area 2 nssa no-summary'), ospf('area 2 nssa', 'area 2 nssa no-summary'), ospf('area 2 nssa')],
	[
		ospf6('redistribute static metric-type 2 route-map A'),
		ospf6('redistribute static route-map A'),
		ospf6('redistribute static metric-type 1 route-map A'),
	],
	[port('ip rip send version 2 1'), port('ip rip send version 1 2'), port('ip rip send version 2')],
	[map('continue 20'), map('on-match goto 20'), map('on-match goto 30')],
	[map('match evpn route-type 5'), map('match evpn route-type prefix'), map('match evpn route-type macip')],
	[map('match ipv6 next-hop 2001:DB8::1'), map('match ipv6 next-hop address 2001:db8::1'), map()],
	[
		key('send-lifetime 00:00:00 1 January 2030 infinite'),
		key('send-lifetime 00:00:00 Jan 01 2030 infinite'),
		key('send-lifetime 00:00:00 Jan 11 2030 infinite'),
	],
	[
		key('accept-lifetime 00:00:00 Jan 1 2030 23:59:59 31 Dec 2030'),
		key('accept-lifetime 00:00:00 Jan 01 2030 23:59:59 Dec 31 2030'),
		key('accept-lifetime 00:00:00 Jan 01 2030 23:59:59 Dec 30 2030'),
	],
	// One line for several.
	[
		peer('echo-interval 100'),
		peer('echo transmit-interval 100', 'echo receive-interval 100'),
		peer('echo transmit-interval 100'),
	],
	[
		isis('fast-reroute load-sharing disable'),
		isis('fast-reroute load-sharing disable level-1', 'fast-reroute load-sharing disable level-2'),
		isis('fast-reroute load-sharing disable level-1'),
	],
	// Shown in the interface.
	[
		`${ospf('passive-interface eth0')}\n${port('ip ospf cost 5')}`,
		`${port('ip ospf cost 5', 'ip ospf passive')}\n${ospf()}`,
		`${port('ip ospf cost 5')}\n${ospf()}`,
	],
	[
		ospf('passive-interface default', 'no passive-interface eth0'),
		`${under('interface eth0', 'no ip ospf passive')}\n${ospf('passive-interface default')}`,
		`${under('interface eth1', 'no ip ospf passive')}\n${ospf('passive-interface default')}`,
	],
	[
		ospf6('interface eth0 area 0.0.0.0'),
		`${under('interface eth0', 'ipv6 ospf6 area 0.0.0.0')}\n${ospf6()}`,
		`${under('interface eth0', 'ipv6 ospf6 area 0.0.0.1')}\n${ospf6()}`,
	],
	// Shown beside what was entered.
	[
		bgp('neighbor 192.0.2.1 bfd profile A'),
		bgp('neighbor 192.0.2.1 bfd', 'neighbor 192.0.2.1 bfd profile A'),
		bgp('neighbor 192.0.2.1 bfd'),
	],
	[port('ip ospf bfd profile A'), port('ip ospf bfd', 'ip ospf bfd profile A'), port('ip ospf bfd')],
	[
		'service password-encryption',
		'service password-encryption\nservice password-encryption\nservice password-encryption',
		'hostname a',
	],
	[
		'hostname a',
		'hostname a\nsegment-routing\n traffic-eng\n exit\nexit',
		under('segment-routing', 'traffic-eng', ' pcep'),
	],
	['hostname a', 'hostname a\ninterface eth1\nexit', under('interface eth1', 'shutdown')],
	[
		under('interface eth0', 'link-params', ' metric 10', 'exit-link-params'),
		under('interface eth0', 'link-params', ' enable', ' metric 10', 'exit-link-params'),
		'interface eth0',
	],
	[
		port('ip router isis A', 'isis metric level-1 20'),
		port('ip router isis A', 'isis metric level-1 20', 'isis metric level-2 10'),
		port('ip router isis A', 'isis metric level-1 20', 'isis metric level-2 30'),
	],
	[
		port('ip router isis A', 'isis priority 70 level-1'),
		port('ip router isis A', 'isis priority 70 level-1', 'isis priority 64 level-2'),
		port('ip router isis A', 'isis priority 70'),
	],
	[
		isis('lsp-gen-interval level-2 3'),
		isis(
			'lsp-timers level-1 gen-interval 30 refresh-interval 900 max-lifetime 1200',
			'lsp-timers level-2 gen-interval 3 refresh-interval 900 max-lifetime 1200',
		),
		isis('lsp-timers gen-interval 3 refresh-interval 900 max-lifetime 1200'),
	],
	// So anyway, and not shown.
	[peer('detect-multiplier 3', 'receive-interval 300'), peer(), peer('detect-multiplier 5')],
	[`${under('line vty', 'exec-timeout 10', 'login')}\nhostname a`, 'hostname a', under('line vty', 'exec-timeout 5 0')],
	[under('line vty', 'exec-timeout 5'), under('line vty', 'exec-timeout 5 0'), under('line vty', 'exec-timeout 0 0')],
	[ospf('timers throttle spf 0 50 5000'), ospf(), ospf('timers throttle spf 1 50 5000')],
	[ospf('ospf abr-type cisco', 'write-multiplier 20'), ospf(), ospf('ospf abr-type ibm')],
	[under('router rip', 'timers basic 30 180 120'), 'router rip', under('router rip', 'timers basic 10 60 60')],
	[isis('lsp-mtu 1497', 'hostname dynamic'), isis(), isis('lsp-mtu 1400')],
	[port('ip igmp', 'ip igmp version 3'), port('ip igmp'), port('ip igmp', 'ip igmp version 2')],
	[port('ip pim', 'ip pim bsm', 'ip pim hello 30'), port('ip pim'), port()],
	[port('ip ospf hello-interval 10'), port(), port('ip ospf hello-interval 5')],
	[bgp('bgp default local-preference 100'), bgp(), bgp('bgp default local-preference 200')],
	[bgp('bgp fast-external-failover'), bgp(), bgp('no bgp fast-external-failover')],
];

it('knows what switches a protocol on although its value is that which holds anyway', () => {
	const [intended, running] = [port('ip pim bsm', 'ip igmp version 3'), port()];

	expect(differences({ platform: frr, intended, running })).toEqual([
		'missing interface eth0 > ip pim bsm',
		'missing interface eth0 > ip igmp version 3',
	]);
});

describe('what FRRouting shows otherwise than it was entered', () => {
	it.each(PAIRS)('is no drift of %j', (entered, shown) => {
		expect(differences({ platform: frr, intended: entered, running: shown })).toEqual([]);
		expect(differences({ platform: frr, intended: shown, running: shown })).toEqual([]);
	});

	it.each(PAIRS)('tells where it is something else than %j', (entered, _, other) => {
		expect(differences({ platform: frr, intended: entered, running: other })).not.toEqual([]);
		expect(differences({ platform: frr, intended: other, running: entered })).not.toEqual([]);
	});
});
