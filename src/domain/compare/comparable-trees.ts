import { asSetStatements } from '../config/flatten.ts';
import { styleOf } from '../config/lines.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { DeviceConfig } from '../device.ts';
import type { Platform } from '../platform.ts';

/** The trees of both sides in one form: where one is in braces and the other in `set` lines, both as `set` statements. */
export function comparableTrees(
	{ intended, running }: { readonly intended: DeviceConfig; readonly running: DeviceConfig },
	{ syntax }: Platform,
): { readonly intended: readonly ConfigNode[]; readonly running: readonly ConfigNode[] } {
	const [one, other] = [styleOf(intended.text, syntax), styleOf(running.text, syntax)];
	if (one === other) return { intended: intended.tree, running: running.tree };
	return {
		intended: asSetStatements(intended.tree, one, syntax),
		running: asSetStatements(running.tree, other, syntax),
	};
}
