import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { readYaml } from '../../../src/settings/findings/fleet-document.ts';
import { readPlainDevices } from '../../../src/settings/findings/plain-devices.ts';

const name = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom('a', 'edge-01', 'a.b', 'c', 'd_1', 'Core', 'nullx', 'true.a') },
	{ weight: 1, arbitrary: fc.constantFrom('true', 'Null', '1', '~', '<<', '__proto__', 'constructor', '"q"', 'a b') },
);
const plain = fc.constantFrom(
	'fra-core',
	'192.0.2.1',
	'SHA256:a+b/c=',
	'22',
	'0',
	'[a, b]',
	'[ a,b ]',
	'[192.0.2.1, x:y]',
	'x ',
	'True1',
	'nullable',
	'a:b:c',
);
const odd = fc.constantFrom(
	'',
	'TRUE',
	'null',
	'~',
	'022',
	'1e3',
	'0x1f',
	'1.5',
	'1.2.3',
	'1_0',
	'2001:db8::1',
	'99999999999999999999',
	'a:',
	'a: b',
	'a # b',
	'a #b',
	'a#b',
	'[a, true]',
	'[a, ]',
	'[]',
	'[a: b]',
	'[a, [b]]',
	'"q"',
	"'s'",
	'*a',
	'&a b',
	'!t b',
	'|',
	'- a',
	'a\tb',
	'-1',
	'.inf',
);
const value = fc.oneof({ weight: 30, arbitrary: plain }, { weight: 1, arbitrary: odd });
const indent = (usual: string) =>
	fc.oneof(
		{ weight: 60, arbitrary: fc.constant(usual) },
		fc.constantFrom('', ' ', '  ', '   ', '    ', '      ', '\t'),
	);
const setting = fc
	.tuple(
		indent('    '),
		fc.oneof({ weight: 20, arbitrary: fc.constantFrom('host', 'port', 'host-key', 'tags', 'platform', 'site') }, name),
		value,
	)
	.map(([by, key, said]) => `${by}${key}: ${said}`);
const device = fc
	.tuple(indent('  '), name, fc.array(setting, { minLength: 1, maxLength: 4 }))
	.map(([by, key, settings]) => [`${by}${key}:`, ...settings]);
const between = fc.constantFrom('', '   ', '# note', '  # a: b', '      # c', '\t# d', '---', '  word', '  - item');
const section = fc
	.tuple(
		fc.array(
			fc.oneof(
				{ weight: 20, arbitrary: device },
				between.map((line) => [line]),
			),
			{ maxLength: 5 },
		),
		fc.constantFrom('\n', '\r\n'),
		fc.constantFrom('', '\n', '\n\n'),
	)
	.map(([parts, end, last]) => `${['devices:', ...parts.flat()].join('\n')}${last}`.replaceAll('\n', end));

describe('readPlainDevices', () => {
	it('reads what the library reads, or leaves it to that', () => {
		let read = 0;
		fc.assert(
			fc.property(section, (text) => {
				const devices = readPlainDevices(text);
				if (devices === null) return;
				read += 1;
				const whole = atOnce(readYaml({ file: 'fleet.yml', text, dialect: 'fleet' }));

				// To the order of the keys.
				expect(JSON.stringify({ devices })).toBe(JSON.stringify(whole.value));
				expect(whole.problems).toEqual([]);
			}),
			{ numRuns: 1_000 },
		);
		expect(read).toBeGreaterThan(50);
	});
});
