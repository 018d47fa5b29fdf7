import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../support/compare-texts.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { platformOf } from '../../../support/platform-of.ts';

/** Of processor time: what these texts must not cost is minutes, the stack or the heap. */
const HANG_GUARD_MS = 10_000;

const lines = (count: number, line: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

function changesWithin(texts: Parameters<typeof compareTexts>[0]): number {
	const cpuMs = cpuTime();
	const { changes } = compareTexts(texts);
	expect(cpuMs()).toBeLessThan(HANG_GUARD_MS);
	return changes.length;
}

describe('compare, on texts that no device ever printed', { timeout: 120_000 }, () => {
	it('reads a line of a million words', () => {
		const words = 'x '.repeat(1_000_000);

		expect(changesWithin({ intended: `${words}1`, running: `${words}2` })).toBe(2);
	});

	it('compares 200,000 lines with nothing in common', () => {
		expect(
			changesWithin({ intended: lines(200_000, (n) => `x${n} a b`), running: lines(200_000, (n) => `y${n} a b`) }),
		).toBe(400_000);
	});

	it('reports a banner of 200,000 lines', () => {
		expect(changesWithin({ intended: '', running: `banner motd #\n${'x\n'.repeat(200_000)}#\n` })).toBe(200_001);
	});

	it('compares an ordered list of 100,000 entries in reverse', () => {
		const list = (entry: (n: number) => number): string => `list A\n${lines(100_000, (n) => ` permit ${entry(n)}`)}`;

		expect(changesWithin({ intended: list((n) => n), running: list((n) => 99_999 - n) })).toBe(99_999);
	});

	it('compares ordered lists of nothing but copies', () => {
		const copies = (count: number): string => `list A\n permit x\n${' remark =\n'.repeat(count)} permit y\n remark =\n`;

		expect(changesWithin({ intended: copies(50_000), running: copies(30_000).replace(' permit x\n', '') })).toBe(
			20_001,
		);
	});

	it.each([
		[
			'indentation',
			'cisco_ios',
			Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}s${depth}`).join('\n'),
		],
		['braces', 'juniper_junos', 'a {\n'.repeat(100_000) + '}\n'.repeat(100_000)],
	])('reads %s without end as one text, tells it, and does not run out of stack', (_, platform, running) => {
		const { changes, remarks } = compareTexts({ platform: platformOf(platform), intended: '', running });

		expect(changes).not.toEqual([]);
		expect(remarks.join('\n')).toContain('line 51 of the running config is inside more sections');
	});

	it('reads carriage returns without end', () => {
		expect(changesWithin({ intended: '', running: `${'\r'.repeat(500_000)}x` })).toBe(1);
	});

	it('reads comments at every depth', () => {
		const deep = Array.from({ length: 49 }, (_, depth) => `${' '.repeat(depth)}s${depth}\n`).join('');

		expect(changesWithin({ intended: deep, running: deep + ' !\n'.repeat(200_000) })).toBe(0);
	});

	it('flattens a statement of blanks', () => {
		const running = `a {\n    x${' '.repeat(100_000)}y [ b;\n}\n`;

		expect(changesWithin({ platform: platformOf('juniper_junos'), intended: 'set a b\n', running })).toBe(2);
	});
});
