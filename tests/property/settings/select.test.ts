import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Device } from '../../../src/domain/device.ts';
import { matchesGlob } from '../../../src/domain/text/glob.ts';
import { ConfigurationError } from '../../../src/errors.ts';
import { compileSelect } from '../../../src/settings/devices/select.ts';

const word = fc.stringMatching(/^[a-c][a-c0-1-]{0,3}$/);

const device: fc.Arbitrary<Device> = fc.record({
	name: word,
	host: fc.constant('192.0.2.1'),
	port: fc.constant(null),
	platform: word,
	transport: fc.constant('ssh' as const),
	site: fc.option(word),
	role: fc.option(word),
	tags: fc.array(word, { maxLength: 3 }),
	groups: fc.array(word, { maxLength: 3 }),
});

const glob = fc.stringMatching(/^[a-c*?][a-c0-1*?-]{0,3}$/);

const term = fc
	.tuple(
		fc.constantFrom('', 'name=', 'site=', 'role=', 'tag=', 'group=', 'platform='),
		fc.array(glob, { minLength: 1, maxLength: 3 }),
	)
	.map(([key, globs]) => `${key}${globs.join(',')}`);

describe('compileSelect', () => {
	it('takes a device that every term takes', () => {
		fc.assert(
			fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), device, (terms, subject) => {
				const together = compileSelect(terms.join(' '))(subject);

				expect(together).toBe(terms.every((single) => compileSelect(single)(subject)));
			}),
		);
	});

	it('takes with ! what it does not take without', () => {
		fc.assert(
			fc.property(term, device, (single, subject) => {
				expect(compileSelect(`!${single}`)(subject)).toBe(!compileSelect(single)(subject));
			}),
		);
	});

	it('takes with a comma what one of the values takes', () => {
		fc.assert(
			fc.property(fc.array(glob, { minLength: 1, maxLength: 3 }), device, (globs, subject) => {
				expect(compileSelect(`site=${globs.join(',')}`)(subject)).toBe(
					globs.some((single) => compileSelect(`site=${single}`)(subject)),
				);
			}),
		);
	});

	it('compiles any text or refuses it', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				try {
					compileSelect(text);
				} catch (error) {
					expect(error).toBeInstanceOf(ConfigurationError);
				}
			}),
		);
	});
});

describe('matchesGlob', () => {
	it('agrees with the regular expression of the same meaning', () => {
		const small = fc.stringMatching(/^[ab*?]{0,8}$/);
		fc.assert(
			fc.property(small, fc.stringMatching(/^[ab]{0,8}$/), (pattern, text) => {
				const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);

				expect(matchesGlob(pattern, text)).toBe(expected.test(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it('ends on a glob that would make a regular expression explode', () => {
		expect(matchesGlob(`${'*a'.repeat(1000)}b`, 'a'.repeat(10_000))).toBe(false);
	});
});
