import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const level = String.raw`^storm-control [a-z-]+ level (?:[\d.]+ )?\d{1,3}`;
const source =
	'a share of the bandwidth, shown with two digits behind the point (Cisco Catalyst configuration guides, storm-control, and their outputs)';

/** `level 5` and `level 5.00`. What stands in front is looked at where there are such digits: most lines have none. */
export const stormControlLevels: readonly SpellingRule[] = [
	{ kind: 'words', pattern: new RegExp(String.raw`\.0{1,2}(?= |$)(?<=${level}\.0{1,2})`, 'g'), spelled: '', source },
	{ kind: 'words', pattern: new RegExp(String.raw`0(?= |$)(?<=${level}\.[1-9]0)`, 'g'), spelled: '', source },
];
