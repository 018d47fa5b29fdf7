import type { ShorthandRule } from '../../domain/platform/equivalence-rules.ts';
import type { NumberRule } from '../../domain/platform/list-rules.ts';
import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const entry = String.raw`(?<rest>(?:permit|deny|remark|comment)\b.*)$`;

/** Entries of access lists: numbered by the device in steps of ten, and shown with their numbers by most releases. */
export function numberedAccessLists(within: RegExp, { gives }: Pick<NumberRule, 'gives'> = {}): NumberRule {
	return {
		...(gives === undefined ? {} : { gives }),
		numbered: new RegExp(`^(?<head>)(?:seq(?:uence)? )?\\d+ ${entry}`),
		plain: new RegExp(`^(?<head>)${entry}`),
		within: [within],
		source:
			'an entry without a number gets the next one, ten further; IOS XE shows them since 16.12, NX-OS and EOS always, IOS with the word `sequence` for IPv6, OS10 with `seq`',
	};
}

/**
 * The same where an entry without a number among others "is assigned a sequence number that is 10 greater than the last sequence
 * number in that access list and is placed at the end of the list" (Cisco, IP Access List Entry Sequence Numbering; of NX-OS and EOS
 * from knowledge).
 */
export const accessListsInTens: NumberRule = numberedAccessLists(/^(?:ip|ipv6|mac) access-list /, {
	gives: 'ten-more',
});

const PREFIXES = '(?:ip(?:v6)? )?(?:prefix|access|aspath)-list';
const PATHS = '(?:ip|bgp) (?:as-path access-list|(?:ext|large-)?community-list(?: standard| expanded)?)';
const sequenceEntry = '(?<rest>(?:permit|deny) .*)$';

/** Lists whose entries name them, of prefixes, paths and communities: `seq 5`, `seq 10` and so on. */
export const numberedSequences: NumberRule = sequencesOf(`(?:${PREFIXES}|${PATHS})`);

function sequencesOf(lists: string): NumberRule {
	const head = `^(?<head>${lists} \\S+ )`;
	return {
		numbered: new RegExp(`${head}seq \\d+ ${sequenceEntry}`),
		plain: new RegExp(head + sequenceEntry),
		source: 'an entry without `seq` gets the next number, five further, and is shown with it',
	};
}

/** The same of FRR, where numbers may be left out among others: FRR 8.4 counts on from the highest, and rounds it for some. */
export const frrSequences: readonly NumberRule[] = [
	{
		...sequencesOf('(?:ip(?:v6)? |mac )?(?:prefix|access)-list'),
		gives: 'five-more',
		word: 'seq ',
	},
	{ ...sequencesOf(PATHS), gives: 'next-multiple-of-five', word: 'seq ' },
];

/** The same where a prefix list is a section. */
export const numberedPrefixEntries: NumberRule = {
	numbered: /^(?<head>)seq \d+ (?<rest>(?:permit|deny) .*)$/,
	plain: /^(?<head>)(?<rest>(?:permit|deny) .*)$/,
	within: [/^ip(?:v6)? prefix-list \S+$/],
	source: 'an entry without `seq` gets the next number and is shown with it',
};

/** What a route map is without its words. */
export const unnumberedRouteMaps: readonly SpellingRule[] = [
	{
		kind: 'words',
		pattern: /^(route-map \S+)$/,
		spelled: '$1 permit',
		source:
			'an entry permits unless it says otherwise (Cisco IOS IP Routing Command Reference, Arista EOS user manual)',
	},
	{
		kind: 'words',
		pattern: /^(route-map \S+ (?:permit|deny))$/,
		spelled: '$1 10',
		source: 'the first entry gets the number 10 (Cisco IOS IP Routing Command Reference, Arista EOS user manual)',
	},
];

/**
 * Lists with a number, which are lists with that name.
 *
 * @param ranges - the numbers of either kind, as patterns
 */
export function listsWithNumbers(ranges: {
	readonly standard: string;
	readonly extended: string;
}): readonly ShorthandRule[] {
	return (['standard', 'extended'] as const).map((kind) => ({
		pattern: new RegExp(`^access-list (${ranges[kind]}) (?<rest>(?:permit|deny|remark) .*)$`),
		section: `ip access-list ${kind} $1`,
		lines: ['$<rest>'],
		source:
			'a list with a number can be entered as one with a name, and newer releases show it so (Cisco IOS Security Command Reference, ip access-list; AOS-S 16.09, access-list command for creating a numbered, extended ACL)',
		matches: kind === 'standard' ? ['access-list 10 permit 192.0.2.1'] : ['access-list 101 permit ip any any'],
		spares: kind === 'standard' ? ['access-list 101 permit ip any any'] : ['access-list 10 permit 192.0.2.1'],
	}));
}
