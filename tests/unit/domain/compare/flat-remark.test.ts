import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../support/compare-texts.ts';
import { platformOf } from '../../../support/platform-of.ts';

const SHOWN = [
	'hostname a',
	'interface Ethernet0/1',
	' mtu 9000',
	'banner motd ^C',
	'  Hands off',
	'^C',
	'end',
	'',
].join('\n');
const FLAT = SHOWN.replace(' mtu', 'mtu');
const NO_SECTION = ['hostname b', 'ip domain name example.net', 'end', ''].join('\n');

describe('flatRemark', () => {
	it.each([
		['an intended config whose indentation was lost', FLAT, SHOWN, 'intended'],
		['a backup whose indentation was lost', SHOWN, FLAT, 'running'],
	])('tells of %s, and of the first section in it', (_, intended, running, side) => {
		expect(remarksOf(intended, running)).toEqual([
			expect.stringMatching(`no line of the ${side} config is indented: .*the section on line 2 `),
		]);
	});

	it.each([
		['where one side has no sections', NO_SECTION, SHOWN],
		['where both are flat', NO_SECTION, FLAT],
		['where some line is indented', SHOWN, SHOWN.replace('9000', '1500')],
	])('says nothing %s', (_, intended, running) => {
		expect(remarksOf(intended, running)).toEqual([]);
	});

	it('says nothing of statements that need no sections', () => {
		expect(remarksOf('set system host-name a\n', 'system {\n    host-name b;\n}\n', 'juniper_junos')).toEqual([]);
	});
});

function remarksOf(intended: string, running: string, platform = 'cisco_ios'): readonly string[] {
	return compareTexts({ intended, running, platform: platformOf(platform) }).remarks;
}
