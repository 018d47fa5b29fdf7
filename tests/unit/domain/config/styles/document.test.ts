import { describe, expect, it } from 'vitest';
import { documentLines } from '../../../../../src/domain/config/styles/document.ts';
import { SIGNS_ON_END } from '../../../../../src/domain/config/styles/document-lines.ts';

const SIGNS = 5 * SIGNS_ON_END;
const numbers = [...Array(SIGNS).keys()];

describe('documentLines', () => {
	it.each([
		['xml', `<all>\n${numbers.map((number) => `<a${number}/>\n`).join('')}</all>\n`],
		['json', `{\n${numbers.map((number) => `"a${number}": 1,\n`).join('')}"last": 1 }\n`],
	] as const)('reads %s in steps, each line once', (style, text) => {
		const steps = documentLines(text, { style });
		let turns = 0;
		let next = steps.next();
		for (; next.done !== true; next = steps.next()) turns += 1;

		expect(turns).toBeGreaterThanOrEqual(5);
		const named = (next.value ?? []).filter(({ raw }) => /a\d+/.test(raw));
		expect(named.map(({ number }) => number)).toEqual(numbers.map((number) => number + 2));
	});
});
