import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import type { ConfigLine } from '../../../../src/domain/config/config-line.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import type { Syntax } from '../../../../src/domain/platform/syntax.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { differences } from '../../../support/compare-texts.ts';
import { platformOf } from '../../../support/platform-of.ts';

/** What editors, git and people do to a file without changing what it says. */
type Habit = (text: string, syntax: Syntax) => string;

/** Lines that are no text of several lines. */
const eachLine = (text: string, syntax: Syntax, change: (line: string) => string): string => {
	const ofBlocks = new Set(
		scanLines(text, syntax)
			.filter(isOfBlock)
			.map(({ number }) => number),
	);
	const lines = text.split('\n');
	// The text of an element may run over several lines, and is a value.
	const isText = (line: string): boolean => syntax.style === 'xml' && !/^\s*<.*>$/.test(line);
	return lines.map((line, index) => (ofBlocks.has(index + 1) || isText(line) ? line : change(line))).join('\n');
};

function isOfBlock({ role, block }: ConfigLine): boolean {
	return role === 'body' || block !== null;
}

const HABITS: Readonly<Record<string, Habit>> = {
	'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
	'a byte order mark': (text) => `\uFEFF${text}`,
	'no line end at the end': (text) => text.trimEnd(),
	'blanks behind lines': (text, syntax) => eachLine(text, syntax, (line) => (line.includes('>') ? line : `${line}  `)),
	tabs: (text, syntax) => eachLine(text, syntax, (line) => line.replace(/^ +/, (blanks) => '\t'.repeat(blanks.length))),
	'twice the indentation': (text, syntax) => eachLine(text, syntax, (line) => line.replace(/^ +/, '$&$&')),
	'remarks between sections': (text, { comments: [comment], continuation, ...syntax }) =>
		comment === undefined || continuation !== undefined
			? text
			: eachLine(text, { ...syntax, comments: [comment] }, (line) =>
					/^\S/.test(line) ? `${comment} why\n${line}` : line,
				),
};

describe('files as people keep them', () => {
	describe.each(Object.entries(HABITS))('%s', (_, habit) => {
		it.each(platforms.names)('change nothing on %s', (name) => {
			const { syntax } = platformOf(name);
			const masks = compileMasks(platformOf(name), { fingerprintKey: 'test' });
			for (const file of ['in-sync/intended.cfg', 'in-sync/running.cfg', 'drift/intended.cfg']) {
				const path = new URL(`../../../platforms/${name}/${file}`, import.meta.url);
				if (!existsSync(path)) continue;
				const text = readFileSync(path, 'utf8');

				expect(calculateDiff(text, habit(text, syntax), masks).diff, file).toBe('');
			}
		});
	});

	it.each([
		['cisco_ios', 'ip domain-name example.net', 'ip domain name example.net'],
		['cisco_ios', 'no ip domain lookup', 'no ip domain-lookup'],
		['cisco_ios', 'logging 192.0.2.9', 'logging host 192.0.2.9'],
		[
			'cisco_ios',
			'interface Vlan 10\n ip address 192.0.2.1/24',
			'interface Vlan10\n ip address 192.0.2.1 255.255.255.0',
		],
		[
			'cisco_ios',
			'mac address-table static 00AA.BB11.22CC vlan 1 drop',
			'mac address-table static 00aa.bb11.22cc vlan 1 drop',
		],
		['arista_eos', 'router bgp 1\n   neighbor A peer-group', 'router bgp 1\n   neighbor A peer group'],
		[
			'arista_eos',
			'ip virtual-router mac-address 00:1C:73:00:00:01',
			'ip virtual-router mac-address 00:1c:73:00:00:01',
		],
		[
			'huawei_vrp',
			'interface Vlanif10\n ip address 192.0.2.1 24',
			'interface Vlanif10\n ip address 192.0.2.1 255.255.255.0',
		],
		['hp_comware', 'ip route-static 10.0.0.0 8 192.0.2.9', 'ip route-static 10.0.0.0 255.0.0.0 192.0.2.9'],
		[
			'fortinet',
			'config system interface\nedit "a"\nset ip 192.0.2.1/24\nnext\nend',
			'config system interface\n    edit "a"\n        set ip 192.0.2.1 255.255.255.0\n    next\nend',
		],
		[
			'cisco_xr',
			'route-policy A\n if community matches-any B then\n drop\n endif\nend-policy',
			'route-policy A\n  if community matches-any B then\n    drop\n  endif\nend-policy\n!',
		],
	])('on %s %j is %j', (name, intended, running) => {
		expect(differences({ platform: platformOf(name), intended: `${intended}\n`, running: `${running}\n` })).toEqual([]);
		expect(differences({ platform: platformOf(name), intended: `${running}\n`, running: `${intended}\n` })).toEqual([]);
	});
});
