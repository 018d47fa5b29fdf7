import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Adoption, adoptConfig } from '../../src/domain/adopt/adopt-config.ts';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { aPlatform } from '../support/a-platform.ts';
import { generatedConfig, printConfig } from '../support/arbitraries.ts';
import { describeChange } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';
import { printSections, type Section, sections, twoOf } from '../support/section-arbitraries.ts';
import { STYLES, styledPair } from '../support/styled-configs.ts';

interface Sides {
	readonly platform: Platform;
	readonly intended: string;
	readonly running: string;
}

function masksOf(platform: Platform): ReturnType<typeof compileMasks> {
	return compileMasks(platform, { fingerprintKey: 'property' });
}

function adopt({ platform, intended, running }: Sides, isChosen: (change: Change) => boolean = () => true): Adoption {
	const masks = masksOf(platform);
	return adoptConfig({ text: intended, running: prepareConfig(running, masks), masks, isChosen });
}

function differences({ platform, intended, running }: Sides): readonly Change[] {
	return calculateDiff(running, intended, masksOf(platform)).changes;
}

/** Lines, because what is called changed depends on what stands beside it. */
function linesOf({ kind, lineage, line, runningText }: Change): readonly string[] {
	const place = [...lineage, ''].join(' > ');
	return kind === 'changed' ? [`missing ${place}${line}`, `extra ${place}${runningText}`] : [`${kind} ${place}${line}`];
}

/** Nothing of the file but what the comments say. */
function remarksIn(text: string): readonly string[] {
	return text.split('\n').filter((line) => line.includes('remark '));
}

/** Both sides, of which neither is empty. */
const pair = twoOf(sections).filter((sides) => sides.every((side) => side.length > 0));
const sidesOf = ([one, other]: readonly [readonly Section[], readonly Section[]]): Sides => ({
	platform: aPlatform(),
	// A file that nothing is left of is none.
	intended: `${printSections(one)}keep here\n`,
	running: `${printSections(other)}keep here\n`,
});

describe('adoptConfig', () => {
	it('is the reverse of the compare: lists, repeated lines and sections that open twice are in sync afterwards', () => {
		fc.assert(
			fc.property(pair, (both) => {
				const sides = sidesOf(both);

				const { text, refused, adopted } = adopt(sides);

				expect(refused).toEqual([]);
				expect(differences({ ...sides, intended: text }), text).toEqual([]);
				expect(adopted.map(describeChange)).toEqual(differences(sides).map(describeChange));
			}),
			{ numRuns: 200 },
		);
	});

	it('is so in every style with a hierarchy, and keeps the remarks of the file in their order', () => {
		const seen = new Set<string>();
		fc.assert(
			fc.property(styledPair, ({ comments, style, ...sides }) => {
				seen.add(style);

				const { text, refused } = adopt(sides);

				expect(refused.map(({ change }) => describeChange(change))).toEqual([]);
				expect(differences({ ...sides, intended: text }), text).toEqual([]);
				expect(remarksIn(text)).toEqual(remarksIn(sides.intended));
				expect(comments.every((comment) => text.includes(comment))).toBe(true);
				if (style === 'json') JSON.parse(text);
			}),
			{ numRuns: 200 },
		);
		expect(seen.size).toBe(STYLES.length);
	});

	it('is so where every line is a whole statement, and where only the file is written that way', () => {
		const statement = fc.tuple(fc.constantFrom('system', 'snmp', 'ntp'), fc.nat(5), fc.nat(3));
		const statements = fc.uniqueArray(statement, { minLength: 1, maxLength: 8, selector: String });
		fc.assert(
			fc.property(statements, statements, fc.boolean(), (one, other, inBraces) => {
				const asSet = (lines: typeof one): string =>
					lines.map(([area, name, value]) => `set ${area} x-${name} v${value}\n`).join('');
				const asBraces = (lines: typeof one): string =>
					lines.map(([area, name, value]) => `${area} {\n    x-${name} v${value};\n}\n`).join('');
				const sides = {
					platform: platformOf('juniper_junos'),
					intended: asSet(one),
					running: inBraces ? asBraces(other) : asSet(other),
				};

				const { text, refused } = adopt(sides);

				expect(refused).toEqual([]);
				expect(differences({ ...sides, intended: text }), text).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	it('takes over what is chosen and nothing else', () => {
		fc.assert(
			fc.property(pair, fc.constantFrom('a', 'b', 'c'), (both, word) => {
				const sides = sidesOf(both);
				// Numbered rules between other lines are one list, whoever asks for one of them.
				const topOf = ({ lineage: [top], line }: Change): string => (top ?? line).replace(/^(rule \S+) .*/, '$1');
				const isChosen = (change: Change): boolean => topOf(change).endsWith(` ${word}`);

				const { text, refused } = adopt(sides, isChosen);

				const left = differences({ ...sides, intended: text });
				const others = differences(sides).filter((change) => !isChosen(change));
				expect(refused).toEqual([]);
				expect(left.flatMap(linesOf).toSorted()).toEqual(others.flatMap(linesOf).toSorted());
			}),
			{ numRuns: 200 },
		);
	});

	it('never writes a secret that the file does not hold, and keeps what the file hides', () => {
		fc.assert(
			fc.property(generatedConfig, fc.array(fc.nat(2)), (config, dice) => {
				const secrets = config.secrets.filter((_, index) => dice[index] !== 1);
				const sides = {
					platform: config.platform,
					intended: printConfig({ ...config, secrets: [] }),
					running: printConfig({ ...config, secrets }),
				};

				const { text } = adopt(sides);

				const shown = maskContent(sides.running, masksOf(config.platform)).text;
				// What is a secret in one line may be a name in another.
				for (const value of secrets.flatMap(({ values }) => values)) {
					if (!shown.includes(value)) expect(text).not.toContain(value);
				}
				expect(differences({ ...sides, intended: text }), text).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});
});
