import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { printTree } from '../../src/domain/config/print.ts';
import { scanLines } from '../../src/domain/config/scan-lines.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { type CompiledMasks, compileMasks } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { generatedConfig, mutatedConfig, printConfig, volatileLines } from '../support/arbitraries.ts';
import { buildTree } from '../support/at-once.ts';

const RUNS = { numRuns: 500 };

const masksOf = (platform: Platform): CompiledMasks => compileMasks(platform, { fingerprintKey: 'property' });

describe('masking', () => {
	it('makes volatile lines invisible: whatever the device writes by itself is no drift', () => {
		fc.assert(
			fc.property(generatedConfig, volatileLines, volatileLines, (config, one, other) => {
				const masks = masksOf(config.platform);

				const { diff } = calculateDiff(printConfig(config, one), printConfig(config, other), masks);

				expect(diff).toBe('');
			}),
			RUNS,
		);
	});

	it('is idempotent', () => {
		fc.assert(
			fc.property(generatedConfig, volatileLines, (config, noise) => {
				const masks = masksOf(config.platform);
				const { text } = maskContent(printConfig(config, noise), masks);

				expect(maskContent(text, masks).text).toBe(text);
			}),
			RUNS,
		);
	});

	it('leaves no empty line where something was taken out', () => {
		fc.assert(
			fc.property(generatedConfig, volatileLines, (config, noise) => {
				const { text } = maskContent(printConfig(config, noise), masksOf(config.platform));

				expect(
					text
						.split('\n')
						.slice(0, -1)
						.filter((line) => line.trim() === ''),
				).toEqual([]);
			}),
			RUNS,
		);
	});

	it('lets no secret through, neither into the text nor into a diff', () => {
		fc.assert(
			fc.property(generatedConfig, volatileLines, (config, noise) => {
				const masks = masksOf(config.platform);
				const text = printConfig(config, noise);

				const shown = `${maskContent(text, masks).text}\n${calculateDiff(text, '', masks).diff}`;

				const parts = config.secrets.flatMap(({ values }) => values.flatMap((value) => value.split(/\s+/)));
				expect(parts.filter((part) => !isWordOfACommand(part) && shown.includes(part))).toEqual([]);
			}),
			RUNS,
		);
	});
});

describe('calculateDiff', () => {
	it('finds nothing between a config and itself', () => {
		fc.assert(
			fc.property(generatedConfig, (config) => {
				const text = printConfig(config);

				expect(calculateDiff(text, text, masksOf(config.platform)).changes).toEqual([]);
			}),
			RUNS,
		);
	});

	it('finds exactly the one line that was changed, taken away or added, among any volatile lines', () => {
		fc.assert(
			fc.property(mutatedConfig, volatileLines, (mutation, noise) => {
				const { config, mutated, kind, lineage, line, runningText } = mutation;

				const { changes } = calculateDiff(printConfig(mutated, noise), printConfig(config), masksOf(config.platform));

				expect(changes).toHaveLength(1);
				expect(changes[0]).toMatchObject({ kind, lineage, line, runningText });
			}),
			RUNS,
		);
	});

	it('points at the line in the text that came in', () => {
		fc.assert(
			fc.property(mutatedConfig, volatileLines, ({ config, mutated, line, runningText }, noise) => {
				const texts = { intended: printConfig(config), running: printConfig(mutated, noise) };

				const [change] = calculateDiff(texts.running, texts.intended, masksOf(config.platform)).changes;

				const lineOf = (text: string, number: number | null | undefined): string | null =>
					number === null || number === undefined ? null : (text.split('\n')[number - 1] ?? '').trim();
				expect(lineOf(texts.intended, change?.intendedLine) ?? line).toContain(line);
				expect(lineOf(texts.running, change?.runningLine) ?? '').toContain(
					change?.runningLine === null ? '' : (runningText ?? line),
				);
			}),
			RUNS,
		);
	});
});

describe('printTree', () => {
	it('writes what reads as the same tree', () => {
		fc.assert(
			fc.property(generatedConfig, (config) => {
				const { platform } = config;
				const read = (text: string): unknown => withoutNumbers(buildTree(scanLines(text, platform.syntax), platform));
				const tree = buildTree(scanLines(printConfig(config), platform.syntax), platform);

				expect(read(printTree(tree, platform.syntax))).toEqual(withoutNumbers(tree));
			}),
			RUNS,
		);
	});
});

/** Parts of the examples' secrets that stand elsewhere in the examples too. */
function isWordOfACommand(part: string): boolean {
	return part.length < 5 || part === 'secret';
}

function withoutNumbers(nodes: readonly ConfigNode[]): unknown {
	return nodes.map(({ text, body, children }) => ({
		text,
		body: body?.map((line) => line.text) ?? null,
		children: withoutNumbers(children),
	}));
}
