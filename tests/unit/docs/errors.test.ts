import { describe, expect, it } from 'vitest';
import { DeviceError, type ErrorCode, type UnknownReason } from '../../../src/errors.ts';
import { describeReason } from '../../../src/reporting/wording/describe-reason.ts';
import { readFile } from '../../support/docs/documents.ts';

const source = readFile('src/errors.ts');
const text = readFile('docs/errors.md');

/** Members of a union of words in src/errors.ts. */
function membersOf(type: string): readonly string[] {
	const [, union = ''] = new RegExp(`export type ${type} =\n([^;]+);`).exec(source) ?? [];
	return [...union.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
}

const codes = membersOf('ErrorCode');
const reasons = membersOf('UnknownReason');
const rows = text.split('\n').filter((line) => /^\| `[a-z-]+` \|/.test(line));

describe('docs/errors.md', () => {
	it('has a section for every code, in their order, and for nothing else', () => {
		expect(codes.length).toBeGreaterThan(10);
		expect([...text.matchAll(/^### (ERR_\w+)$/gm)].map(([, code]) => code)).toEqual(codes);
	});

	it.each(codes)('tells the cause of %s and its cure', (code) => {
		const section = text.split(`\n### ${code}\n`)[1]?.split(/\n##/)[0] ?? '';
		const [cause = '', ...cures] = section.split('**Cure.**');

		expect(cause.trim()).not.toBe('');
		expect(cures.length).toBeGreaterThan(0);
		for (const cure of cures) expect(cure.trim()).toMatch(/\.$/);
	});

	it('has a row for every reason, in their order, and for nothing else', () => {
		expect(reasons.length).toBeGreaterThan(5);
		expect(rows.map((row) => /`([^`]+)`/.exec(row)?.[1])).toEqual(reasons);
	});

	it('has beside each reason the words that reports call it by', () => {
		for (const row of rows) {
			const [, reason, words = ''] = row.split('|').map((cell) => cell.trim().replaceAll('`', ''));

			expect(words.split(', or ')[0], reason).toBe(describeReason({ reason: reason as UnknownReason }));
		}
		expect(text).toContain(describeReason({ reason: 'host-key-mismatch', hostKeyUnknown: true }));
		expect(text).toContain(`*${describeReason({ reason: 'timed-out', cancelled: true })}*`);
	});

	it('names beside each reason the codes that lead to it', () => {
		for (const row of rows) {
			const reason = /`([^`]+)`/.exec(row)?.[1];
			const named = [...row.matchAll(/\[(ERR_\w+)\]/g)].map(([, code]) => code);
			const leading = codes.filter((code) => new DeviceError('edge-01', code as ErrorCode, '').reason === reason);

			// What no device can meet ends up as internal, and only there.
			if (reason === 'internal') expect(named).toEqual([]);
			else expect(named, reason).toEqual(leading);
		}
	});
});
