import { withoutNegation } from '../config/without-negation.ts';
import type { Change } from '../drift-report.ts';
import { oncePer } from '../once-per.ts';
import type { Platform } from '../platform/platform.ts';
import { atOnce, flatMapInSteps, type Steps } from '../steps.ts';
import { DEFAULT_SEVERITIES } from './default-severities.ts';
import type { Severity, SeverityRule } from './severity.ts';

/** Says of every change how much it matters: by the platform's own rules first, then by what all platforms have in common. */
export function gradeChanges(changes: readonly Change[], platform: Platform): readonly Change[] {
	return atOnce(gradeInSteps(changes, platform));
}

/** The same in steps. */
export function* gradeInSteps(changes: readonly Change[], platform: Platform): Steps<readonly Change[]> {
	const rules = rulesOf(platform);
	const { negation } = platform.syntax;
	return yield* flatMapInSteps(changes, (change) => [{ ...change, severity: grade(change, rules, negation) }]);
}

interface AnchoredRule extends Pick<SeverityRule, 'severity' | 'on'> {
	/** At the beginning of a line. */
	readonly atStart: RegExp;
	/** At any word of a flat statement. */
	readonly atWord: RegExp;
}

const rulesOf = oncePer(({ severity = [] }: Platform) => [...severity, ...DEFAULT_SEVERITIES].map(anchored));

function anchored({ severity, on, command: { source, flags } }: SeverityRule): AnchoredRule {
	return {
		severity,
		on,
		atStart: new RegExp(`^(?:${source})`, flags),
		atWord: new RegExp(`(?:^|\\s)(?:${source})`, flags),
	};
}

function grade({ lineage, line, runningText }: Change, rules: readonly AnchoredRule[], negation: string): Severity {
	const lines = runningText === null ? [line] : [line, runningText];
	// Whatever it belongs to: a changed secret opens or closes a door.
	if (lines.some((text) => text.includes('<secret'))) return 'critical';
	const matches = ({ on, atStart, atWord }: AnchoredRule): boolean =>
		(on === 'line' ? lines : [...lines, ...lineage]).some((text) => {
			const flat = FLAT.exec(text);
			return flat === null ? atStart.test(withoutNegation(text, negation)) : atWord.test(text.slice(flat[0].length));
		});
	return rules.find(matches)?.severity ?? 'medium';
}

/** One absolute statement a line. */
const FLAT = /^(?:set|delete|deactivate|add|configure) /;
