import { describe, expect, it } from 'vitest';
import { type Adoption, type AdoptOptions, adoptConfig } from '../../../../src/domain/adopt/adopt-config.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../support/platform-of.ts';

interface Sides extends Partial<Pick<AdoptOptions, 'isChosen' | 'refusalOf' | 'scope'>> {
	readonly intended: string;
	readonly running: string;
}

function adopt(name: string, { intended, running, ...options }: Sides): Adoption {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'test' });
	return adoptConfig({ text: intended, running: prepareConfig(running, masks), masks, ...options });
}

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

describe('adoptConfig', () => {
	it('leaves a file in sync as it is, byte for byte', () => {
		const intended = '\uFEFFhostname a\r\n\r\n! note\r\nntp server 192.0.2.1';

		const { text, adopted } = adopt('cisco_ios', { intended, running: 'ntp server 192.0.2.1\nhostname a\n' });

		expect(text).toBe(intended);
		expect(adopted).toEqual([]);
	});

	it.each([
		['cisco_ios', ['a 1', 'b 1', 'a 1', ' c 1', 'a 1'], ['a 1', 'b 1']],
		['fortinet', ['config a', 'end', 'config a', '    set b c', 'end', 'config a', 'end'], ['config a', 'end']],
		['juniper_junos', ['a {', '}', 'a {', '    b c;', '}', 'a {', '}'], ['a {', '}']],
	])('empties a section that the file of %s opens three times, and takes away what is left', (name, file, device) => {
		const { text, refused } = adopt(name, { intended: lines(...file), running: lines(...device) });

		expect(refused).toEqual([]);
		expect(text).toBe(lines(...device));
	});

	it('keeps comments, blank lines, the order and the line ends of the file', () => {
		const intended =
			'! by the core team\r\nntp server 192.0.2.1\r\n\r\ninterface Gi0/1\r\n\tdescription a\r\n\tmtu 1500\r\n';
		const running = lines('interface Gi0/1', ' mtu 9000', ' description a', ' shutdown', 'ntp server 192.0.2.1');

		const { text } = adopt('cisco_ios', { intended, running });

		expect(text).toBe(
			'! by the core team\r\nntp server 192.0.2.1\r\n\r\ninterface Gi0/1\r\n\tdescription a\r\n\tshutdown\r\n\tmtu 9000\r\n',
		);
	});

	it.each([
		['changed', 'ntp server 192.0.2.9'],
		['gone', ''],
		['followed by another', 'ntp server 192.0.2.1\nntp server 192.0.2.9'],
	])('keeps the end of a file without one where its last line is %s', (_, running) => {
		for (const end of ['\n', '\r\n']) {
			const intended = ['hostname a', 'ntp server 192.0.2.1'].join(end);

			const { text } = adopt('cisco_ios', { intended, running: `hostname a\n${running}\n` });

			expect(text).toBe(['hostname a', running].join(end).trimEnd().replaceAll(/\r?\n/g, end));
		}
	});

	it('hides a secret in an element that is called so', () => {
		const config = (secret: string): string =>
			lines(
				'<?xml version="1.0"?>',
				'<opnsense>',
				'  <radius>',
				`    <secret>${secret}</secret>`,
				'  </radius>',
				'</opnsense>',
			);

		const { text, refused } = adopt('opnsense', { intended: config('fictive'), running: config('other') });

		expect(refused).toEqual([]);
		expect(text).toBe(config('&lt;removed&gt;'));
	});

	it('ends a text once where a blank line stands in front of its end', () => {
		const job = (command: string): string => lines('scheduler job name A', command, '', 'end-job', 'hostname a');

		const { text } = adopt('cisco_nxos', { intended: job('show clock'), running: job('show version') });

		expect(text).toBe(lines('scheduler job name A', 'show version', 'end-job', 'hostname a'));
	});

	it('knows the end of a text from what devices print between sections', () => {
		const banner = (delimiter: string, text: string): string =>
			lines('hostname a', `banner login ${delimiter}`, text, delimiter, 'ntp server 192.0.2.1');

		for (const delimiter of ['#', '!', '^C']) {
			for (const other of ['#', '!', '^C']) {
				const { text, refused } = adopt('cisco_ios', { intended: banner(delimiter, 'a'), running: banner(other, 'b') });

				expect(refused).toEqual([]);
				expect(text).toBe(banner(other, 'b'));
			}
		}
	});

	it('tells what differs only now, because the device runs what cannot be read from a file', () => {
		const intended = lines('hostname a', 'banner login ^C', 'Authorised', '^C', 'ntp server 192.0.2.1');
		const running = lines('hostname a', '^C', 'banner login ^C', 'Authorised', 'ntp server 192.0.2.1');

		const { refused } = adopt('cisco_ios', { intended, running });

		expect(refused).not.toEqual([]);
	});

	it('takes the remarks above an entry of a list along when it moves', () => {
		const intended = lines('ip access-list extended IN', ' ! web', ' permit tcp any any eq 443', ' deny ip any any');
		const running = lines('ip access-list extended IN', ' deny ip any any', ' permit tcp any any eq 443');

		const { text } = adopt('cisco_ios', { intended, running });

		expect(text).toBe(lines('ip access-list extended IN', ' deny ip any any', ' ! web', ' permit tcp any any eq 443'));
	});

	it('keeps the placeholders of the file, and hides what is new', () => {
		const intended = lines(
			`snmp-server community \${SNMP_RO} RO`,
			'username anna privilege 1 secret 9 $9$salt$hash',
			'username ben privilege 1 secret 9 {{ ben }}',
		);
		const running = lines(
			'snmp-server community s3cretRO RW',
			'username anna privilege 15 secret 9 $9$salt$hash',
			'username ben privilege 1 secret 9 $9$other$hash',
			'username eve privilege 15 secret 9 $9$third$hash',
		);

		const { text } = adopt('cisco_ios', { intended, running });

		expect(text).toBe(
			lines(
				`snmp-server community \${SNMP_RO} RW`,
				'username anna privilege 15 secret 9 $9$salt$hash',
				'username ben privilege 1 secret 9 {{ ben }}',
				'username eve privilege 15 secret 9 <removed>',
			),
		);
	});

	it('writes a placeholder where the secret itself is another one', () => {
		const { text } = adopt('cisco_ios', {
			intended: lines('enable secret 9 $9$old$hash'),
			running: lines('enable secret 9 $9$new$hash'),
		});

		expect(text).toBe(lines('enable secret 9 <removed>'));
	});

	it('does not write a line that must not be, says why, and writes the others', () => {
		const { text, adopted, refused } = adopt('cisco_ios', {
			intended: lines('hostname a'),
			running: lines('hostname a', 'ntp server 192.0.2.1', 'alias exec x hunter22'),
			refusalOf: (line) => (line.includes('hunter22') ? 'holds a login' : null),
		});

		expect(text).toBe(lines('hostname a', 'ntp server 192.0.2.1'));
		expect(adopted).toHaveLength(1);
		expect(refused).toMatchObject([{ change: { line: 'alias exec x hunter22' }, reason: 'holds a login' }]);
	});

	it('does not write a text of several lines of which one must not be written', () => {
		const banner = (...text: readonly string[]): string => lines('hostname a', 'banner motd ^C', ...text, '^C');

		const { text, refused } = adopt('cisco_ios', {
			intended: banner('one', 'two'),
			running: banner('three', 'hunter22'),
			refusalOf: (line) => (line.includes('hunter22') ? 'holds a login' : null),
		});

		expect(text).toBe(banner('one', 'two'));
		expect(refused).toHaveLength(2);
	});

	it('leaves what the device has beyond a file that declares only a part', () => {
		const { text, adopted } = adopt('cisco_ios', {
			intended: lines('hostname a'),
			running: lines('hostname b', 'ntp server 192.0.2.1'),
			scope: 'declared',
		});

		expect(text).toBe(lines('hostname b'));
		expect(adopted).toHaveLength(1);
	});

	it('never leaves an empty file behind', () => {
		const { text, refused } = adopt('cisco_ios', { intended: lines('hostname a'), running: lines('! nothing') });

		expect(text).toBe(lines('hostname a'));
		expect(refused).toHaveLength(1);
	});

	it.each([
		['key chain A', 'exit'],
		['vrf A', 'exit-vrf'],
	])('takes what closes %s along, in which nothing stands', (header, closer) => {
		const intended = lines('hostname a', header, closer, 'password-min-length 8');

		const gone = adopt('frr', { intended, running: lines('hostname a', 'password-min-length 8') });
		const followed = adopt('frr', { intended: lines(header, closer), running: lines(header, closer, 'hostname a') });

		expect(gone.text).toBe(lines('hostname a', 'password-min-length 8'));
		expect(followed.text).toBe(lines(header, closer, 'hostname a'));
	});

	it('takes what closes an empty section inside of another one along, where each is closed below its header', () => {
		const chain = (...inside: readonly string[]): string => lines('key chain A', ' key 1', ' exit', ...inside, 'exit');

		const { text } = adopt('frr', { intended: chain(' key 2', ' exit'), running: chain() });

		expect(text).toBe(chain());
	});

	it('writes a section where the file has it, and not where the file has a line of it outside', () => {
		const bgp = (outside: readonly string[], ...inside: readonly string[]): string =>
			lines(
				'router bgp 65001',
				' neighbor 192.0.2.1 remote-as 65002',
				...outside,
				' neighbor 192.0.2.2 remote-as 65003',
				' address-family ipv4 unicast',
				...inside.map((line) => `  ${line}`),
				' exit-address-family',
				'exit',
			);
		const running = bgp([], 'network 10.0.0.0/8', 'neighbor 192.0.2.2 weight 5');
		const outside = [' network 10.0.0.0/8', ' network 10.1.0.0/16'];

		const { text } = adopt('frr', { intended: bgp(outside, 'neighbor 192.0.2.2 weight 5'), running });

		expect(text).toBe(running);
	});

	it('leaves what closes the section around a statement', () => {
		const section = (...inside: readonly string[]): string => lines('interface eth0', ' mtu 9000', ...inside, ' exit');
		const family = (...inside: readonly string[]): string =>
			lines('router bgp 1', ' address-family ipv4', ...inside, ' no auto-summary', ' exit-address-family');

		const one = adopt('frr', { intended: section(' description a'), running: section() });
		const other = adopt('cisco_ios', { intended: family(' neighbor 192.0.2.1 activate'), running: family() });

		expect(one.text).toBe(section());
		expect(other.text).toBe(family());
	});

	it('gives a statement without content a place for it, and takes an emptied section for such a statement', () => {
		const full = lines('system {', '    services {', '        ssh;', '    }', '}');
		const shut = lines('system {', '    services;', '}');

		expect(adopt('juniper_junos', { intended: shut, running: full }).text).toBe(full);
		expect(adopt('juniper_junos', { intended: full, running: shut }).refused).toEqual([]);
	});

	it('sets the commas of a JSON document, and lays one out that has several keys on a line', () => {
		const intended = '{"PORT": {"Ethernet0": {"mtu": "9100"}}}\n';
		const running = '{"PORT": {"Ethernet0": {"mtu": "1500"}, "Ethernet4": {"mtu": "9100"}}}';

		const { text } = adopt('sonic', { intended, running });

		expect(JSON.parse(text)).toEqual({ PORT: { Ethernet0: { mtu: '1500' }, Ethernet4: { mtu: '9100' } } });
		expect(text.split('\n')[2]).toBe('    "Ethernet0": {');
		const elsewhere = adopt('sonic', { intended: intended.trimEnd().replace(' ', '\r\n'), running });
		expect(elsewhere.text).toBe(text.trimEnd().replaceAll('\n', '\r\n'));
	});

	it('refuses to put set statements into a file in braces', () => {
		const { text, refused } = adopt('juniper_junos', {
			intended: lines('system {', '    host-name a;', '}'),
			running: lines('set system host-name b'),
		});

		expect(text).toContain('host-name a;');
		expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('cannot be written into this file')]);
	});

	it('does not touch a file with a carriage return inside of a line', () => {
		const intended = 'hostname a\rntp server 192.0.2.1\n';

		const { text, refused } = adopt('cisco_ios', { intended, running: 'hostname b\nntp server 192.0.2.1\n' });

		expect(text).toBe(intended);
		expect(refused).toHaveLength(1);
	});

	it('refuses a file that cannot be read', () => {
		const intended = lines('hostname a', 'banner motd ^C', 'no end');

		expect(() => adopt('cisco_ios', { intended, running: 'hostname b\n' })).toThrow(/does not end/);
	});

	it.each([
		['juniper_junos', lines('system {', '    host-name a;', 'snmp {', '    name a;', '}')],
		[
			'fortinet',
			lines('config system global', '    set hostname a', 'config system dns', '    set primary 192.0.2.1', 'end'),
		],
	])('refuses a file of %s with a section that is not closed', (platform, intended) => {
		expect(() => adopt(platform, { intended, running: '' })).toThrow(/do not open and close in pairs/);
	});
});
