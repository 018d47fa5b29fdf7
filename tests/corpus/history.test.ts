import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import {
	corpusIsMissing,
	corpusMasks,
	listCorpus,
	PLATFORM_OF,
	readCorpus,
	readCorpusJson,
	Tally,
} from '../support/corpus.ts';
import { platformOf } from '../support/platform-of.ts';
import { saysDefault } from './mutations.ts';

/** A capture of a device, and the lines in which it differs from the one before. */
interface Capture {
	readonly device: string;
	readonly os: string;
	readonly file: string;
	readonly diff_from_previous: readonly string[];
}

/** FRRouting's own file, as Cumulus Linux keeps it. */
const OTHER_NAMES: Readonly<Record<string, string>> = { frr_cumulus: 'frr' };

describe.skipIf(corpusIsMissing)('devices over time (skipped where ../shared/corpus is missing)', () => {
	it('tell what a line diff tells, but for what is no change', () => {
		const tally = new Tally('changes between captures of one device');
		const { device_history: captures } = readCorpusJson<{ readonly device_history: readonly Capture[] }>(
			'pairs/index.json',
		);

		for (const [index, capture] of captures.entries()) {
			const before = captures[index - 1];
			if (before?.device !== capture.device || !isThere(capture) || !isThere(before)) continue;
			const masks = corpusMasks(OTHER_NAMES[capture.os] ?? PLATFORM_OF[capture.os] ?? capture.os);
			const [intended, running] = [before, capture].map(({ file }) => readCorpus(`pairs/${file}`)) as [string, string];
			const { changes } = calculateDiff(running, intended, masks);
			const lineOf = (text: string, number: number | null, sign: string): readonly string[] =>
				number === null ? [] : [`${sign}${text.split('\n')[number - 1]?.trim()}`];
			const sidesOf = ({ intendedLine, runningLine }: Change): readonly string[] => [
				...lineOf(intended, intendedLine, '-'),
				...lineOf(running, runningLine, '+'),
			];
			const told = changes.flatMap(sidesOf);
			const headers = new Set(changes.filter(({ kind }) => kind !== 'changed').map(({ line }) => line));
			const diff = capture.diff_from_previous.map((line) => line.charAt(0) + line.slice(1).trim());
			for (const change of changes) {
				// A line diff sees no change in a line whose section has another name.
				const isMovedWithSection = change.lineage.some((header) => headers.has(header));
				for (const line of sidesOf(change)) {
					tally.count(`${capture.file} told ${line}`, diff.includes(line) || isMovedWithSection);
				}
			}
			const remaining = (text: string): readonly string[] =>
				prepareConfig(text, masks)
					.lines.filter(({ role }) => role === 'statement' || role === 'body')
					.map(({ text: line, raw, number }) =>
						raw.trim() === text.split('\n')[number - 1]?.trim() ? line : `masked ${line}`,
					);
			const sides = {
				'-': [remaining(intended), remaining(running)],
				'+': [remaining(running), remaining(intended)],
			} as const;
			for (const line of diff) {
				const [own, other] = sides[line.startsWith('-') ? '-' : '+'];
				// A comment, a closer, a volatile line; or a line that only stands elsewhere; or one that says what is so anyway.
				const says = own.includes(line.slice(1)) && !other.includes(line.slice(1));
				if (says && !saysDefault(line.slice(1), masks))
					tally.count(`${capture.file} not told ${line}`, told.includes(line));
			}
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	// Its answer also holds lines that neither config has, so that only what we say is asked.
	it('are brought back by the commands that hier_config says for flat Junos', () => {
		const tally = new Tally('commands of hier_config for flat Junos');
		const file = (name: string): string => readCorpus(`hier_config/fixtures/${name}_config_flat_junos.conf`);
		const masks = corpusMasks('juniper_junos');
		const both = { intended: prepareConfig(file('generated'), masks), running: prepareConfig(file('running'), masks) };
		const { changes } = calculateDiff(file('running'), file('generated'), masks);

		const commands = remediate(both, changes, platformOf('juniper_junos'));

		const unquoted = (line: string): string => line.replaceAll(/"(\S+)"/g, '$1');
		const expected = file('remediation').split('\n').map(unquoted);
		for (const line of commands) tally.count(line, expected.includes(unquoted(line)));
		tally.print();
		expect(tally.wrong).toEqual([]);
	});
});

/** Some histories are listed and not at hand. */
function isThere({ file }: Capture): boolean {
	const [, folder = '', name = ''] = file.split('/');
	return listCorpus(`pairs/device_history/${folder}`).includes(name);
}
