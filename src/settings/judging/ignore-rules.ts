import type { IgnoreRule } from '../../domain/compare/ignore.ts';
import type { LinearPattern } from '../../domain/masking/linear-pattern.ts';
import { matchesGlob } from '../../domain/text/glob.ts';
import { type FleetDraft, type FleetSource, present } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { matchesEveryLine, readPattern } from './patterns.ts';

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
		const pattern = readPattern(source.problems, rule.pattern, [...path, 'pattern']);
		checkReach(source, { rule, pattern, path });
		const reason = rule.reason ?? '';
		if (rule.until !== undefined && rule.until < today) {
			source.problems.warn(path, `the ignore rule ${quote(reason)} ended on ${rule.until} and suppresses nothing`);
			return [];
		}
		const devices = present(rule.devices);
		return [{ devices, within: present(rule.within), pattern, reason, until: rule.until ?? null }];
	});
}

function checkReach(
	source: FleetSource,
	{ rule, pattern, path }: { readonly rule: RuleDraft; readonly pattern: LinearPattern | null; readonly path: Path },
): void {
	const { draft, problems } = source;
	const isForSomeDevices = present(rule.devices).length > 0 && !present(rule.devices).some(takesAll);
	const isForSomeLines = present(rule.within).length > 0 || (pattern !== null && !matchesEveryLine(pattern));
	if (!isForSomeDevices && !isForSomeLines && !isUnreadable(source, { rule, pattern, path })) {
		problems.addAtKey(path, {
			message: 'an ignore rule that holds on every device, in every section and on every line would ignore all drift',
			fix: 'Say on which devices, in which section or on which lines it holds',
		});
	}
	const names = Object.keys(draft.devices ?? {});
	for (const [index, glob] of (rule.devices ?? []).entries()) {
		if (glob === undefined || names.some((name) => matchesGlob(glob, name))) continue;
		problems.warn([...path, 'devices', index], `${quote(glob)} of an ignore rule matches no device`);
	}
}

/** Whether a glob takes every name: `*`, `?*`. */
function takesAll(glob: string): boolean {
	return /^\??\*+$/u.test(glob);
}

/** What cannot be read has been told, and may have been meant to be narrow. */
function isUnreadable(
	{ document }: FleetSource,
	{ rule, pattern, path }: { readonly rule: RuleDraft; readonly pattern: LinearPattern | null; readonly path: Path },
): boolean {
	const lists = (['devices', 'within'] as const).filter((key) => document.has([...path, key]));
	const isBadList = lists.some((key) => rule[key] === undefined || rule[key].includes(undefined));
	return isBadList || (pattern === null && document.has([...path, 'pattern']));
}
