import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import type { Section } from '../../../../src/reporting/markdown/sections.ts';
import { fitSections, wholeSections } from '../../../../src/reporting/markdown/sections.ts';

const section = (overrides: Partial<Section>): Section => ({
	heading: 'HEAD ',
	parts: [],
	ending: '.',
	noun: 'piece',
	maxParts: Number.POSITIVE_INFINITY,
	priority: 0,
	...overrides,
});
const part = (...levels: readonly string[]): Section['parts'][number] => ({ levels });

describe('fitSections', () => {
	it('counts headings and endings before it gives room to a piece', () => {
		const sections = [section({ parts: [part('aaaa'), part('bbbb')] })];

		expect(atOnce(fitSections(sections, 14))).toEqual({ text: 'HEAD aaaabbbb.', leftOut: '' });
		expect(atOnce(fitSections(sections, 13))).toEqual({ text: 'HEAD aaaa.', leftOut: '1 piece' });
	});

	it('shows no heading without a piece', () => {
		expect(atOnce(fitSections([section({}), section({ parts: [part('x')] })], 100)).text).toBe('HEAD x.');
	});

	it('serves sections by priority and shows them in their order', () => {
		const sections = [
			section({ heading: '', ending: '', noun: 'diff', parts: [part('late')], priority: 2 }),
			section({ heading: '', ending: '', noun: 'table row', parts: [part('soon')], priority: 1 }),
		];

		expect(atOnce(fitSections(sections, 8)).text).toBe('latesoon');
		expect(atOnce(fitSections(sections, 4))).toEqual({ text: 'soon', leftOut: '1 diff' });
	});

	it('shortens pieces before it leaves one out, the least important ones first', () => {
		const sections = [section({ heading: '', ending: '', parts: [part('1111', '1'), part('2222', '2')] })];

		expect(atOnce(fitSections(sections, 8)).text).toBe('11112222');
		expect(atOnce(fitSections(sections, 5)).text).toBe('11112');
		expect(atOnce(fitSections(sections, 2)).text).toBe('12');
	});

	it('leaves out what nobody reads although it would fit', () => {
		const sections = [section({ heading: '', ending: '', parts: [part('a'), part('b'), part('c')], maxParts: 2 })];

		expect(atOnce(fitSections(sections, 100))).toEqual({ text: 'ab', leftOut: '1 piece' });
	});
});

describe('wholeSections', () => {
	it('has all pieces as they are longest, and a place to give way before each', () => {
		const sections = [section({ parts: [part('aaaa', 'a'), part('bbbb')] }), section({ heading: 'NONE' })];

		expect([...wholeSections(sections)]).toEqual(['HEAD ', '', 'aaaa', '', 'bbbb', '.']);
	});
});
