import type { NumberRule } from '../../domain/platform/equivalence-rules.ts';

const entry = String.raw`(?<rest>(?:permit|deny|remark)\b.*)$`;

/** Entries of access lists: numbered by the device in steps of ten, and shown with their numbers by most releases. */
export function numberedAccessLists(within: RegExp): NumberRule {
	return {
		numbered: new RegExp(`^(?<head>)\\d+ ${entry}`),
		plain: new RegExp(`^(?<head>)${entry}`),
		within: [within],
		source:
			'an entry without a number gets the next one, ten further; IOS XE shows them since 16.12, NX-OS and EOS always',
	};
}

/** Prefix lists of IOS and its relatives: `seq 5`, `seq 10` and so on. */
export const numberedPrefixLists: NumberRule = {
	numbered: /^(?<head>ip(?:v6)? prefix-list \S+ )seq \d+ (?<rest>(?:permit|deny) .*)$/,
	plain: /^(?<head>ip(?:v6)? prefix-list \S+ )(?<rest>(?:permit|deny) .*)$/,
	source: 'an entry without `seq` gets the next number, five further, and is shown with it',
};

/** The same where a prefix list is a section. */
export const numberedPrefixEntries: NumberRule = {
	numbered: /^(?<head>)seq \d+ (?<rest>(?:permit|deny) .*)$/,
	plain: /^(?<head>)(?<rest>(?:permit|deny) .*)$/,
	within: [/^ip(?:v6)? prefix-list \S+$/],
	source: 'an entry without `seq` gets the next number and is shown with it',
};
