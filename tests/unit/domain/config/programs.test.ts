import { describe, expect, it } from 'vitest';
import { adoptConfig } from '../../../../src/domain/adopt/adopt-config.ts';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { printTree } from '../../../../src/domain/config/print.ts';
import { endsInProgram, indentPrograms } from '../../../../src/domain/config/programs.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { buildTree } from '../../../support/at-once.ts';
import { differences } from '../../../support/compare-texts.ts';
import { platformOf } from '../../../support/platform-of.ts';

const xr = platformOf('cisco_xr');

const SHOWN = [
	'hostname a',
	'route-policy EDGE($asn)',
	'  # who may come in',
	'  if destination in EDGE then',
	'    pass',
	'  endif',
	'end-policy',
	'!',
	'prefix-set EDGE',
	'  192.0.2.0/24,',
	'  198.51.100.0/24',
	'end-set',
	'!',
	'router bgp 65001',
	' neighbor 192.0.2.1',
	'  address-family ipv4 unicast',
	'   route-policy EDGE(65001) in',
	'  !',
	' !',
	'!',
	'end',
];

/** As people type it: everything between a header and its end at the left. */
const TYPED = SHOWN.map((line, at) => (at < 11 ? line.trimStart() : line));

describe('a program that is written without indentation', () => {
	it.each([
		['typed', TYPED, SHOWN],
		['shown', SHOWN, TYPED],
		['indented as a whole', SHOWN.map((line, at) => (at > 1 && at < 7 ? `    ${line}` : line)), SHOWN],
		['with blank lines', TYPED.flatMap((line) => [line, '']), SHOWN],
	])('is the one that is shown: %s', (_case, intended, running) => {
		expect(differences({ intended, running, platform: xr })).toEqual([]);
	});

	it('still is a text in order', () => {
		const other = (from: string, to: string) => TYPED.map((line) => (line === from ? to : line));
		const swapped = TYPED.with(4, 'endif').with(5, 'pass');

		expect(differences({ intended: other('pass', 'drop'), running: SHOWN, platform: xr })).toEqual([
			'changed route-policy EDGE($asn) > drop →     pass',
		]);
		expect(differences({ intended: other('198.51.100.0/24', '203.0.113.0/24'), running: SHOWN, platform: xr })).toEqual(
			['changed prefix-set EDGE > 203.0.113.0/24 →   198.51.100.0/24'],
		);
		expect(differences({ intended: swapped, running: SHOWN, platform: xr })).not.toEqual([]);
	});

	it('ends where another one begins: what was left open swallows nothing', () => {
		const open = ['route-policy A', '  pass', 'route-policy B', 'drop', 'end-policy', 'router static'];

		const tree = buildTree(scanLines(open.join('\n'), xr.syntax), xr);

		expect(tree.map(({ text }) => text)).toEqual(['route-policy A', 'route-policy B', 'router static']);
		expect(tree.map(({ body }) => body?.map(({ text }) => text))).toEqual([['  pass'], ['drop'], undefined]);
	});

	it('is printed so that it is read as the same', () => {
		const masks = compileMasks(xr, { fingerprintKey: 'test' });
		const text = `${TYPED.join('\n')}\n`;

		const printed = printTree(buildTree(scanLines(text, xr.syntax), xr), xr.syntax);

		expect(calculateDiff(printed, text, masks).diff).toBe('');
	});

	it.each([
		['a changed line', TYPED.with(4, 'drop')],
		['a line too few', TYPED.toSpliced(5, 1)],
		['no such policy', TYPED.toSpliced(1, 6)],
	])('is adopted: %s', (_case, intended) => {
		const masks = compileMasks(xr, { fingerprintKey: 'test' });
		const [text, running] = [intended, SHOWN].map((lines) => `${lines.join('\n')}\n`) as [string, string];

		const adopted = adoptConfig({ text, running: prepareConfig(running, masks), masks });

		expect(adopted.refused).toEqual([]);
		expect(calculateDiff(running, adopted.text, masks).diff, adopted.text).toBe('');
	});

	it('is known on VRP, too', () => {
		const shown = ['xpl route-filter A', ' if community matches-any B then', '  approve', ' endif', ' end-filter', '#'];
		const typed = shown.map((line) => line.trimStart());

		expect(differences({ intended: typed, running: shown, platform: platformOf('huawei_vrp') })).toEqual([]);
	});
});

describe('indentPrograms', () => {
	it('leaves a text alone whose platform has none, or that is indented', () => {
		expect(indentPrograms(TYPED, platformOf('cisco_ios').syntax)).toBe(TYPED);
		expect(indentPrograms(SHOWN, xr.syntax)).toBe(SHOWN);
	});
});

describe('endsInProgram', () => {
	it('tells whether the last one has come to its end', () => {
		const lines = TYPED.map((text) => ({ text }));

		expect(endsInProgram(lines, xr.syntax)).toBe(false);
		expect(endsInProgram(lines.slice(0, 4), xr.syntax)).toBe(true);
		expect(endsInProgram(lines.slice(0, 1), xr.syntax)).toBe(false);
	});
});
