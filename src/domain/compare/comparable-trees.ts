import { asSetStatements } from '../config/flatten.ts';
import { hasTwoForms, styleOf } from '../config/lines.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { DeviceConfig } from '../device.ts';
import type { Platform } from '../platform/platform.ts';

/** Both sides of a device. */
export interface Trees {
	readonly intended: readonly ConfigNode[];
	readonly running: readonly ConfigNode[];
}

/** The trees of both sides in one form: where one is in braces and the other in `set` lines, both as `set` statements. */
export function comparableTrees(
	{ intended, running }: { readonly intended: DeviceConfig; readonly running: DeviceConfig },
	{ syntax }: Platform,
): Trees {
	// To put lines together to a text only to look at it costs as much as to read it.
	if (!hasTwoForms(syntax)) return { intended: intended.tree, running: running.tree };
	const [one, other] = [styleOf(intended.text, syntax), styleOf(running.text, syntax)];
	if (one === other) return { intended: intended.tree, running: running.tree };
	return {
		intended: asSetStatements(intended.tree, one, syntax),
		running: asSetStatements(running.tree, other, syntax),
	};
}
