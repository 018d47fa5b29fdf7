import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { compareTrees } from '../../src/domain/compare/compare-trees.ts';
import { asSetStatements } from '../../src/domain/config/flatten.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import {
	type GeneratedConfig,
	generatedConfig,
	mutatedConfig,
	printConfig,
	type Statement,
} from '../support/arbitraries.ts';
import { applyCommands } from '../support/remediation-model.ts';

/** The same config after many hands: lines gone, values changed, entries in another order. */
const configPair: fc.Arbitrary<readonly [GeneratedConfig, GeneratedConfig]> = generatedConfig.chain((config) =>
	fc
		.array(fc.nat(9), { minLength: 30, maxLength: 30 })
		.map((dice) => [config, { ...config, statements: edited(config.statements, dice, config.platform) }] as const),
);

function edited(statements: readonly Statement[], dice: readonly number[], platform: Platform): readonly Statement[] {
	const thrown = (id: number): number => dice[id % dice.length] ?? 0;
	const kept = statements
		.filter(({ id }) => thrown(id) !== 0)
		.map((statement) =>
			statement.children.length === 0 && statement.banner === null && thrown(statement.id) === 1
				? { ...statement, text: `${statement.text}00` }
				: { ...statement, children: edited(statement.children, dice, platform) },
		);
	// A section of braces without content is another statement (`name;`).
	if (kept.length === 0 && platform.syntax.style === 'braces') return statements;
	// Numbers are the order: no device shows them in another.
	const isFree = !kept.some(({ text }) => /^\d+ /.test(text));
	return isFree && thrown(kept.length) < 3 ? kept.toReversed() : kept;
}

function isBrought(one: GeneratedConfig, other: GeneratedConfig): void {
	const { platform } = one;
	const masks = compileMasks(platform, { fingerprintKey: 'property' });
	const [intended, running] = [one, other].map((config) =>
		prepareConfig(printConfig({ ...config, secrets: [] }), masks),
	);
	if (intended === undefined || running === undefined) throw new Error('two configs make two');
	const { changes } = compareConfigs({ intended, running }, masks);

	const commands = remediate({ intended, running }, changes, platform);

	const brought = applyCommands(running.tree, commands, platform);
	const wanted =
		platform.syntax.style === 'braces' ? asSetStatements(intended.tree, 'braces', platform.syntax) : intended.tree;
	const { remediation } = platform;
	const fixed = typeof remediation === 'object' && remediation.kind === 'sections' ? remediation.fixed : null;
	// A port that is not intended cannot go; what stood in it is a change of its own.
	const left = compareTrees({ intended: wanted, running: brought }, { platform, scope: 'full' }).filter(
		({ kind, line }) => kind !== 'extra' || fixed?.test(line) !== true,
	);
	expect(left, commands.join('\n')).toEqual([]);
	const isDone = changes.every(({ kind, line }) => kind === 'extra' && fixed?.test(line) === true);
	expect(commands.length > 0).toBe(!isDone);
}

describe('remediate', () => {
	it('brings any running config to any intended one', () => {
		fc.assert(
			fc.property(configPair, ([one, other]) => {
				isBrought(one, other);
				isBrought(other, one);
			}),
			{ numRuns: 500 },
		);
	});

	it('says as little as the one change asks for', () => {
		fc.assert(
			fc.property(mutatedConfig, ({ config, mutated, lineage, kind }) => {
				isBrought(config, mutated);
				const masks = compileMasks(config.platform, { fingerprintKey: 'property' });
				const [intended, running] = [config, mutated].map((each) => prepareConfig(printConfig(each), masks));
				if (intended === undefined || running === undefined) return;
				const { changes } = compareConfigs({ intended, running }, masks);

				const commands = remediate({ intended, running }, changes, config.platform);

				// Entering and leaving every parent, the old line and the new one; an ordered list may be written again.
				const isOrdered = /LIST|MAP|POLICY/.test(lineage.join(' '));
				if (!isOrdered) expect(commands.length).toBeLessThanOrEqual(2 * lineage.length + (kind === 'changed' ? 2 : 1));
			}),
			{ numRuns: 300 },
		);
	});
});
