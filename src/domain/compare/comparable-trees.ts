import { asSetStatements } from '../config/flatten.ts';
import { hasTwoForms, styleOf } from '../config/style-of.ts';
import type { DeviceConfig } from '../device.ts';
import type { Platform } from '../platform/platform.ts';
import type { Sides } from '../sides.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Siblings } from './siblings/siblings.ts';

/** The trees of both sides in one form: where one is in braces and the other in `set` lines, both as `set` statements. */
export function comparableTrees(sides: Sides<DeviceConfig>, platform: Platform): Siblings {
	return atOnce(treesInSteps(sides, platform));
}

/** The same in steps. */
export function* treesInSteps({ intended, running }: Sides<DeviceConfig>, { syntax }: Platform): Steps<Siblings> {
	const trees = { intended: yield* intended.treeInSteps(), running: yield* running.treeInSteps() };
	// To put lines together to a text only to look at it costs as much as to read it.
	if (!hasTwoForms(syntax)) return trees;
	yield;
	const [one, other] = [styleOf(intended.text, syntax), styleOf(running.text, syntax)];
	const mayMix = syntax.style === 'paths' && one === 'set';
	if (one === other && !mayMix) return trees;
	yield;
	return {
		intended: asSetStatements(trees.intended, one, syntax),
		running: asSetStatements(trees.running, other, syntax),
	};
}
