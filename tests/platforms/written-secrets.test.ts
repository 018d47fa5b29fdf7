import { describe, expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import type { MaskingPattern } from '../../src/domain/masking/pattern.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { skimMasks } from '../support/at-once.ts';
import { platformOf } from '../support/platform-of.ts';

/** Commands as people write them, where a device takes them so and shows them in full and in small letters. */
describe.each(platforms.names.filter((name) => platformOf(name).syntax.takesCapitals === true))('%s', (name) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'written' });

	it.each(masks.lineMasks.flatMap(inCapitals))('hides the secret of a command in capitals: %s%s', (command, secret) => {
		const text = `hostname a\n${command}${secret}\nvlan 7\n`;

		expect(maskContent(text, masks).text).not.toContain(secret);
		expect(skimMasks(text, masks)?.hits).not.toEqual([]);
	});
});

it.each([
	'snmp-s comm fictive RO',
	'snmp com fictive',
	'snmp-server comm fictive RW 10',
	'snmp-s host 192.0.2.1 ver 2c fictive',
	'snmp-s us anna ops v3 au sha fictive pri aes 128 fictive',
	'ena sec 0 fictive',
	'enable sec fictive',
	'usern anna pass fictive',
	'user anna priv 15 sec 0 fictive',
	'username anna privilege 15 sec fictive',
	'neigh 192.0.2.1 passw fictive',
	'neighbor 192.0.2.1 pass 0 fictive',
	'pass fictive',
	'tac-s host 192.0.2.1 key fictive',
	'radius-s host 192.0.2.1 auth 1812 acct 1813 key fictive',
	'server-p 192.0.2.1 key fictive',
	'ip ospf mess 1 md5 fictive',
	'area 0 vir 192.0.2.1 authentication-k fictive',
	'ntp authentication-k 1 md5 fictive',
	'key-s fictive',
	'cry isa key fictive add 192.0.2.1',
	'pre-shared addr 192.0.2.1 k fictive',
	'stand 1 auth fictive',
	'standby 1 auth md5 key-s fictive',
	'ppp pap sent anna pass fictive',
	'ip ftp pass fictive',
	'ip nhrp auth fictive',
	'mpls ldp neigh 192.0.2.1 pass fictive',
	'SNMP-S COMM fictive RO',
	'no ena sec fictive',
	'! SNMP-SERVER COMMUNITY fictive RO',
	'! NO SNMP-SERVER COMMUNITY fictive',
	'action 1.0 cli command "snmp-s comm fictive"',
	'ena sec 0 "fictive words"',
	'stand 1 auth "fictive"',
	'snmp-s comm "fictive" RO',
	'snmp-s ho inside 192.0.2.1 comm fictive ver 2c',
	'snmp-server user anna ops v3 au md5 fictive1 pr aes 128 fictive2',
	'snmp-s us anna ops v3 au md5 0 fictive',
	'crypto isakmp k fictive address 192.0.2.1',
	'pre-sh fictive',
	'k 7 fictive',
	'vtp pass fictive',
	'standby 1 authentication md5 key-str fictive',
	'ENA SEC 0 "fictive words"',
])('hides the secret of a command that is cut short: %s', (line) => {
	for (const name of ['cisco_ios', 'cisco_nxos', 'cisco_xr', 'cisco_asa', 'arista_eos', 'dell_os10']) {
		const { text } = maskContent(`${line}\n`, compileMasks(platformOf(name), { fingerprintKey: 'written' }));

		expect(text, name).not.toContain('fictive');
	}
});

it.each(['cisco_ios', 'cisco_nxos', 'cisco_xr', 'arista_eos', 'dell_os10'])(
	'hides the community, not the word version, where only that is cut short: %s',
	(name) => {
		const masks = compileMasks(platformOf(name), { fingerprintKey: 'written' });

		expect(maskContent('snmp-server host 192.0.2.1 ver 2c fictive\n', masks).text).toMatch(
			/^snmp-server host 192\.0\.2\.1 ver 2c <secret:[0-9a-f]{6}>\n$/,
		);
	},
);

it('hides no address of a server where a community follows', () => {
	const masks = compileMasks(platformOf('cisco_asa'), { fingerprintKey: 'written' });

	expect(maskContent('snmp-s ho inside 192.0.2.1 comm fictive\n', masks).text).toMatch(
		/^snmp-s ho inside 192\.0\.2\.1 comm <secret:[0-9a-f]{6}>\n$/,
	);
});

it.each([
	['cisco_ios', 'snmp-server  community  fictive  RO'],
	['cisco_ios', 'username  anna  privilege 15  secret\t0\tfictive'],
	['cisco_ios', 'SNMP-SERVER   COMMUNITY   fictive   RO'],
	['cisco_ios', 'snmp-server user anna ops v3 auth   md5  fictive1  priv aes  128  fictive2'],
	['arista_eos', 'enable   password  0 fictive'],
	['cisco_asa', 'passwd   fictive'],
	['juniper_junos', 'set  snmp  community  fictive  authorization read-only'],
	['huawei_vrp', 'snmp-agent community  read  cipher  fictive'],
	['fortinet', 'set  password  fictive'],
])('hides the secret of a command in columns on %s: %s', (name, line) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'written' });
	const { text } = maskContent(`${line}\n`, masks);

	expect(text).not.toContain('fictive');
	expect(text.replaceAll(/<secret(?::\w+)?>/g, '')).toBe(`${line}\n`.replaceAll(/fictive\d?/g, ''));
	expect(maskContent(text, masks).text).toBe(text);
});

it('gives a secret the same fingerprint in columns', () => {
	const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'written' });
	const { text } = maskContent('snmp-server  community\tfictive\n', masks);

	expect(text.replaceAll(/[ \t]+/g, ' ')).toBe(maskContent('snmp-server community fictive\n', masks).text);
});

it('takes no sentence of a banner or a comment for a command in capitals', () => {
	const banner =
		'banner motd #\nUsername and password are yours\nKey of the room: see the guard\n#\n! Password of the day\n! Key Account\n';
	const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'written' });

	expect(maskContent(banner, masks).text).toBe(banner);
});

/** The examples of a mask of commands, up to the secret in capitals. */
function inCapitals({ id, within, pattern, matches }: MaskingPattern): readonly (readonly [string, string])[] {
	if (!id.startsWith('secret/') || within !== undefined || !pattern.source.startsWith('^')) return [];
	return matches.flatMap((line) => {
		const spans = Object.entries(pattern.exec(line)?.indices?.groups ?? {});
		const [start, end] = spans.find(([group]) => group.startsWith('secret'))?.[1] ?? [0, 0];
		const isCommand = /^[a-z]/.test(line) && end - start > 3;
		return isCommand ? [[line.slice(0, start).toUpperCase(), line.slice(start)] as const] : [];
	});
}
