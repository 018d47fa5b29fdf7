import { describe, expect, it } from 'vitest';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { saysSomething } from '../../../../src/domain/config/says-something.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platforms } from '../../../../src/platforms/index.ts';

function says(name: string, text: string): boolean {
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`no platform ${name}`);
	return saysSomething(
		prepareConfig(text, compileMasks(platform, { userMasks: [], fingerprintKey: 'k'.repeat(16) })).lines,
		platform.syntax,
	);
}

describe('saysSomething', () => {
	it.each([
		['cisco_ios', '! rendered without its data\nend\n'],
		['opnsense', '<?xml version="1.0"?>\n<opnsense/>\n'],
		['pfsense', '<pfsense>\n</pfsense>\n'],
		['sonic', '{}\n'],
		['sonic', '{ "VLAN": {} }\n'],
		['juniper_junos', '{}\n'],
		['juniper_junos', '{\n}\n'],
		['juniper_junos', 'system {\n    services {\n    }\n}\n'],
		['f5_tmsh', 'ltm pool web { }\n'],
		['fortinet', 'config system global\nend\n'],
		['mikrotik_routeros', '/ip address\n/ip route\n'],
	])('is false for a file of %s that only holds %j', (platform, text) => {
		expect(says(platform, text)).toBe(false);
	});

	it.each([
		['cisco_ios', 'interface Loopback0\n'],
		['cisco_ios', 'config register 0x2102\n'],
		['juniper_junos', 'system {\n    services;\n}\n'],
		['juniper_junos', 'set system services ssh\nset system login\n'],
		['opnsense', '<opnsense><system><hostname>fw</hostname></system></opnsense>\n'],
		['opnsense', '<opnsense><enable/></opnsense>\n'],
		['sonic', '{ "VLAN": { "Vlan10": { "vlanid": "10" } } }\n'],
		['juniper_junos', 'system {\n    host-name r1;\n}\n'],
		['juniper_junos', 'set system host-name r1\n'],
		['fortinet', 'config firewall address\n    edit "a"\n    next\nend\n'],
		['mikrotik_routeros', '/ip address\nadd address=192.0.2.1/24 interface=ether1\n'],
		['mikrotik_routeros', '/system identity set name=r1\n'],
		['mikrotik_routeros', '/ip service disable telnet\n'],
	])('is true for a file of %s that holds %j', (platform, text) => {
		expect(says(platform, text)).toBe(true);
	});
});
