import { describe, expect, it } from 'vitest';
import { compareTexts, describeChange } from '../../../support/compare-texts.ts';
import { platformOf } from '../../../support/platform-of.ts';

/** A text with one block that cannot be read, and the same text as it should be; below the block they differ in a line. */
interface Odd {
	readonly platform: string;
	readonly odd: readonly string[];
	readonly whole: readonly string[];
	/** What the block itself and the line below it come to, odd text against whole text. */
	readonly changes: readonly unknown[];
	readonly remark: string;
}

/** What Junos runs while the braces of the intended config do not match. */
const TWO_INTERFACES = [
	'interfaces {',
	'    ge-0/0/0 {',
	'        mtu 1500;',
	'    }',
	'    ge-0/0/1 {',
	'        disable;',
	'    }',
	'}',
	'system {',
	'    host-name b;',
	'}',
];

const SECRET = 'MIIEowIBAAKCAQEAfictive';

const cases: Readonly<Record<string, Odd>> = {
	'indented: a banner without its delimiter': {
		platform: 'cisco_ios',
		odd: ['banner motd ^C', 'hello there', 'hostname a', 'interface Gi0/1', ' mtu 1500', 'end'],
		whole: ['banner motd ^C', 'hello there', '^C', 'hostname a', 'interface Gi0/1', ' mtu 9000', 'end'],
		changes: [
			'extra banner motd > hello there',
			'missing hello there',
			'changed interface Gi0/1 > mtu 1500 → mtu 9000',
		],
		remark: 'the banner that starts on line 1',
	},
	'indented: a certificate without quit': {
		platform: 'cisco_ios',
		odd: ['crypto pki certificate chain A', ' certificate ca 01', '  30820122 300D0609', '  2A86', 'hostname a', 'end'],
		whole: [
			...['crypto pki certificate chain A', ' certificate ca 01', '  30820122 300D0609', '  2A86', '  quit'],
			...['hostname b', 'end'],
		],
		changes: [expect.stringContaining('certificate ca 01'), 'changed hostname a → hostname b'],
		remark: 'the certificate that starts on line 2',
	},
	'indented: a certificate that a mask takes out, without quit': {
		platform: 'cisco_ios',
		odd: [
			...['crypto pki certificate chain A', ' certificate self-signed 01', '  30820122 300D0609', '  2A86'],
			...['hostname a', 'end'],
		],
		whole: [
			...['crypto pki certificate chain A', ' certificate self-signed 01', '  30820122 300D0609', '  2A86', '  quit'],
			...['hostname b', 'end'],
		],
		changes: ['changed hostname a → hostname b'],
		remark: 'the certificate that starts on line 2 of the intended config never ends',
	},
	'indented: a private key without its end': {
		platform: 'aruba_aoscx',
		odd: ['crypto pki x', '-----BEGIN PRIVATE KEY-----', SECRET, 'AQAB', 'interface 1/1/1', '    mtu 1500'],
		whole: [
			...['crypto pki x', '-----BEGIN PRIVATE KEY-----', SECRET, 'AQAB', '-----END PRIVATE KEY-----'],
			...['interface 1/1/1', '    mtu 9000'],
		],
		changes: [expect.stringContaining('-----BEGIN PRIVATE KEY-----'), 'changed interface 1/1/1 > mtu 1500 → mtu 9000'],
		remark: 'the private-key that starts on line 2',
	},
	'indented: a script without its end': {
		platform: 'arista_eos',
		odd: ['event-handler a', '   action bash', 'echo one', 'hostname a', 'end'],
		whole: ['event-handler a', '   action bash', 'echo one', 'EOF', 'hostname b', 'end'],
		changes: [
			...['echo one', 'EOF'].map((line) => `extra event-handler a > action bash > ${line}`),
			'missing echo one',
			'changed hostname a → hostname b',
		],
		remark: 'the event-handler-script that starts on line 2',
	},
	'indented: a policy without its end': {
		platform: 'cisco_xr',
		odd: ['route-policy A', '  pass', 'route-policy B', '  drop', 'end-policy', 'hostname a', 'end'],
		whole: ['route-policy A', '  pass', 'end-policy', 'route-policy B', '  drop', 'end-policy', 'hostname b', 'end'],
		changes: ['changed hostname a → hostname b'],
		remark: 'the policy, set or job that starts on line 1 of the intended config never ends',
	},
	'braces: a section that is not closed': {
		platform: 'juniper_junos',
		odd: [
			'interfaces {',
			'    ge-0/0/0 {',
			'        mtu 1500;',
			'    ge-0/0/1 {',
			'        disable;',
			'    }',
			'}',
			'system {',
			'    host-name a;',
			'}',
		],
		whole: TWO_INTERFACES,
		changes: ['changed system > host-name a → host-name b'],
		remark: 'the sections of the intended config do not open and close in pairs (line 4)',
	},
	'braces: a section that is closed twice': {
		platform: 'juniper_junos',
		odd: [
			'interfaces {',
			'    ge-0/0/0 {',
			'        mtu 1500;',
			'        }',
			'    }',
			'    ge-0/0/1 {',
			'        disable;',
			'    }',
			'}',
			'system {',
			'    host-name a;',
			'}',
		],
		whole: TWO_INTERFACES,
		changes: ['changed system > host-name a → host-name b'],
		remark: 'the sections of the intended config do not open and close in pairs',
	},
	'braces: an iRule with a brace too many': {
		platform: 'f5_tmsh',
		odd: ['ltm rule r {', 'when HTTP_REQUEST {', 'log a', '}', 'ltm node b {', '    address 192.0.2.1', '}'],
		whole: ['ltm rule r {', 'when HTTP_REQUEST {', 'log a', '}', '}', 'ltm node b {', '    address 192.0.2.2', '}'],
		changes: [
			...['when HTTP_REQUEST {', 'log a', '}', '}'].map((line) => `extra ltm rule r > ${line}`),
			...['missing when HTTP_REQUEST', 'missing when HTTP_REQUEST > log a'],
			'changed ltm node b > address 192.0.2.1 → address 192.0.2.2',
		],
		remark: 'the irule that starts on line 1',
	},
	'braces: a quoted key without its quote (PAN-OS)': {
		platform: 'paloalto_panos',
		odd: [
			'shared {',
			'  certificate {',
			'    a {',
			'      private-key "-----BEGIN PRIVATE KEY-----',
			SECRET,
			'    }',
			'  }',
			'}',
			'deviceconfig {',
			'  mtu 1500;',
			'}',
		],
		whole: [
			'shared {',
			'  certificate {',
			'    a {',
			'      private-key "-----BEGIN PRIVATE KEY-----',
			SECRET,
			'-----END PRIVATE KEY-----";',
			'    }',
			'  }',
			'}',
			'deviceconfig {',
			'  mtu 9000;',
			'}',
		],
		changes: [expect.stringContaining('private-key'), 'changed deviceconfig > mtu 1500 → mtu 9000'],
		remark: 'the quoted-text that starts on line 4',
	},
	'braces: MD-CLI': {
		platform: 'nokia_srosmd',
		odd: [
			'configure {',
			'    card 1 {',
			'        card-type imm',
			'    port 1/1/1 {',
			'        mtu 1500',
			'    }',
			'}',
			'persistent-indices {',
			'    a 1',
			'}',
		],
		whole: [
			'configure {',
			'    card 1 {',
			'        card-type imm',
			'    }',
			'    port 1/1/1 {',
			'        mtu 9000',
			'    }',
			'}',
			'persistent-indices {',
			'    a 1',
			'}',
		],
		changes: ['changed configure > port 1/1/1 > mtu 1500 → mtu 9000'],
		remark: 'the sections of the intended config do not open and close in pairs (line 4)',
	},
	'edit-blocks: a table without end': {
		platform: 'fortinet',
		odd: [
			'config system interface',
			'    edit "port1"',
			'        set mtu 1500',
			'    next',
			'config system global',
			'    set hostname "a"',
			'end',
		],
		whole: [
			'config system interface',
			'    edit "port1"',
			'        set mtu 1500',
			'    next',
			'end',
			'config system global',
			'    set hostname "b"',
			'end',
		],
		changes: ['changed config system global > set hostname a → set hostname b'],
		remark: 'the sections of the intended config do not open and close in pairs (line 5)',
	},
	'edit-blocks: a key without its end': {
		platform: 'fortinet',
		odd: [
			'config vpn certificate local',
			'    edit "a"',
			'        set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----',
			SECRET,
			'    next',
			'end',
			'config system global',
			'    set hostname a',
			'end',
		],
		whole: [
			'config vpn certificate local',
			'    edit "a"',
			'        set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----',
			SECRET,
			'-----END ENCRYPTED PRIVATE KEY-----"',
			'    next',
			'end',
			'config system global',
			'    set hostname b',
			'end',
		],
		changes: [
			expect.stringContaining('set private-key'),
			'changed config system global > set hostname a → set hostname b',
		],
		remark: 'the encrypted-private-key that starts on line 3',
	},
	'edit-blocks: a key that lost its last line but one, and a message in it': {
		platform: 'fortinet',
		odd: [
			...['config vpn certificate local', '    edit a', '        set private-key "-----BEGIN PRIVATE KEY-----', SECRET],
			...['a message of the device', `fictive${'A'.repeat(57)}`, 'AQAB"', '    next', 'end'],
			...['config system global', '    set hostname a', 'end'],
		],
		whole: [
			...['config vpn certificate local', '    edit a', '        set private-key "-----BEGIN PRIVATE KEY-----', SECRET],
			...['-----END PRIVATE KEY-----"', '    next', 'end', 'config system global', '    set hostname b', 'end'],
		],
		changes: [
			expect.stringContaining('set private-key'),
			'changed config system global > set hostname a → set hostname b',
		],
		remark: 'the encrypted-private-key that starts on line 3',
	},
	'paths: a key without its end': {
		platform: 'mikrotik_routeros',
		odd: ['/file', '-----BEGIN PRIVATE KEY-----', SECRET, '/system identity', 'set name=a'],
		whole: [
			'/file',
			'-----BEGIN PRIVATE KEY-----',
			SECRET,
			'-----END PRIVATE KEY-----',
			'/system identity',
			'set name=b',
		],
		changes: [
			expect.stringContaining('-----BEGIN PRIVATE KEY-----'),
			'changed /system identity > set name=a → set name=b',
		],
		remark: 'the private-key that starts on line 2',
	},
	'set: a key without its end': {
		platform: 'checkpoint_gaia',
		odd: ['set a "-----BEGIN PRIVATE KEY-----', SECRET, 'set hostname a'],
		whole: ['set a "-----BEGIN PRIVATE KEY-----', SECRET, '-----END PRIVATE KEY-----', 'set hostname b'],
		changes: [expect.stringContaining('-----BEGIN PRIVATE KEY-----'), 'changed set hostname a → set hostname b'],
		remark: 'the private-key that starts on line 1',
	},
};

describe('one block that cannot be read', () => {
	it.each(Object.entries(cases))(
		'changes nothing beside it, is told, and shows no secret: %s',
		(_, { platform, odd, whole, changes, remark }) => {
			const report = compareTexts({ platform: platformOf(platform), intended: odd, running: whole });

			expect(report.changes.map(describeChange)).toEqual(changes);
			expect(report.remarks.join('\n')).toContain(remark);
			expect(JSON.stringify(report)).not.toMatch(/fictive|AQAB/);
		},
	);
});
