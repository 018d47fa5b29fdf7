import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonByDevice } from '../../../../src/domain/text/json-by-device.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('"devices":[]', '\n\t"devices": []', '\\"devices":[]'),
);
const value = fc.record({ name: text, devices: fc.array(fc.record({ line: text, more: fc.array(text) })), end: text });

describe('jsonByDevice', () => {
	it.each(['', '\t', '  '])('gives what JSON.stringify does, indented by %j', (indent) => {
		fc.assert(
			fc.property(value, (given) => {
				expect(wholeText(jsonByDevice(given, indent))).toBe(JSON.stringify(given, null, indent));
			}),
			{ numRuns: 100 },
		);
	});

	it('has a part for each device', () => {
		expect([...jsonByDevice({ devices: [{ a: 1 }, { a: 2 }] }, '')]).toEqual([
			'{"devices":[',
			'{"a":1}',
			',{"a":2}',
			']}',
		]);
	});
});
