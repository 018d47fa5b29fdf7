import type { OwnerRule } from '../domain/issues/owner-rule.ts';
import { matchesGlob } from '../domain/text/glob.ts';
import { type FleetSource, present } from './findings/fleet-draft.ts';
import { quote } from './findings/path-label.ts';

/** Reads `owners`. A glob that matches no device is most likely a slip: a warning. */
export function readOwners({ draft, problems }: FleetSource): readonly OwnerRule[] {
	const names = Object.keys(draft.devices ?? {});
	return (draft.owners ?? []).flatMap((rule, index) => {
		if (rule === undefined) return [];
		for (const [at, glob] of (rule.devices ?? []).entries()) {
			if (glob === undefined || names.some((name) => matchesGlob(glob, name))) continue;
			problems.warn(['owners', index, 'devices', at], `${quote(glob)} of an owners rule matches no device`);
		}
		const owners = { assignees: present(rule.assignees), labels: present(rule.labels) };
		return [{ devices: present(rule.devices), ...owners }];
	});
}
