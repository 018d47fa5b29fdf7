import { treesInSteps } from '../compare/comparable-trees.ts';
import { withOrderThatHolds } from '../compare/siblings/order-that-holds.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import { expandShorthands } from '../compare/spellings/expand-shorthands.ts';
import { withoutTaken } from '../compare/typed/as-typed.ts';
import { isDifference } from '../compare/with-classes.ts';
import type { DeviceConfig } from '../device.ts';
import type { Change } from '../drift-report.ts';
import { REMOVED } from '../masking/fingerprint.ts';
import type { Platform } from '../platform/platform.ts';
import type { Sides } from '../sides.ts';
import { atOnce, filterInSteps, inPortions, type Steps } from '../steps.ts';
import { candidateCommands } from './candidate-commands.ts';
import { dialectOf } from './dialect.ts';
import { jsonPatch } from './json-patch.ts';
import { pathCommands } from './path-commands.ts';
import { sectionCommands } from './section-commands.ts';
import { setCommands } from './set-commands.ts';
import { statementCommands } from './statement-commands.ts';
import { tmshCommands } from './tmsh-commands.ts';

/**
 * The commands that would bring the running configuration to the intended one, in the platform's own syntax, for people to
 * read and to enter: nothing here ever sends them. They do what the changes say and nothing else, so that accepted drift
 * stays. Secrets stand in them as in the report, hidden.
 *
 * @returns nothing for a platform whose commands cannot be told from its configuration
 */
export function remediate(
	sides: Sides<DeviceConfig>,
	changes: readonly Change[],
	platform: Platform,
): readonly string[] {
	return atOnce(remediateInSteps(sides, changes, platform));
}

/** The same in steps. */
export function* remediateInSteps(
	{ intended, running }: Sides<DeviceConfig>,
	changes: readonly Change[],
	platform: Platform,
): Steps<readonly string[]> {
	const open = yield* filterInSteps(changes, isDifference);
	if (open.length === 0) return [];
	const written = yield* treesInSteps({ intended, running }, platform);
	yield;
	// A list is written as it is to be: no entry that the file itself takes away.
	const trees = { ...written, intended: withoutTaken(written.intended, platform) };
	yield;
	const rules = { platform: withOrderThatHolds(platform, trees), isWhole: !leavesOut(running, platform) };
	const commands = yield* commandsOf(trees, open, rules);
	let isHiding = false;
	yield* inPortions(commands, (command) => {
		isHiding ||= command.includes('<secret') || command.includes(REMOVED);
	});
	return isHiding ? [secretNote(platform), ...commands] : commands;
}

/** Whether a mask of the user took lines out that the device has. */
function leavesOut({ hits }: DeviceConfig, { masks }: Platform): boolean {
	return hits.some(({ pattern, result }) => result === null && masks.every(({ id }) => id !== pattern));
}

function* commandsOf(
	trees: Siblings,
	changes: readonly Change[],
	{ platform, isWhole }: { readonly platform: Platform; readonly isWhole: boolean },
): Steps<readonly string[]> {
	const { remediation: rules } = platform;
	const dialect = dialectOf(platform);
	if (dialect !== null) {
		// The changes tell of a list in its section where one side has that and the other one lines that name it.
		const inSections = expandShorthands(trees, [], { rules: platform.shorthands });
		return yield* sectionCommands(inSections, changes, { platform, dialect });
	}
	if (rules === undefined || (typeof rules === 'object' && rules.kind === 'sections')) return [];
	if (rules === 'json-patch') return yield* jsonPatch(trees, changes);
	if (rules === 'tmsh') return yield* tmshCommands(trees, changes, platform);
	if (typeof rules === 'object' && rules.kind === 'statements') {
		return yield* statementCommands(trees, changes, { platform, rules });
	}
	const { syntax } = platform;
	const language = rules === 'set-statements' ? setCommands(trees, { syntax, isWhole }) : pathCommands(trees, rules);
	return yield* candidateCommands(trees, changes, { order: platform.order, language });
}

function secretNote({ syntax }: Platform): string {
	return `${syntax.comments[0] ?? '#'} fill in <secret…> and ${REMOVED}: the running value in lines that are removed, the intended one elsewhere`;
}
