import { describe, expect, it } from 'vitest';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { prepareAlike } from '../../../support/at-once.ts';
import { platformOf } from '../../../support/platform-of.ts';

const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'test' });
const END = `hostname a\n${'interface Gi0/1\n no ip redirects\n'.repeat(9)}end\n`;

describe('prepareAlike', () => {
	it('reads what both have in common for both', () => {
		const header = 'Building configuration...\n! Last configuration change at 01:02:03 UTC Mon Jan 5 2026 by anna\n';

		const alike = prepareAlike({ intended: END, running: header + END }, masks);

		expect(alike?.same).toBe(true);
		expect(alike?.running.lines).toEqual(prepareConfig(header + END, masks).lines);
		expect(alike?.running.metadata).toEqual({ lastChangedBy: 'anna', lastChangedAt: '01:02:03 UTC Mon Jan 5 2026' });
		expect(alike?.running.masked).toEqual(prepareConfig(header + END, masks).masked);
	});

	it('tells two texts apart that differ above their common end', () => {
		const alike = prepareAlike({ intended: `version 15.1\n${END}`, running: `version 15.2\n${END}` }, masks);

		expect(alike?.same).toBe(false);
		expect(alike?.running.tree[0]).toMatchObject({ text: 'version 15.2', lineNumber: 1 });
	});

	it.each([
		['a frame, which ends no section', 'vlan 1\nend\n name one and only\n', 'vlan 2\nend\n name one and only\n'],
		['an open banner', `banner motd ^C\n${END}^C\n`, `banner login ^C\n${END}^C\n`],
		['the middle of a line', END, `no ${END}`],
		['a small part of it', `${'ntp server 192.0.2.1\n'.repeat(30)}${END}`, `ntp server 192.0.2.2\n${END}`],
	])('reads each by itself where a common end starts with %s', (_case, intended, running) => {
		const alike = prepareAlike({ intended, running }, masks);

		expect(alike?.running.tree ?? null).toEqual(alike === null ? null : prepareConfig(running, masks).tree);
		expect(alike?.intended.tree ?? null).toEqual(alike === null ? null : prepareConfig(intended, masks).tree);
		expect(alike?.same ?? false).toBe(false);
	});

	it('reads each by itself where a common end starts inside a program that is not indented', () => {
		const xr = compileMasks(platformOf('cisco_xr'), { fingerprintKey: 'test' });
		const rest = `pass\nend-policy\n!\n${'interface GigabitEthernet0/0/0/1\n shutdown\n'.repeat(9)}end\n`;

		expect(prepareAlike({ intended: `route-policy A\n${rest}`, running: `route-policy B\n${rest}` }, xr)).toBeNull();
	});

	it('reads each by itself where people have to be told of a program whose end never comes', () => {
		const xr = compileMasks(platformOf('cisco_xr'), { fingerprintKey: 'test' });
		const text = `hostname a\nroute-policy A\n  pass\nroute-policy B\n  pass\nend-policy\n${'vlan 1\n'.repeat(9)}end\n`;

		expect(prepareAlike({ intended: text, running: `!\n${text}` }, xr)).toBeNull();
	});

	it('leaves alone what is read from its beginning only', () => {
		const junos = compileMasks(platformOf('juniper_junos'), { fingerprintKey: 'test' });
		const text = 'system {\n    host-name a;\n}\n';

		expect(prepareAlike({ intended: text, running: `## Last commit: x\n${text}` }, junos)).toBeNull();
	});
});
