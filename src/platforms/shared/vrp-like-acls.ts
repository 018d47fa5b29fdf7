import type { NumberRule, SpellingRule } from '../../domain/platform/equivalence-rules.ts';

/** Rules of access lists of VRP and Comware. */
export const numberedRules: NumberRule = {
	numbered: /^(?<head>rule )\d+ (?<rest>(?:permit|deny)\b.*)$/,
	plain: /^(?<head>rule )(?<rest>(?:permit|deny)\b.*)$/,
	within: [/^acl /],
	source:
		'a rule without a number gets the next one, five further, and is shown with it (Huawei and HPE command references, rule and step)',
};

/** `source 192.0.2.1 0` is one host. */
export const zeroWildcard: SpellingRule = {
	kind: 'words',
	pattern: /(?<= (?:source|destination) \d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}) 0\.0\.0\.0(?= |$)/g,
	spelled: ' 0',
	source: 'a wildcard of nothing but zeros may be written as one (Huawei and HPE command references, rule)',
};
