import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import { remediate } from '../../../src/domain/remediation/remediate.ts';
import { frr } from '../../../src/platforms/frr.ts';
import { frrMissing, frrReloadMissing, startFrr } from '../../support/frr/real-frr.ts';

const masks = compileMasks(frr, { fingerprintKey: 'test' });

const BASE = `
ip prefix-list PL seq 5 permit 10.0.0.0/8
ip prefix-list PL seq 10 permit 172.16.0.0/12
ip route 192.0.2.0/24 Null0
ip route 203.0.112.0/24 192.0.2.1
access-list MGMT seq 5 permit 192.0.2.0/24
bgp as-path access-list ORIGIN seq 5 permit ^65002_
bgp community-list standard BLUE seq 5 permit 65001:1
route-map IN permit 10
 match ip address prefix-list PL
 set local-preference 200
exit
route-map IN deny 20
exit
interface dummy0
 description uplink
 ip address 198.51.100.1/31
exit
router bgp 65001
 bgp router-id 192.0.2.254
 neighbor 198.51.100.0 remote-as 65002
 neighbor 198.51.100.0 description transit
 neighbor dummy0 interface remote-as external
 neighbor dummy0 description leaf
 address-family ipv4 unicast
  network 10.0.0.0/8
  neighbor 198.51.100.0 prefix-list PL in
 exit-address-family
exit
`;

/** A change to the config above, made behind the back of whoever intended it. */
const DRIFTS: readonly (readonly [string, (config: string) => string])[] = [
	['a line is gone', (config) => config.replace('ip route 192.0.2.0/24 Null0\n', '')],
	['a line came', (config) => `${config}ip route 203.0.113.0/24 Null0\n`],
	['a route leads elsewhere', (config) => config.replace('24 Null0', '24 198.51.100.0')],
	['a route has another next hop', (config) => config.replace('24 192.0.2.1', '24 192.0.2.9')],
	['a route discards instead of leading somewhere', (config) => config.replace('24 192.0.2.1', '24 Null0')],
	['a route discards and says so', (config) => config.replace('192.0.2.0/24 Null0', '192.0.2.0/24 reject')],
	['a value is another', (config) => config.replace('set local-preference 200', 'set local-preference 50')],
	['an entry of a list is another', (config) => config.replace('seq 5 permit 10.0.0.0/8', 'seq 5 deny 10.0.0.0/8')],
	[
		'a list is in another order',
		(config) =>
			config
				.replace('seq 5 permit 10.0.0.0/8', 'seq 10 permit 10.0.0.0/8')
				.replace('seq 10 permit 172.16.0.0/12', 'seq 5 permit 172.16.0.0/12'),
	],
	['entries of a route-map changed places', (config) => config.replace('IN permit 10', 'IN permit 30')],
	['a line of a section in a section is gone', (config) => config.replace('  network 10.0.0.0/8\n', '')],
	[
		'lines came on two levels of a section',
		(config) =>
			config
				.replace('  network 10.0.0.0/8\n', '  network 10.0.0.0/8\n  network 10.9.0.0/16\n')
				.replace(' bgp router-id', ' timers bgp 10 30\n bgp router-id'),
	],
	[
		'an address family came',
		(config) =>
			config.replace(
				' exit-address-family\nexit',
				' exit-address-family\n !\n address-family ipv6 unicast\n  neighbor 198.51.100.0 activate\n  neighbor 198.51.100.0 prefix-list PL in\n exit-address-family\nexit',
			),
	],
	['a neighbor has another AS', (config) => config.replace('remote-as 65002', 'remote-as 65003')],
	['a neighbor without an address has another AS', (config) => config.replace('as external', 'as internal')],
	['a neighbor is asked over IPv6 only', (config) => config.replace('interface remote', 'interface v6only remote')],
	[
		'neighbors and their group came',
		(config) =>
			config.replace(
				' address-family ipv4 unicast',
				' neighbor G peer-group\n neighbor G remote-as 65009\n neighbor 192.0.2.9 peer-group G\n neighbor 192.0.2.9 description a\n neighbor 192.0.2.10 remote-as 65010\n neighbor 192.0.2.10 description b\n address-family ipv4 unicast',
			),
	],
	['an interface came', (config) => `${config}interface lo\n description spare\nexit\n`],
	['a section came', (config) => `${config}route-map OUT permit 10\n set metric 5\nexit\n`],
	['a section is gone', (config) => config.replace(/route-map IN deny 20\nexit\n/, '')],
	['the router is another one', (config) => config.replaceAll('router bgp 65001', 'router bgp 65009')],
	['an interface is described otherwise', (config) => config.replace('description uplink', 'description spare port')],
	['an access list is open', (config) => config.replace('seq 5 permit 192.0.2.0/24', 'seq 5 permit any')],
	[
		'nearly everything is gone',
		() =>
			'interface dummy0\n ip address 198.51.100.1/31\nexit\nrouter bgp 65001\n neighbor 192.0.2.7 remote-as 65007\nexit\n',
	],
];

describe.skipIf(frrMissing !== null)(
	`remediation on a real router${frrMissing === null ? '' : ` (${frrMissing})`}${frrReloadMissing === null ? '' : ` (not compared with frr-reload.py: ${frrReloadMissing})`}`,
	() => {
		it.each(DRIFTS)('%s: our commands bring it to what is intended', async (title, drift) => {
			const changed = drift(BASE);
			expect(changed).not.toBe(BASE);
			await using wanted = await startFrr(BASE);
			await using router = await startFrr(changed);
			const intendedText = await wanted.vtysh('show running-config');
			const intended = prepareConfig(intendedText, masks);
			const read = async () => prepareConfig(await router.vtysh('show running-config'), masks);
			const running = await read();
			const { changes } = compareConfigs({ intended, running }, masks);
			expect(changes.length).toBeGreaterThan(0);

			const commands = remediate({ intended, running }, changes, frr);
			const reload = frrReloadMissing === null ? await router.reloadCommands(intendedText) : null;
			await router.configure(commands);

			const left = compareConfigs({ intended, running: await read() }, masks);
			const ours = commands.filter((command) => command.trim() !== 'exit').length;
			process.stdout.write(`remediation: ${title}: ${ours} lines, frr-reload.py ${reload?.length ?? 'not asked'}\n`);
			expect(ours).toBeLessThanOrEqual(reload?.length ?? ours);
			expect(left.diff, commands.join('\n')).toBe('');
		});
	},
);
