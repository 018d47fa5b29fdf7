import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const COMMUNITY = String.raw`(?:\d[\d:]*|no-export|no-advertise|local-AS|internet|graceful-shutdown)`;
const COMMUNITIES = `(?<values>${COMMUNITY}(?: ${COMMUNITY})+)`;

/** Communities of one line. Those of an expanded list are a regular expression, and stay as they are. */
export const communitySets: readonly SpellingRule[] = [
	{
		kind: 'sorted',
		pattern: new RegExp(
			`^(?<head>set (?:large-community|community|extcommunity (?:rt|soo)) )${COMMUNITIES}(?<tail>(?: additive)?)$`,
		),
		source:
			'a set (RFC 1997, RFC 4360, RFC 8092); FRRouting 8.4 shows communities in ascending order, and the others as they were entered',
	},
	{
		kind: 'sorted',
		pattern: new RegExp(
			String.raw`^(?<head>(?:ip|bgp) (?:large-)?community-list (?:standard \S+|\d{1,2}) (?:seq \d+ )?(?:permit|deny) )${COMMUNITIES}(?<tail>)$`,
		),
		source: 'all of them have to be there, and FRRouting 8.4 shows them in ascending order',
	},
];
