import { matchesGlob } from '../text/glob.ts';

/** Who looks after which devices: an entry of `owners` in fleet.yml. */
export interface OwnerRule {
	/** Names or globs. */
	readonly devices: readonly string[];
	/** Logins on GitHub, without `@`. */
	readonly assignees: readonly string[];
	readonly labels: readonly string[];
}

/** Whom the issue of some devices is assigned to, and how it is labelled; empty where no rule says so. */
export type Owners = Pick<OwnerRule, 'assignees' | 'labels'>;

/** Who looks after these devices. As in CODEOWNERS, the last rule that matches a device is the one that counts. */
export function ownersOf(rules: readonly OwnerRule[], names: readonly string[]): Owners {
	const matching = names.flatMap((name) => {
		const rule = rules.findLast(({ devices }) => devices.some((glob) => matchesGlob(glob, name)));
		return rule === undefined ? [] : [rule];
	});
	return {
		assignees: [...new Set(matching.flatMap(({ assignees }) => assignees))],
		labels: [...new Set(matching.flatMap(({ labels }) => labels))],
	};
}
