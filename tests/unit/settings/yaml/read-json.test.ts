import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { openFleet } from '../../../../src/settings/load-fleet.ts';
import { readJson } from '../../../../src/settings/yaml/read-json.ts';

const file = 'fleet.yml';

describe('readJson', () => {
	it('lets others have their turn, and finds the place of a value', () => {
		const text = '{\n  "version": 1,\n  "devices": { "a": { "tags": ["x"] } }\n}\n';
		const steps = [...readJson({ file, text })];
		const document = atOnce(readJson({ file, text }));

		expect(steps.length).toBeGreaterThan(1);
		expect(document?.value).toEqual({ version: 1, devices: { a: { tags: ['x'] } } });
		expect(document?.placeOf(['devices', 'a'])).toEqual({ file, line: 3, column: 21 });
		expect([['devices', 'a', 'tags', 0], ['devices', 'b'], ['tags']].map((path) => document?.has(path))).toEqual([
			true,
			false,
			false,
		]);
	});

	it.each([
		['YAML', 'version: 1\n'],
		['YAML in braces', '{ version: 1 }'],
		['a comment', '{ "version": 1 } # one'],
		['a key that stands twice', '{ "a": 1, "b": 2, "a": 1 }'],
		['names that are numbers, out of order', '{ "2": 1, "1": 2 }'],
		['a number that is written in another way', '{ "a": 1.0 }'],
		['a number that is too large', '{ "a": 12345678901234567890 }'],
		['an escape that is not needed', '{ "a": "\\/" }'],
		['a tab', '{\t"a": 1 }'],
		['a merge key', '{ "<<": { "a": 1 } }'],
		['a key of each object', '{ "__proto__": { "a": 1 } }'],
		['a list', '[1]'],
		['half a text', '{ "a": '],
		['more brackets than anybody can read', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
	])('leaves %s to be read as YAML', (_, text) => {
		expect(atOnce(readJson({ file, text }))).toBeNull();
	});

	it('is what a fleet.yml that programs write is read by', () => {
		const devices = Object.fromEntries(
			Array.from({ length: 2_000 }, (_, index) => [`edge-${index}`, { host: '192.0.2.1', platform: 'eos' }]),
		);
		const text = JSON.stringify({ version: 1, intended: 'a.cfg', devices }, null, '  ');

		// One that is read as YAML has no step before it is read.
		expect([...openFleet({ file, text })].length).toBeGreaterThan(5);
		expect(atOnce(openFleet({ file, text })).source?.draft.devices).toEqual(devices);
	});
});
