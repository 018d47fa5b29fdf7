import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type YAMLError } from 'yaml';
import { atOnce } from '../../../src/domain/steps.ts';
import { libraryOptions } from '../../../src/settings/yaml/compose-yaml.ts';
import { parseInSteps } from '../../../src/settings/yaml/parse-in-steps.ts';
import { indexYaml } from '../../../src/settings/yaml/yaml-index.ts';
import { yamlValues } from '../../../src/settings/yaml/yaml-values.ts';

const MAX_ALIASES = 20;

const scalar = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.constantFrom('a', '12', 'true', '~', '', "'it''s'", '"q: \\n x"', 'x # note', '"two\n   lines"'),
	},
	{ weight: 2, arbitrary: fc.constantFrom('&x v', '&y 3', '*x', '*y', '!!str 5', '|\n        all\n        of it') },
	{ weight: 1, arbitrary: fc.constantFrom('!t z', '&x', '!!set', '!!binary aGk=', '-', '? ', '<<', 'a: b') },
);
const key = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('k', 'key', '"a"', '1', 'a b', '<<') },
	{ weight: 1, arbitrary: fc.constantFrom('&x k', '*x ', '? q', '[a, b]') },
);
const properties = fc.oneof(
	{ weight: 12, arbitrary: fc.constant('') },
	{ weight: 1, arbitrary: fc.constantFrom(' &x', ' !!map', ' !t', ' &') },
);

/** Lines of a collection, none of them indented. */
interface Grammar {
	readonly flow: string;
	readonly mapping: string[];
	readonly sequence: string[];
}

const { flow, mapping, sequence } = fc.letrec<Grammar>((tie: fc.LetrecTypedTie<Grammar>) => ({
	flow: fc.oneof(
		{ depthSize: 'xsmall', maxDepth: 3 },
		scalar,
		fc
			.tuple(fc.array(tie('flow'), { maxLength: 4 }), fc.constantFrom(', ', ',\n      ', ' ,'))
			.map(([items, comma]) => `[${items.join(comma)}]`),
		fc
			.tuple(fc.array(fc.tuple(key, tie('flow')), { maxLength: 4 }), fc.constantFrom(', ', ', # note\n      '))
			.map(([pairs, comma]) => `{ ${pairs.map(([name, value]) => `${name}: ${value}`).join(comma)} }`),
	),
	mapping: fc
		.array(
			fc.tuple(
				key,
				properties,
				fc.oneof(
					{ depthSize: 'xsmall', maxDepth: 3 },
					tie('flow').map((value) => ` ${value}`),
					tie('mapping').map(below('  ')),
					tie('sequence').map(below('')),
				),
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((pairs) => pairs.flatMap(([name, before, value]) => `${name}:${before}${value}`.split('\n'))),
	sequence: fc
		.array(
			fc.oneof(
				{ depthSize: 'xsmall', maxDepth: 3 },
				tie('flow').map((value) => ` ${value}`),
				tie('mapping').map(below('  ')),
				tie('mapping').map((lines) => ` ${lines.join('\n  ')}`),
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((items) => items.flatMap((item) => `-${item}`.split('\n'))),
}));

function below(indent: string): (lines: readonly string[]) => string {
	return (lines) => ['', ...lines].join(`\n${indent}`);
}

const damage = fc.constantFrom(
	...[',', '{', '}', '[', ']', ':', '\n', '"', '#', '&', '*', '\t', '- ', '\n---\nb: [1,\n', '\n...\n', '%TAG ! x\n'],
);

/** Texts of which many are right, and some lack a letter or have one too many. */
const text = fc
	.tuple(
		fc.oneof(
			mapping.map((lines) => lines.join('\n')),
			sequence.map((lines) => lines.join('\n')),
			flow,
		),
		fc.constantFrom('', '# note\n', '---\n', '%YAML 1.1\n---\n', '\uFEFF'),
		fc.option(fc.tuple(fc.nat(), damage, fc.nat(2)), { freq: 3 }),
		fc.constantFrom('\n', '\r\n'),
	)
	.map(([body, head, damaged, end]) => {
		const whole = `${head}${body}\n`.replaceAll('\n', end);
		if (damaged === null) return whole;
		const [at, piece, lost] = damaged;
		const cut = at % whole.length;
		return `${whole.slice(0, cut)}${piece}${whole.slice(cut + lost)}`;
	});

describe('parseInSteps', () => {
	it('finds the nodes, values and mistakes that the library finds at once', () => {
		const seen = { right: 0, wrong: 0, large: 0 };
		fc.assert(
			fc.property(text, fc.constantFrom(1, 8, 30), fc.constantFrom('fleet', 'foreign'), (source, onEnd, dialect) => {
				const expected = libraryOptions(dialect);
				const actual = libraryOptions(dialect);
				const document = parseDocument(source, expected);
				const parsed = atOnce(parseInSteps(source, actual, onEnd));

				expect(shown(parsed.document.contents)).toBe(shown(document.contents));
				expect(mistakes(parsed.document.errors)).toEqual(mistakes(document.errors));
				expect(mistakes(parsed.document.warnings)).toEqual(mistakes(document.warnings));
				expect(actual.lineCounter.lineStarts).toEqual(expected.lineCounter.lineStarts);
				seen.large += parsed.large.size;
				seen[document.errors.length === 0 ? 'right' : 'wrong'] += 1;
				if (document.errors.length > 0) return;
				const { anchored } = atOnce(indexYaml(parsed.document));
				const values = outcome(() => atOnce(yamlValues(parsed, { maxAliasCount: MAX_ALIASES, anchored })));
				expect(values).toEqual(outcome(() => document.toJS({ maxAliasCount: MAX_ALIASES })));
			}),
			{
				numRuns: 400,
				endOnFailure: true,
				// A key that is shown in words, of a tag that the library learns as it meets it.
				examples: [["-\r\n  ? q: !!map ['it''s', 'it''s', !!binary aGk=]\r\n", 30, 'foreign']],
			},
		);
		expect(seen.right).toBeGreaterThan(30);
		expect(seen.wrong).toBeGreaterThan(100);
		expect(seen.large).toBeGreaterThan(400);
	});
});

/** A node with all that stands in it, and where; comments are nobody's business. */
function shown(node: unknown): string {
	if (isPair(node)) return `${shown(node.key)}: ${shown(node.value)}`;
	if (isAlias(node)) return `${node.range} *${node.source}`;
	if (isScalar(node)) return `${node.range} &${node.anchor} !${node.tag} ${node.type} ${String(node.value)}`;
	if (!isMap(node) && !isSeq(node)) return String(node);
	const items: readonly unknown[] = node.items;
	return `${node.range} &${node.anchor} !${node.tag} ${isMap(node)} (${items.map(shown).join('; ')})`;
}

/** The library's words are read by nobody. */
function mistakes(found: readonly YAMLError[]): readonly unknown[] {
	return found.map(({ code, pos }) => [code, pos]);
}

function outcome(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch (error) {
		return { error: String(error) };
	}
}
