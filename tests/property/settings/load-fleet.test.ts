import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, formatProblem } from '../../../src/errors.ts';
import { ENVIRONMENT, load, SAMPLE } from '../../unit/settings/sample-fleet.ts';

/** What a text is refused with; null: it was taken. Anything but a ConfigurationError fails the property. */
function refusalOf(text: string, env: Readonly<Record<string, string>> = ENVIRONMENT): ConfigurationError | null {
	try {
		load(text, { env });
		return null;
	} catch (error) {
		if (error instanceof ConfigurationError) return error;
		throw error;
	}
}

/** A piece of YAML that can stand for anything. */
const fragment = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'null',
		'[]',
		'{}',
		'*a',
		'&a x',
		'- ',
		'? ',
		'|\n',
		'\t',
		'"',
		"'",
		'#',
		'---',
		'!!map',
		'<<',
		'__proto__',
	),
	fc.json(),
);

/** The sample with a piece of it replaced. */
const damaged = fc
	.tuple(fc.nat(SAMPLE.length), fc.nat(40), fragment)
	.map(([at, length, piece]) => SAMPLE.slice(0, at) + piece + SAMPLE.slice(at + length));

/** Lines of the sample in another order, some twice, some not at all. */
const shuffled = fc.array(fc.constantFrom(...SAMPLE.split('\n'))).map((lines) => lines.join('\n'));

/** YAML of the right keys with values of any kind. */
const KEYS = [
	'version',
	'intended',
	'known-hosts',
	'defaults',
	'credentials',
	'bastions',
	'concurrency',
	'devices',
	'inventory',
	'masks',
	'ignore',
	'policy',
];
const INNER = [
	'host',
	'platform',
	'credentials',
	'bastion',
	'tags',
	'groups',
	'timeouts',
	'site',
	'username',
	'password',
	'pattern',
	'id',
	'kind',
	'from',
	'file',
	'filter',
	'columns',
	'constructor',
	'__proto__',
	'0',
];
const value = fc.letrec((tie) => ({
	any: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom(
			null,
			true,
			0,
			-1,
			1.5,
			1e99,
			'',
			'lab',
			'ssh',
			'eos',
			`\${X}`,
			`\${FLEET_PASSWORD}`,
			'2027-01-31',
			'10s',
		),
		fc.array(tie('any'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...INNER), tie('any'), { maxKeys: 4 }),
	),
})).any;
const structured = fc.dictionary(fc.constantFrom(...KEYS), value).map((fleet) => JSON.stringify(fleet));

describe('loadFleet', () => {
	it('takes a text or refuses it with sentences, whatever the text', () => {
		fc.assert(
			fc.property(fc.oneof(damaged, shuffled, structured, fragment), (text) => {
				const problems = refusalOf(text)?.problems ?? [];

				for (const problem of problems) {
					expect(problem.file).toBe('fleet.yml');
					expect(problem.line).toBeGreaterThan(0);
					expect(problem.column).toBeGreaterThan(0);
					expect(problem.message).not.toBe('');
					expect(problem.fix).not.toBe('');
					expect(formatProblem(problem)).toMatch(/^[^\n\r\p{Cc}]*$/u);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('never shows a secret that was written into the file', () => {
		const secret = fc.stringMatching(/^[A-Za-z0-9!@%^*()+/=]{8,20}$/).map((text) => `S3cr3t${text}`);
		const style = fc.constantFrom<(text: string) => string>(
			(text) => JSON.stringify(text),
			(text) => `'${text}'`,
			(text) => `[${JSON.stringify(text)}]`,
			(text) => `{ ${JSON.stringify(text)}: 1 }`,
			(text) => `{ key: ${JSON.stringify(text)} }`,
			(text) => `!x ${JSON.stringify(text)}`,
			(text) => `&a ${JSON.stringify(text)}`,
			(text) => `"\${${text}"`,
			(text) => `"${text}`,
			(text) => `|\n      ${text}`,
			(text) => `\n${text}`,
		);
		const key = fc.constantFrom(
			'password',
			'private-key',
			'passphrase',
			'enable',
			'token',
			'pasword',
			'secret',
			'"pass word"',
		);
		fc.assert(
			fc.property(secret, style, key, (text, print, name) => {
				const file = SAMPLE.replace(`"\${FLEET_USERNAME}"`, () => `audit, ${name}: ${print(text)}`);

				const refusal = refusalOf(file);
				expect(refusal).not.toBeNull();
				expect(refusal?.message).not.toContain(text);
			}),
			{ numRuns: 500 },
		);
	});

	it('never shows a value of the environment', () => {
		const names = Object.keys(ENVIRONMENT);
		const secret = fc.string({ minLength: 8 }).map((text) => `S3cr3t${text}`);
		fc.assert(
			fc.property(fc.array(secret, { minLength: names.length, maxLength: names.length }), damaged, (secrets, text) => {
				const env = Object.fromEntries(names.map((name, index) => [name, secrets[index] ?? '']));
				const message = refusalOf(text, env)?.message ?? '';

				expect(secrets.filter((value) => message.includes(value))).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});
