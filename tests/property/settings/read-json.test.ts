import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { readYaml } from '../../../src/settings/yaml/fleet-document.ts';
import { readJson } from '../../../src/settings/yaml/read-json.ts';
import { pathsOf, placesOf } from '../../support/document-places.ts';

const file = 'fleet.yml';
const ODD_KEYS = ['__proto__', '<<', '1', '0', 'true', '~', '"', '\\', 'a b', '# x', '\u0085', '\ud800'];

const key = fc.oneof(fc.constantFrom(...ODD_KEYS), fc.string({ unit: 'binary', maxLength: 6 }));
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(key, tie('value'), { maxKeys: 3 }),
	),
}));

describe('readJson', () => {
	it('reads what is read as YAML, each value at its place, or leaves it to that', () => {
		let read = 0;
		fc.assert(
			fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), fc.constantFrom('', '  '), (root, indent) => {
				const text = JSON.stringify(root, null, indent);
				const document = atOnce(readJson({ file, text }));
				if (document === null) return;
				read += 1;
				const whole = atOnce(readYaml({ file, text, dialect: 'fleet' }));

				expect(document.value).toEqual(whole.value);
				expect(document.problems).toEqual(whole.problems);
				const paths = pathsOf(whole.value);
				expect(placesOf(document, paths)).toBe(placesOf(whole, paths));
			}),
			{ numRuns: 500 },
		);
		expect(read).toBeGreaterThan(100);
	});
});
