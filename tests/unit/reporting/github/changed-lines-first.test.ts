import { describe, expect, it } from 'vitest';
import { changedLinesFirst } from '../../../../src/reporting/github/changed-lines-first.ts';

describe('changedLinesFirst', () => {
	it('puts lines of the diff first, and neither other lines of its files nor other files', () => {
		const lines = [
			{ path: 'untouched.cfg', startLine: 1 },
			{ path: 'a.cfg', startLine: 1 },
			{ path: 'a.cfg', startLine: 2 },
			{ path: 'untouched.cfg', startLine: 2 },
			{ path: 'b.cfg', startLine: 7 },
		];
		const changed = new Map([
			['a.cfg', new Set([2])],
			['b.cfg', new Set([7])],
		]);

		expect(changedLinesFirst(lines, changed).map(({ path, startLine }) => `${path}:${startLine}`)).toEqual([
			'a.cfg:2',
			'b.cfg:7',
			'untouched.cfg:1',
			'a.cfg:1',
			'untouched.cfg:2',
		]);
	});
});
