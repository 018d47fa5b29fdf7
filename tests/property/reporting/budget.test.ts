import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { byteLength, fitToBudget } from '../../../src/reporting/budget.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { outlineGfm } from '../../support/gfm.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { aVerdict } from '../../support/report-fixtures.ts';

const levels = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 3 });
const LINKS = { run: 'https://github.com/o/r/actions/runs/1', report: null, blob: 'https://github.com/o/r/blob/main' };

describe('byteLength', () => {
	it('counts as the encoder does', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'binary' }),
					fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
				),
				(text) => {
					expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
				},
			),
		);
	});
});

describe('fitToBudget', () => {
	it('never exceeds the budget and never changes a text', () => {
		fc.assert(
			fc.property(fc.array(levels.map((texts) => ({ levels: texts }))), fc.nat(200), (parts, budgetBytes) => {
				const { texts } = atOnce(fitToBudget(parts, budgetBytes));

				expect(byteLength(texts.join(''))).toBeLessThanOrEqual(budgetBytes);
				texts.forEach((text, index) => {
					expect(['', ...(parts[index]?.levels ?? [])]).toContain(text);
				});
			}),
		);
	});

	it('gives everything its full detail when there is room', () => {
		fc.assert(
			fc.property(fc.array(levels.map((texts) => ({ levels: texts }))), (parts) => {
				expect(atOnce(fitToBudget(parts, Number.POSITIVE_INFINITY))).toEqual({
					texts: parts.map((part) => part.levels[0]),
					reduced: 0,
					dropped: 0,
				});
			}),
		);
	});
});

describe('renderComment', () => {
	it('fits any budget above its fixed parts with whole fences', () => {
		fc.assert(
			fc.property(hostileReport, fc.integer({ min: 2500, max: 6000 }), (report, budgetBytes) => {
				const body = atOnce(renderComment(report, aVerdict(report), { links: LINKS, budgetBytes }));

				expect(byteLength(body)).toBeLessThanOrEqual(budgetBytes);
				expect(outlineGfm(body).openFence).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('renderCheck', () => {
	it('keeps annotations within the limits of the API', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				for (const { title, message, startLine, endLine } of atOnce(
					renderCheck(report, aVerdict(report), { links: LINKS }),
				).annotations) {
					expect(title.length).toBeLessThanOrEqual(255);
					expect(byteLength(message)).toBeLessThanOrEqual(65_536);
					expect(`${title}${message}`).not.toMatch(/[\u{10000}-\u{10ffff}]|[\p{Cf}\p{Cs}]/u);
					expect(startLine).toBeGreaterThan(0);
					expect(endLine).toBe(startLine);
				}
			}),
			{ numRuns: 200 },
		);
	});
});
