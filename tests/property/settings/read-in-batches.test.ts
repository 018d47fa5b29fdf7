import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { readYaml } from '../../../src/settings/yaml/fleet-document.ts';
import { readInBatches } from '../../../src/settings/yaml/read-in-batches.ts';
import { pathsOf, placesOf } from '../../support/document-places.ts';
import { SAMPLE } from '../../unit/settings/sample-fleet.ts';

const file = 'fleet.yml';

const name = fc.constantFrom('a', 'b1', 'edge-01', '"q"', "'s'", 'a.b', 'true', '1', '~', '<<', '__proto__', '"x y"');
const scalar = fc.constantFrom(
	'x',
	'',
	'~',
	'12',
	'"q # q"',
	"'it''s'",
	'[a, b]',
	'{ k: v, l: [1] }',
	'{ k: "a',
	'&n x',
	'*n',
	'!t x',
	'|',
	'|2',
	'>-',
	'x # comment',
	'"two',
	'first: second',
);
const indent = fc.constantFrom('', ' ', '  ', '   ', '    ', '      ', '\t', '  \t');
const line = fc.oneof(
	{ weight: 6, arbitrary: fc.tuple(name, scalar).map(([key, value]) => `  ${key}: ${value}`) },
	{ weight: 6, arbitrary: fc.tuple(name, scalar).map(([key, value]) => `    ${key}: ${value}`) },
	{ weight: 2, arbitrary: name.map((key) => `  ${key}:`) },
	{
		weight: 3,
		arbitrary: fc.tuple(indent, fc.oneof(name, scalar), scalar).map(([by, key, value]) => `${by}${key}: ${value}`),
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(indent, fc.constantFrom('# note', '', '- item', 'word', 'end"', '? k', ': v', 'b }', ']'))
			.map((parts) => parts.join('')),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom('---', '...', '%YAML 1.1', 'devices:', 'devices: ~', 'policy: { scope: full }'),
	},
);
const above = fc.constantFrom(
	'version: 1\n',
	'',
	'---\n',
	'intended: "a\n',
	'x: &n { k: 1 }\n',
	'# all\n\n',
	'x: |\n',
	'%YAML 1.1\n---\n',
);
const below = fc.constantFrom(
	'',
	'policy: { scope: full }\n',
	'x: *n\n',
	'---\n',
	'...\n',
	'y: "',
	'}\n',
	'devices: {}\n',
);

/** Files in which many lines are right and some are anything. */
const written = fc
	.tuple(above, fc.array(line, { maxLength: 12 }), below, fc.constantFrom('\n', '\r\n'))
	.map(([head, lines, tail, end]) => `${head}devices:\n${lines.join('\n')}\n${tail}`.replaceAll('\n', end));

/** The sample with a piece of it replaced. */
const damaged = fc
	.tuple(
		fc.nat(SAMPLE.length),
		fc.nat(20),
		fc.oneof(fc.constantFrom('\n', '  ', '"', '&a ', '\t', '#', ': '), fc.string()),
	)
	.map(([at, length, piece]) => SAMPLE.slice(0, at) + piece + SAMPLE.slice(at + length));

describe('readInBatches', () => {
	it('reads what is read at once, each value at its place, or leaves it to that', () => {
		let read = 0;
		fc.assert(
			fc.property(fc.oneof(written, damaged), fc.integer({ min: 1, max: 3 }), (text, size) => {
				const inBatches = atOnce(readInBatches({ file, text, size }));
				if (inBatches === null) return;
				read += 1;
				const whole = atOnce(readYaml({ file, text, dialect: 'fleet' }));

				expect(inBatches.value).toEqual(whole.value);
				expect(inBatches.problems).toEqual(whole.problems);
				const paths = pathsOf(whole.value);
				expect(placesOf(inBatches, paths)).toBe(placesOf(whole, paths));
			}),
			{ numRuns: 200 },
		);
		expect(read).toBeGreaterThan(10);
	});
});
