import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonByItem } from '../../../../src/domain/text/json-by-item.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('"devices":[]', '\n\t"devices": []', '\\"devices":[]'),
);
const report = fc.record({ name: text, devices: fc.array(fc.record({ line: text, more: fc.array(text) })), end: text });
const value = fc.oneof(report, fc.dictionary(text, fc.oneof(fc.jsonValue(), fc.constant(undefined))));

describe('jsonByItem', () => {
	it.each(['', '\t', '  '])('gives what JSON.stringify does, indented by %j', (indent) => {
		fc.assert(
			fc.property(value, (given) => {
				expect(wholeText(jsonByItem(given, indent))).toBe(JSON.stringify(given, null, indent));
			}),
			{ numRuns: 200 },
		);
	});

	it('has a part for each item of a list', () => {
		expect([...jsonByItem({ devices: [{ a: 1 }, { a: 2 }], names: ['b'] }, '')]).toEqual([
			'{"devices":[',
			'{"a":1}',
			',{"a":2}',
			']',
			',"names":[',
			'"b"',
			']',
			'}',
		]);
	});
});
