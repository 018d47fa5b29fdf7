import { describe, expect, it } from 'vitest';
import { compareConfigs, type DiffOptions } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { remediate } from '../../../../src/domain/remediation/remediate.ts';
import { platformOf } from '../../../support/platform-of.ts';

interface Texts {
	readonly intended: string;
	readonly running: string;
}

function commandsFor(name: string, texts: Texts, options: DiffOptions = {}): readonly string[] {
	const platform = platformOf(name);
	const masks = compileMasks(platform, { fingerprintKey: 'test' });
	const configs = { intended: prepareConfig(texts.intended, masks), running: prepareConfig(texts.running, masks) };
	return remediate(configs, compareConfigs(configs, masks, options).changes, platform);
}

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

describe('remediate', () => {
	it('says nothing where nothing differs', () => {
		expect(commandsFor('cisco_ios', { intended: 'hostname a\n', running: 'hostname a\n' })).toEqual([]);
	});

	it.each([
		[
			'cisco_ios',
			['access-list 10 permit 192.0.2.1', 'no access-list 10', 'access-list 10 permit 192.0.2.2'],
			['access-list 10 permit 192.0.2.3'],
			['no access-list 10', 'access-list 10 permit 192.0.2.2'],
		],
		[
			'cisco_ios',
			[
				'ip access-list extended A',
				' permit tcp any any',
				'no ip access-list extended A',
				'ip access-list extended A',
				' permit udp any any',
			],
			['hostname a'],
			['no hostname a', 'ip access-list extended A', ' permit udp any any', 'exit'],
		],
		[
			'cisco_asa',
			[
				'access-list A extended permit tcp any any',
				'clear configure access-list A',
				'access-list A extended permit udp any any',
				'access-list A extended deny ip any any',
			],
			['access-list A extended deny ip any any'],
			['access-list A line 1 extended permit udp any any'],
		],
		[
			'mikrotik_routeros',
			['/ip firewall filter', 'add action=accept chain=input', 'remove [find]', 'add action=drop chain=input'],
			['/ip firewall filter'],
			['/ip firewall filter add action=drop chain=input'],
		],
		[
			'cisco_ios',
			['interface Gi1/0/1', ' description old', 'default interface Gi1/0/1', 'interface Gi1/0/1', ' shutdown'],
			['interface Gi1/0/1', ' description old'],
			['interface Gi1/0/1', ' no description', ' shutdown', 'exit'],
		],
	])('writes nothing that the file itself takes away: %s %j', (name, intended, running, commands) => {
		expect(commandsFor(name, { intended: lines(...intended), running: lines(...running) })).toEqual(commands);
	});

	it('enters sections, takes back before it writes, and replaces single values', () => {
		const intended = lines(
			'interface Gi0/1',
			' description to core',
			' ip address 192.0.2.1 255.255.255.0',
			'no ip source-route',
		);
		const running = lines(
			'interface Gi0/1',
			' description spare',
			' ip address 192.0.2.9 255.255.255.0',
			' shutdown',
			'ip source-route',
		);

		expect(commandsFor('cisco_ios', { intended, running })).toEqual([
			'no ip source-route',
			'interface Gi0/1',
			' no shutdown',
			' description to core',
			' ip address 192.0.2.1 255.255.255.0',
			'exit',
		]);
	});

	it.each([
		['cisco_ios', 'ip route 0.0.0.0 0.0.0.0 192.0.2.1', 'ip route 0.0.0.0 0.0.0.0 192.0.2.9', 'no '],
		[
			'cisco_ios',
			'ip route vrf M 10.0.0.0 255.0.0.0 192.0.2.1 200',
			'ip route vrf M 10.0.0.0 255.0.0.0 192.0.2.9 200',
			'no ',
		],
		['frr', 'ipv6 route ::/0 2001:db8::1', 'ipv6 route ::/0 2001:db8::9', 'no '],
		['cisco_asa', 'route outside 0.0.0.0 0.0.0.0 192.0.2.1 1', 'route outside 0.0.0.0 0.0.0.0 192.0.2.9 1', 'no '],
		[
			'cisco_ios',
			'ip route 0.0.0.0 0.0.0.0 GigabitEthernet0/0 192.0.2.1',
			'ip route 0.0.0.0 0.0.0.0 GigabitEthernet0/0 192.0.2.9',
			'no ',
		],
		['cisco_ios', 'ip route 0.0.0.0 0.0.0.0 192.0.2.1', 'ip route 0.0.0.0 0.0.0.0 dhcp', 'no '],
		['cisco_nxos', 'ip route 0.0.0.0/0 Ethernet1/1 192.0.2.1', 'ip route 0.0.0.0/0 Ethernet1/2 192.0.2.9', 'no '],
		['hp_comware', 'ip route-static 0.0.0.0 0 192.0.2.1', 'ip route-static 0.0.0.0 0 192.0.2.9', 'undo '],
		['huawei_vrp', 'ip route-static 0.0.0.0 0.0.0.0 192.0.2.1', 'ip route-static 0.0.0.0 0.0.0.0 192.0.2.9', 'undo '],
	])(
		'takes a route away behind the one that takes its place, so that the session stays: %s',
		(name, wanted, there, no) => {
			const commands = commandsFor(name, {
				intended: lines('hostname a', wanted),
				running: lines('hostname a', there),
			});

			expect(commands).toEqual([wanted, no + there]);
		},
	);

	it.each(['cisco_ios', 'cisco_xe', 'cisco_nxos', 'arista_eos', 'cisco_asa'])(
		'enters an address where there is none without a command that would not be complete: %s',
		(name) => {
			for (const address of ['ip address 192.0.2.1 255.255.255.0', 'ipv6 address 2001:db8::1/64']) {
				const [family = ''] = address.split(' ');
				const port = (line: string): string => lines('interface Ethernet1', ' description a', ` ${line}`);

				expect(commandsFor(name, { intended: port(address), running: port(`no ${family} address`) })).toEqual([
					'interface Ethernet1',
					` ${address}`,
					'exit',
				]);
			}
		},
	);

	it('takes back what only looks like another value of a line that stays', () => {
		const shape = (...shares: readonly string[]): string =>
			lines('policy-map A', ' class B', ...shares.map((share) => `  bandwidth ${share}`));

		expect(
			commandsFor('cisco_asa', {
				intended: lines('mtu outside 1500'),
				running: lines('mtu inside 1400', 'mtu outside 1500'),
			}),
		).toEqual(['no mtu inside 1400']);
		expect(
			commandsFor('cisco_xr', {
				intended: shape('remaining ratio 5'),
				running: shape('percent 10', 'remaining ratio 5'),
			}),
		).toEqual(['policy-map A', ' class B', '  no bandwidth percent 10', ' exit', 'exit']);
	});

	it('takes a route away first where only its options differ: the new one would go with it', () => {
		const route = 'ip route 0.0.0.0 0.0.0.0 192.0.2.1';
		const [wanted, there] = [`${route} name core`, `${route} name old`];

		expect(commandsFor('cisco_ios', { intended: lines(wanted), running: lines(there) })).toEqual([
			`no ${there}`,
			wanted,
		]);
	});

	it.each([
		['ip route 0.0.0.0 0.0.0.0 Serial0', 'ip route 0.0.0.0 0.0.0.0 Serial0 192.0.2.9'],
		['ip route 0.0.0.0 0.0.0.0 Serial0 192.0.2.9', 'ip route 0.0.0.0 0.0.0.0 Serial0'],
		['ip route 0.0.0.0 0.0.0.0 192.0.2.1 200', 'ip route 0.0.0.0 0.0.0.0 192.0.2.1'],
	])('takes a route away first where that could take the new one with it: %s', (wanted, there) => {
		const commands = commandsFor('cisco_ios', {
			intended: lines('hostname a', wanted),
			running: lines('hostname a', there),
		});

		expect(commands).toEqual([`no ${there}`, wanted]);
	});

	it.each([
		['ip route 192.0.2.0/24 Null0', 'ip route 192.0.2.0/24 198.51.100.1'],
		['ip route 192.0.2.0/24 198.51.100.1', 'ip route 192.0.2.0/24 blackhole tag 5'],
		['ip route 192.0.2.0/24 reject', 'ip route 192.0.2.0/24 blackhole'],
		['ipv6 route 2001:db8::/32 eth0', 'ipv6 route 2001:db8::/32 Null0'],
	])('takes a route of FRR away first where it would not stand beside the new one: %s', (wanted, there) => {
		const commands = commandsFor('frr', { intended: lines('hostname a', wanted), running: lines('hostname a', there) });

		expect(commands).toEqual([`no ${there}`, wanted]);
	});

	it('writes method lists over, so that there is always a way to log in', () => {
		const intended = lines(
			'aaa authentication login default group tacacs+ local',
			'aaa authorization exec default local',
		);
		const running = lines('aaa authentication login default none', 'aaa authorization exec default group tacacs+');

		expect(commandsFor('cisco_ios', { intended, running })).toEqual(intended.trimEnd().split('\n'));
	});

	it('takes a secret back without naming it, where nothing else could be meant', () => {
		const password = (hash: string): string => `set system root-authentication encrypted-password "$6$${hash}"`;
		const communities = (name: string): string =>
			lines(`set snmp community ${name}`, 'set snmp community common authorization read-only');
		const takenBack = (intended: string, running: string): readonly string[] =>
			commandsFor('juniper_junos', { intended, running }).filter((command) => command.startsWith('delete '));

		expect(takenBack(lines(password('a')), lines(password('b')))).toEqual([
			'delete system root-authentication encrypted-password',
		]);
		expect(takenBack(communities('a'), communities('b'))).toEqual([
			expect.stringMatching(/^delete snmp community <secret/),
		]);
	});

	it('takes back what a map sets too much, although it is to set something else that begins with the same words', () => {
		const map = (...sets: readonly string[]): string =>
			lines('route-map A permit 10', ...sets.map((text) => ` set ${text}`));
		const kept = ['ip precedence 5', 'as-path prepend 65001'];
		const intended = map(...kept, 'metric 20', 'ip next-hop 192.0.2.9');
		const running = map(...kept, 'metric 10', 'ip next-hop 192.0.2.1', 'as-path tag');

		expect(commandsFor('cisco_ios', { intended, running })).toEqual([
			'route-map A permit 10',
			' no set as-path tag',
			' no set ip next-hop 192.0.2.1',
			' set metric 20',
			' set ip next-hop 192.0.2.9',
			'exit',
		]);
	});

	it.each([
		['cisco_nxos', 'switchport trunk native vlan 10', 'switchport trunk native vlan tag'],
		['cisco_ios', 'bandwidth 1000', 'bandwidth receive 500'],
	])('%s: takes back what only looks like an older value of `%s`: `%s`', (name, kept, extra) => {
		const [intended, running] = [lines('interface A', ` ${kept}`), lines('interface A', ` ${kept}`, ` ${extra}`)];

		expect(commandsFor(name, { intended, running })).toEqual(['interface A', ` no ${extra}`, 'exit']);
	});

	it('makes a second address the primary one without leaving the interface without any', () => {
		const port = (primary: string, beside: string): string =>
			lines(
				'interface Vlan10',
				` ip address 192.0.2.${beside} 255.255.255.128 secondary`,
				` ip address 192.0.2.${primary} 255.255.255.128`,
			);

		expect(commandsFor('cisco_ios', { intended: port('129', '1'), running: port('1', '129') })).toEqual([
			'interface Vlan10',
			' no ip address 192.0.2.129 255.255.255.128 secondary',
			' ip address 192.0.2.129 255.255.255.128',
			' ip address 192.0.2.1 255.255.255.128 secondary',
			'exit',
		]);
	});

	it('gives an address of NX-OS in the place of one with a tag, which it does not let go before the others', () => {
		const port = (primary: string): string =>
			lines('interface Vlan10', `  ip address ${primary}`, '  ip address 198.51.100.1/24 secondary');

		expect(commandsFor('cisco_nxos', { intended: port('192.0.2.9/24'), running: port('192.0.2.1/24 tag 5') })).toEqual([
			'interface Vlan10',
			' ip address 192.0.2.9/24',
			'exit',
		]);
	});

	it.each(['snmp-server enable traps bgp', 'no snmp-server enable traps bgp'])(
		'gives a command of EOS that is the negation of what runs, and nothing in front of it: %s',
		(command) => {
			const other = command.startsWith('no ') ? command.slice(3) : `no ${command}`;

			expect(
				commandsFor('arista_eos', { intended: lines('hostname a', command), running: lines('hostname a', other) }),
			).toEqual([command]);
		},
	);

	it('takes a feature of NX-OS back behind what is there with it', () => {
		const running = lines(
			'feature ospf',
			'router ospf 1',
			'  router-id 192.0.2.1',
			'interface Ethernet1/1',
			'  ip router ospf 1 area 0.0.0.1',
		);

		expect(
			commandsFor('cisco_nxos', { intended: lines('hostname a'), running: lines('hostname a') + running }),
		).toEqual([
			'interface Ethernet1/1',
			' no ip router ospf 1 area 0.0.0.1',
			'exit',
			'no router ospf 1',
			'no feature ospf',
		]);
	});

	it('takes a neighbor of VRP back without its AS, behind what is said of it, and gives it another one', () => {
		const bgp = (...peers: readonly string[]): string =>
			lines('bgp 65001', ' router-id 192.0.2.9', ...peers.map((peer) => ` peer ${peer}`));
		const all = bgp('192.0.2.1 as-number 65002', '192.0.2.1 ebgp-max-hop 2', 'G as-number 65002');

		expect(commandsFor('huawei_vrp', { intended: bgp(), running: all })).toEqual([
			'bgp 65001',
			' undo peer 192.0.2.1 ebgp-max-hop 2',
			' undo peer 192.0.2.1',
			' undo peer G as-number',
			'quit',
		]);
		expect(
			commandsFor('huawei_vrp', {
				intended: bgp('192.0.2.1 as-number 65003'),
				running: bgp('192.0.2.1 as-number 65002'),
			}),
		).toEqual(['bgp 65001', ' peer 192.0.2.1 as-number 65003', 'quit']);
	});

	it('takes a group of VRP back by its name, behind all that is said of it and of its members', () => {
		const bgp = (...rest: readonly string[]): string => lines('bgp 65001', ' router-id 192.0.2.9', ...rest);
		const group = [' group G external', ' peer G as-number 65002', ' peer 192.0.2.1 as-number 65002'];

		expect(commandsFor('huawei_vrp', { intended: bgp(), running: bgp(...group, ' peer 192.0.2.1 group G') })).toEqual([
			'bgp 65001',
			' undo peer 192.0.2.1 group G',
			' undo peer 192.0.2.1',
			' undo peer G as-number',
			' undo group G',
			'quit',
		]);
	});

	it.each([
		['huawei_vrp', 'interface 10GE1/0/1', 'eth-trunk 5 mode active', 'undo eth-trunk', 'quit'],
		['huawei_vrp', 'ospf 1', 'bandwidth-reference 100000', 'undo bandwidth-reference', 'quit'],
		['dell_os10', 'interface ethernet1/1/1', 'channel-group 10 mode active', 'no channel-group', 'exit'],
		['dell_os10', 'router bgp 65001', 'router-id 192.0.2.1', 'no router-id', 'exit'],
	])('%s, %s: takes `%s` back by `%s`', (name, header, extra, command, leave) => {
		const [intended, running] = [lines(header, ' description a'), lines(header, ' description a', ` ${extra}`)];

		expect(commandsFor(name, { intended, running })).toEqual([header, ` ${command}`, leave]);
	});

	it('takes entries of a list of EOS and OS10 back by the number behind `seq`', () => {
		const list = (...entries: readonly string[]): string =>
			lines('ip prefix-list A', ...entries.map((entry) => `   seq ${entry}`));

		expect(
			commandsFor('arista_eos', {
				intended: list('10 permit 192.0.2.0/24'),
				running: list('10 permit 192.0.2.0/24', '20 permit 198.51.100.0/24'),
			}),
		).toEqual(['ip prefix-list A', ' no seq 20', 'exit']);
	});

	it('brings notifications of EOS back to what is so anyway, which their negation does not', () => {
		const traps = ['snmp-server enable traps bgp', 'no snmp-server enable traps lldp'];

		expect(
			commandsFor('arista_eos', { intended: lines('hostname a'), running: lines('hostname a', ...traps) }),
		).toEqual(['default snmp-server enable traps bgp', 'default snmp-server enable traps lldp']);
	});

	it('takes a section away as a whole, and last, because something may still refer to it', () => {
		const running = lines(
			'route-map OLD permit 10',
			' set metric 5',
			'router bgp 65001',
			' neighbor 192.0.2.1 route-map OLD in',
		);
		const intended = lines('router bgp 65001', ' neighbor 192.0.2.1 route-map NEW in');

		expect(commandsFor('cisco_ios', { intended, running })).toEqual([
			'router bgp 65001',
			' no neighbor 192.0.2.1 route-map OLD in',
			' neighbor 192.0.2.1 route-map NEW in',
			'exit',
			'no route-map OLD permit 10',
		]);
	});

	it('replaces numbered entries by their number and writes lists without numbers again from where they differ', () => {
		const numbered = (entry: string): string => lines('ip access-list A', '  10 permit tcp any any', `  ${entry}`);
		const free = (...entries: readonly string[]): string =>
			lines('ip access-list extended A', ...entries.map((entry) => ` ${entry}`));

		expect(
			commandsFor('cisco_nxos', {
				intended: numbered('20 deny ip any any'),
				running: numbered('20 permit ip any any'),
			}),
		).toEqual(['ip access-list A', ' no 20', ' 20 deny ip any any', 'exit']);
		expect(
			commandsFor('cisco_ios', {
				intended: free('permit tcp any any eq 22', 'deny ip host 192.0.2.1 any', 'permit ip any any'),
				running: free('permit tcp any any eq 22', 'permit ip any any', 'deny ip host 192.0.2.1 any'),
			}),
		).toEqual([
			'ip access-list extended A',
			' no permit ip any any',
			' no deny ip host 192.0.2.1 any',
			' deny ip host 192.0.2.1 any',
			' permit ip any any',
			'exit',
		]);
	});

	it('writes a numbered access list of IOS again as a whole, because taking back one entry takes them all', () => {
		const intended = lines('access-list 10 permit 192.0.2.1', 'access-list 10 permit 192.0.2.2');
		const running = lines('access-list 10 permit 192.0.2.1', 'access-list 10 permit 192.0.2.3');

		expect(commandsFor('cisco_ios', { intended, running })).toEqual([
			'no access-list 10',
			'access-list 10 permit 192.0.2.1',
			'access-list 10 permit 192.0.2.2',
		]);
	});

	it('writes texts again as a whole', () => {
		const banner = (text: string): string => lines('banner motd ^C', text, '^C');
		const policy = (verb: string): string =>
			lines('route-policy PASS', '  if destination in A then', `    ${verb}`, '  endif', 'end-policy');

		expect(commandsFor('cisco_ios', { intended: banner('Keep out'), running: banner('Come in') })).toEqual([
			'banner motd ^C',
			'Keep out',
			'^C',
		]);
		expect(commandsFor('cisco_xr', { intended: policy('pass'), running: policy('drop') })).toEqual([
			'route-policy PASS',
			'  if destination in A then',
			'    pass',
			'  endif',
			'end-policy',
		]);
	});

	it('ends a program with the word of its own system', () => {
		const filter = (verb: string): string => lines('xpl route-filter A', ` ${verb}`, ' end-filter');

		expect(commandsFor('huawei_vrp', { intended: filter('approve'), running: filter('refuse') })).toEqual([
			'xpl route-filter A',
			' approve',
			'end-filter',
		]);
	});

	it('writes a job of NX-OS anew as a whole, and none of its commands as one to be run', () => {
		const job = (...commands: readonly string[]): string => lines('scheduler job name A', ...commands, '', 'end-job');
		const written = ['scheduler job name A', ' show clock', ' reload', 'end-job'];

		expect(
			commandsFor('cisco_nxos', { intended: job('show clock', 'reload'), running: job('reload', 'show version') }),
		).toEqual(['no scheduler job name A', ...written]);
		expect(commandsFor('cisco_nxos', { intended: job('show clock', 'reload'), running: lines('hostname a') })).toEqual([
			...['no hostname a', ...written],
		]);
	});

	it('hides secrets and says so', () => {
		const intended = 'username anna secret 9 $9$aaaa$bbbb\n';
		const commands = commandsFor('cisco_ios', { intended, running: 'username anna secret 9 $9$cccc$dddd\n' });

		expect(commands[0]).toBe(
			'! fill in <secret…> and <removed>: the running value in lines that are removed, the intended one elsewhere',
		);
		expect(commands.slice(1)).toEqual([expect.stringMatching(/^username anna secret 9 <secret:[0-9a-f]{6}>$/)]);
	});

	it.each([
		['cisco_nxos', 'username anna password 5 $5$AAAA$bbbb  role network-admin', 'username anna role vdc-admin'],
		['arista_eos', 'username anna privilege 15 secret sha512 $6$abc', 'username anna ssh-key ssh-rsa AAAAB3Nz a@b'],
	])('takes no account of %s away of which only one line is too many', (name, account, extra) => {
		expect(commandsFor(name, { intended: lines(account), running: lines(account, extra) })).toEqual([`no ${extra}`]);
		expect(commandsFor(name, { intended: lines('hostname a'), running: lines('hostname a', account, extra) })).toEqual([
			'no username anna',
		]);
	});

	it('takes attributes of an account away, and leaves the account', () => {
		const account = 'username anna password abc encrypted privilege 15';
		const running = lines(account, 'username anna attributes', ' service-type admin');

		expect(commandsFor('cisco_asa', { intended: lines(account), running })).toEqual(['no username anna attributes']);
		expect(commandsFor('cisco_asa', { intended: 'hostname a\n', running: `hostname a\n${running}` })).toEqual([
			'no username anna',
		]);
	});

	it('writes a password over the old one, so that nobody is locked out in between', () => {
		const passwords = (rights: string, secret: string): string =>
			lines(`username anna privilege ${rights} secret 9 $9$${secret}`, `enable secret 9 $9$${secret}`);
		const commands = commandsFor('cisco_ios', { intended: passwords('15', 'a$b'), running: passwords('1', 'c$d') });

		expect(commands.slice(1)).toEqual([
			expect.stringMatching(/^username anna privilege 15 secret 9 <secret/),
			expect.stringMatching(/^enable secret 9 <secret/),
		]);
		expect(
			commandsFor('cisco_ios', {
				intended: 'username anna secret 9 $9$a$b\n',
				running: 'username anna password 7 0822\n',
			}),
			'a password of another kind has to go first, and nobody knows how to write it',
		).toContain('no username anna');
	});

	it.each([
		['cisco_ios', '192.0.2.1 255.255.255.0', '192.0.2.9 255.255.255.0'],
		['cisco_nxos', '192.0.2.1/24', '192.0.2.9/24'],
		['cisco_asa', '192.0.2.1 255.255.255.0 standby 192.0.2.2', '192.0.2.9 255.255.255.0 standby 192.0.2.2'],
		['arista_eos', '192.0.2.1/24', '192.0.2.9/24'],
	])('writes an address of %s over the old one: it may be what the session goes to', (name, one, other) => {
		const port = (address: string): string => lines('interface Vlan10', ` ip address ${address}`);

		expect(commandsFor(name, { intended: port(one), running: port(other) })).toEqual([
			'interface Vlan10',
			` ip address ${one}`,
			'exit',
		]);
		expect(
			commandsFor(name, { intended: port(one), running: `${port(one)} ip address 203.0.113.1/24 secondary\n` }),
		).toEqual(['interface Vlan10', ' no ip address 203.0.113.1/24 secondary', 'exit']);
	});

	it.each(['cisco_ios', 'cisco_nxos', 'arista_eos', 'dell_os10'])(
		'%s: the same where the file says it in short',
		(name) => {
			expect(
				commandsFor(name, {
					intended: 'interface Vlan10\n ip addr 192.0.2.1/24\n',
					running: 'interface Vlan10\n ip address 192.0.2.9/24\n',
				}),
			).toEqual(['interface Vlan10', ' ip addr 192.0.2.1/24', 'exit']);
		},
	);

	it('leaves what is said of a neighbor without an address, which goes with it', () => {
		const router = (...words: readonly string[]): string =>
			lines('router bgp 65001', ...words.map((word) => ` neighbor eth0 ${word}`), ' neighbor eth0 description leaf');

		expect(
			commandsFor('frr', {
				intended: router('interface', 'remote-as internal'),
				running: router('interface v6only remote-as internal'),
			}),
		).toEqual(['router bgp 65001', ' neighbor eth0 interface', 'exit']);
		expect(
			commandsFor('frr', {
				intended: router('interface v6only remote-as internal'),
				running: router('interface remote-as external'),
			}),
		).toEqual(['router bgp 65001', ' neighbor eth0 interface v6only remote-as internal', 'exit']);
	});

	it.each([
		['cisco_ios', (hash: string) => ['line vty 0 4', ` password 7 ${hash}`]],
		['cisco_xr', (hash: string) => ['username anna', ` secret 10 $6$${hash}`]],
		['cisco_asa', (hash: string) => [`passwd ${hash} encrypted`]],
		['hp_procurve', (hash: string) => [`password manager user-name "anna" sha1 "${hash}"`]],
		['aruba_aoscx', (hash: string) => [`user anna group administrators password ciphertext ${hash}`]],
		['huawei_vrp', (hash: string) => ['aaa', ` local-user anna password irreversible-cipher ${hash}`]],
		['hp_comware', (hash: string) => ['local-user anna class manage', ` password hash $h$6$${hash}`]],
	])('writes passwords of %s over the old ones, too', (name, account) => {
		const sides = { intended: lines(...account('082B45')), running: lines(...account('1511021F')) };

		expect(commandsFor(name, sides).filter((command) => /^ ?(?:no|undo) /.test(command))).toEqual([]);
		expect(commandsFor(name, sides)).toContainEqual(expect.stringContaining('<secret'));
	});

	it('leaves the entries of an access list of ASA that stay, and puts the others in their places', () => {
		const list = (...entries: readonly string[]): string =>
			lines(...entries.map((entry) => `access-list OUT ${entry}`), 'access-group OUT in interface outside');
		const [ssh, web, any] = [
			'extended permit tcp any any eq 22',
			'extended permit tcp any any eq www',
			'extended deny ip any any',
		];

		expect(
			commandsFor('cisco_asa', { intended: list('remark a', ssh, any), running: list('remark b', web, any) }),
		).toEqual([
			'access-list OUT line 3 remark a',
			`access-list OUT line 4 ${ssh}`,
			'no access-list OUT remark b',
			`no access-list OUT ${web}`,
		]);
		expect(commandsFor('cisco_asa', { intended: list(ssh, any), running: list(any, ssh) })).toEqual([
			`no access-list OUT ${ssh}`,
			`access-list OUT line 1 ${ssh}`,
		]);
		expect(
			commandsFor(
				'cisco_asa',
				{ intended: list(ssh, any), running: list(any, web, ssh) },
				{ ignore: ({ line }) => (line.includes('www') ? 'accepted' : null) },
			),
		).toEqual([`no access-list OUT ${ssh}`, `access-list OUT line 1 ${ssh}`]);
	});

	it('moves the policies of FortiOS, and takes none away that is to stay', () => {
		const policies = (...names: readonly string[]): string =>
			lines(
				'config firewall policy',
				...names.flatMap((name) => [`    edit ${name}`, `        set name "p${name}"`, '    next']),
				'end',
			);
		const commands = (intended: readonly string[], running: readonly string[]): readonly string[] =>
			commandsFor('fortinet', { intended: policies(...intended), running: policies(...running) }).slice(1, -1);

		expect(commands(['1', '2', '3'], ['9', '1', '2', '3'])).toEqual([' delete 9']);
		expect(commands(['1', '2', '3'], ['3', '1', '2'])).toEqual([' move 3 after 2']);
		expect(commands(['3', '1', '2'], ['1', '2', '3'])).toEqual([' move 3 before 1']);
		expect(commands(['2', '1'], ['9', '1'])).toEqual([
			' edit 2',
			'  set name p2',
			' next',
			' move 2 before 9',
			' delete 9',
		]);
	});

	it('takes an entry too many out of a list, and leaves what stands behind it', () => {
		const list = (...entries: readonly string[]): string =>
			lines('ip access-list extended A', ...entries.map((entry) => ` ${entry}`));

		expect(
			commandsFor('cisco_ios', {
				intended: list('permit tcp any any eq 22', 'deny ip any any'),
				running: list('permit udp any any', 'permit tcp any any eq 22', 'deny ip any any'),
			}),
		).toEqual(['ip access-list extended A', ' no permit udp any any', 'exit']);
	});

	it('brings a list in order that one side has as a section and the other one as lines that name it', () => {
		const asSection = (...hosts: readonly number[]): string =>
			lines('ip access-list standard 10', ...hosts.map((host) => ` permit 192.0.2.${host}`));
		const asLines = (...hosts: readonly number[]): string =>
			lines(...hosts.map((host) => `access-list 10 permit 192.0.2.${host}`));
		const inOrder = [
			'ip access-list standard 10',
			' no permit 192.0.2.2',
			' no permit 192.0.2.1',
			' permit 192.0.2.1',
			' permit 192.0.2.2',
			'exit',
		];

		expect(commandsFor('cisco_ios', { intended: asSection(1, 2), running: asLines(2, 1) })).toEqual(inOrder);
		expect(commandsFor('cisco_ios', { intended: asLines(1, 2), running: asSection(2, 1) })).toEqual(inOrder);
		expect(commandsFor('cisco_ios', { intended: asSection(1), running: asLines(1, 2) })).toEqual([
			'ip access-list standard 10',
			' no permit 192.0.2.2',
			'exit',
		]);
	});

	it('takes a list away last, because something may still refer to it', () => {
		const intended = lines('hostname a', 'router bgp 65001', ' neighbor 192.0.2.1 remote-as 65002');
		const running = lines(
			'hostname a',
			'ip prefix-list OLD seq 5 permit 192.0.2.0/24',
			'router bgp 65001',
			' neighbor 192.0.2.1 remote-as 65002',
			' neighbor 192.0.2.1 prefix-list OLD in',
		);

		expect(commandsFor('cisco_ios', { intended, running })).toEqual([
			'router bgp 65001',
			' no neighbor 192.0.2.1 prefix-list OLD in',
			'exit',
			'no ip prefix-list OLD seq 5 permit 192.0.2.0/24',
		]);
	});

	it.each([
		['cisco_ios', (vrf: string) => `vrf forwarding ${vrf}`],
		['cisco_nxos', (vrf: string) => `vrf member ${vrf}`],
		['arista_eos', (vrf: string) => `vrf ${vrf}`],
		['huawei_vrp', (vrf: string) => `ip binding vpn-instance ${vrf}`],
		['generic', (vrf: string) => `ip vrf forwarding ${vrf}`],
	])('writes the addresses again that %s takes from an interface with its VRF', (name, bind) => {
		const port = (vrf: string): string =>
			lines('interface Vlan10', ` ${bind(vrf)}`, ' description a', ' ip address 192.0.2.1 255.255.255.0');
		const commands = commandsFor(name, { intended: port('A'), running: port('B') });

		expect(commands.slice(-3, -1)).toEqual([` ${bind('A')}`, ' ip address 192.0.2.1 255.255.255.0']);
	});

	it('empties a port that cannot be taken away, and takes away what can', () => {
		const running = lines(
			'hostname a',
			'interface GigabitEthernet0/1',
			' description spare',
			'interface GigabitEthernet0/1.100',
			' encapsulation dot1Q 100',
			'interface Loopback9',
			' description x',
			'line vty 0 4',
			' transport input all',
			'line vty 5 15',
			' transport input all',
		);

		expect(commandsFor('cisco_ios', { intended: 'hostname a\n', running })).toEqual([
			'interface GigabitEthernet0/1',
			' no description',
			'exit',
			'line vty 0 4',
			' no transport input all',
			'exit',
			'no interface GigabitEthernet0/1.100',
			'no interface Loopback9',
			'no line vty 5 15',
		]);
	});

	it('gives a neighbor another AS without losing it, and takes one away behind all that is said of it', () => {
		const bgp = (...text: readonly string[]): string => lines('router bgp 65001', ...text.map((line) => ` ${line}`));
		const kept = 'neighbor 192.0.2.1 route-map IN in';

		expect(
			commandsFor('cisco_ios', {
				intended: bgp('neighbor 192.0.2.1 remote-as 65002', kept),
				running: bgp('neighbor 192.0.2.1 remote-as 65003', kept),
			}),
		).toEqual(['router bgp 65001', ' neighbor 192.0.2.1 remote-as 65002', 'exit']);
		expect(
			commandsFor('cisco_ios', {
				intended: bgp('bgp log-neighbor-changes'),
				running: bgp(
					'bgp log-neighbor-changes',
					'neighbor G peer-group',
					'neighbor G remote-as 65002',
					'neighbor 192.0.2.1 peer-group G',
					'neighbor 192.0.2.1 description a',
					'address-family ipv4',
					' neighbor 192.0.2.1 activate',
				),
			}),
		).toEqual([
			'router bgp 65001',
			' no neighbor 192.0.2.1 description',
			' no neighbor 192.0.2.1 peer-group G',
			' no address-family ipv4',
			' no neighbor G remote-as 65002',
			' no neighbor G peer-group',
			'exit',
		]);
	});

	it('takes rules of VRP back by their number', () => {
		const acl = (rule: string): string => lines('acl number 3000', ` rule 5 ${rule}`);

		expect(commandsFor('huawei_vrp', { intended: acl('permit ip'), running: acl('deny ip') })).toEqual([
			'acl number 3000',
			' undo rule 5',
			' rule 5 permit ip',
			'quit',
		]);
	});

	it('leaves alone what is accepted', () => {
		const texts = {
			intended: lines('ntp server 192.0.2.1'),
			running: lines('ntp server 192.0.2.1', 'snmp-server contact anna'),
		};

		expect(commandsFor('cisco_ios', texts, { ignore: () => 'accepted' })).toEqual([]);
		expect(commandsFor('cisco_ios', texts, { scope: 'declared' })).toEqual([]);
	});

	it('speaks Junos: whole paths, deleted before they are set', () => {
		const intended = lines('system {', '    host-name a;', '    ntp {', '        server 192.0.2.1;', '    }', '}');
		const running = lines('system {', '    host-name b;', '    services {', '        telnet;', '    }', '}');

		expect(commandsFor('juniper_junos', { intended, running })).toEqual([
			'delete system services',
			'delete system host-name b',
			'set system host-name a',
			'set system ntp server 192.0.2.1',
		]);
		expect(
			commandsFor('juniper_junos', { intended, running: 'set system host-name a\nset system services telnet\n' }),
		).toEqual(['delete system services telnet', 'set system ntp server 192.0.2.1']);
	});

	it('speaks FortiOS: set, unset, delete, next and end', () => {
		const config = (...entries: readonly string[]): string => lines('config system interface', ...entries, 'end');
		const intended = config(
			'    edit "port1"',
			'        set ip 192.0.2.1 255.255.255.0',
			'        set alias "up"',
			'    next',
		);
		const running = config(
			'    edit "port1"',
			'        set ip 192.0.2.9 255.255.255.0',
			'        set allowaccess telnet',
			'        set alias "up"',
			'    next',
			'    edit "port2"',
			'        set alias "spare"',
			'    next',
		);

		expect(commandsFor('fortinet', { intended, running })).toEqual([
			'config system interface',
			' edit port1',
			'  unset allowaccess',
			'  set ip 192.0.2.1 255.255.255.0',
			' next',
			' delete port2',
			'end',
		]);
	});

	it('speaks VRP: undo and quit', () => {
		const intended = lines('#', 'interface GigabitEthernet0/0/1', ' undo shutdown', '#', 'return');
		const running = lines('#', 'interface GigabitEthernet0/0/1', ' shutdown', '#', 'return');

		expect(commandsFor('huawei_vrp', { intended, running })).toEqual([
			'interface GigabitEthernet0/0/1',
			' undo shutdown',
			'quit',
		]);
	});

	it.each([
		[
			'huawei_vrp',
			['aaa', ' local-user anna privilege level 3'],
			['aaa', ' undo local-user anna privilege level 3', 'quit'],
		],
		[
			'huawei_vrp',
			['interface 10GE1/0/1:2', ' mtu 9000', ' port link-type access', ' port default vlan 10'],
			['interface 10GE1/0/1:2', ' undo mtu', ' undo port link-type', ' undo port default vlan 10', 'quit'],
		],
		[
			'huawei_vrp',
			['user-interface vty 0 4', ' idle-timeout 5 0'],
			['user-interface vty 0 4', ' undo idle-timeout', 'quit'],
		],
		['huawei_vrp', ['interface GigabitEthernet0/0/1.100', ' mtu 1400'], ['undo interface GigabitEthernet0/0/1.100']],
		['huawei_vrp', ['route-policy A permit node 10', ' if-match acl 2000'], ['undo route-policy A node 10']],
		[
			'hp_comware',
			['interface Ten-GigabitEthernet1/0/1', ' port access vlan 10'],
			['interface Ten-GigabitEthernet1/0/1', ' undo port access vlan', 'quit'],
		],
		['hp_comware', ['interface Vlan-interface10', ' mtu 1400'], ['undo interface Vlan-interface10']],
		['hp_comware', ['line vty 0 63', ' user-role a'], ['line vty 0 63', ' undo user-role a', 'quit']],
		['dell_os10', ['interface ethernet1/1/1', ' mtu 9216'], ['interface ethernet1/1/1', ' no mtu', 'exit']],
		['dell_os10', ['interface vlan10', ' mtu 9216'], ['no interface vlan10']],
		['aruba_aoscx', ['interface 1/1/1', '    mtu 9198'], ['interface 1/1/1', ' no mtu 9198', 'exit']],
		['hp_procurve', ['interface A1', '   disable', '   exit'], ['interface A1', ' no disable', 'exit']],
	])('takes back on %s what stands in %j', (name, extra, commands) => {
		const intended = lines('sysname a');

		expect(commandsFor(name, { intended, running: lines('sysname a', ...extra) })).toEqual(commands);
	});

	it.each([
		['huawei_vrp', 'user-interface vty 0 4', 'authentication-mode aaa', 'authentication-mode none'],
		['huawei_vrp', 'interface GigabitEthernet0/0/1', 'port link-type trunk', 'port link-type access'],
		['hp_comware', 'line vty 0 63', 'idle-timeout 5 0', 'idle-timeout 0 0'],
	])('writes on %s over a value of %s, and takes it back for no moment', (name, section, intended, running) => {
		const commands = commandsFor(name, {
			intended: lines(section, ` ${intended}`),
			running: lines(section, ` ${running}`),
		});

		expect(commands).toEqual([section, ` ${intended}`, 'quit']);
	});

	it('says nothing where commands cannot be told from the config', () => {
		expect(
			commandsFor('opnsense', {
				intended: '<opnsense><a>1</a></opnsense>',
				running: '<opnsense><a>2</a></opnsense>',
			}),
		).toEqual([]);
	});
});
