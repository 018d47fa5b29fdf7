import type { IgnoreRule } from '../../domain/compare/ignore.ts';
import { matchesGlob } from '../../domain/text/glob.ts';
import { type FleetDraft, type FleetSource, present } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import type { Path } from '../findings/yaml-index.ts';
import { readPattern } from './patterns.ts';

type RuleDraft = NonNullable<NonNullable<FleetDraft['ignore']>[number]>;

/**
 * Reads `ignore`. A rule whose last day is over suppresses nothing any more: it is left out and named in a warning.
 *
 * @param today - ISO date, UTC
 */
export function readIgnoreRules(source: FleetSource, today: string): readonly IgnoreRule[] {
	return (source.draft.ignore ?? []).flatMap((rule, index) => {
		if (rule === undefined) return [];
		const path = ['ignore', index];
		checkReach(source, rule, path);
		const pattern = readPattern(source.problems, rule.pattern, [...path, 'pattern']);
		const reason = rule.reason ?? '';
		if (rule.until !== undefined && rule.until < today) {
			source.problems.warn(path, `the ignore rule ${quote(reason)} ended on ${rule.until} and suppresses nothing`);
			return [];
		}
		const devices = present(rule.devices);
		return [{ devices, within: present(rule.within), pattern, reason, until: rule.until ?? null }];
	});
}

function checkReach({ draft, document, problems }: FleetSource, rule: RuleDraft, path: Path): void {
	const isNarrow = (['devices', 'within', 'pattern'] as const).some(
		(key) => document.has([...path, key]) && rule[key]?.length !== 0,
	);
	if (!isNarrow) {
		problems.addAtKey(path, {
			message: 'an ignore rule without devices, within and pattern would ignore all drift',
			fix: 'Say on which devices, in which section or on which lines it holds',
		});
	}
	const names = Object.keys(draft.devices ?? {});
	for (const [index, glob] of (rule.devices ?? []).entries()) {
		if (glob === undefined || names.some((name) => matchesGlob(glob, name))) continue;
		problems.warn([...path, 'devices', index], `${quote(glob)} of an ignore rule matches no device`);
	}
}
