import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const OSPF = [/^router ospf6?(?: |$)/];
const BGP_FAMILY = [/^address-family /];

/** Options of one line, each taken anywhere among the others. */
interface Options {
	/** What stands in front of them. */
	readonly head: RegExp;
	/** A word alone, or with the value behind it. */
	readonly option: RegExp;
	/** The words with a value. */
	readonly valued: RegExp;
	readonly within?: readonly RegExp[];
}

const options: readonly Options[] = [
	{
		head: /ip(?:v6)? route (?:\d+\.\d+\.\d+\.\d+ \d+\.\d+\.\d+\.\d+|\S+\/\d+(?: from \S+)?) \S+ (?:(?!(?:tag|label|table|color|vrf|nexthop-vrf|onlink) )[A-Za-z]\S* )?/,
		option: /(?:\d+|onlink|(?:tag|label|table|color|vrf|nexthop-vrf) \S+)/,
		valued: /^(?:tag|label|table|color|vrf|nexthop-vrf)$/,
	},
	{
		head: /network \S+ (?:mask \S+ )?/,
		option: /(?:backdoor|(?:route-map|label-index) \S+)/,
		valued: /^(?:route-map|label-index)$/,
		within: BGP_FAMILY,
	},
	{
		head: /aggregate-address \S+ (?:\d+\.\d+\.\d+\.\d+ )?/,
		option: /(?:as-set|summary-only|matching-MED-only|(?:route-map|suppress-map|origin) \S+)/,
		valued: /^(?:route-map|suppress-map|origin)$/,
		within: BGP_FAMILY,
	},
	{
		head: /neighbor \S+ attribute-unchanged /,
		option: /(?:as-path|next-hop|med)/,
		valued: /^$/,
		within: BGP_FAMILY,
	},
	{
		head: /bgp extcommunity-list (?:standard \S+|\d{1,2}) (?:seq \d+ )?(?:permit|deny) /,
		option: /(?:rt|soo) \S+/,
		valued: /^(?:rt|soo)$/,
	},
	{
		head: /bgp bestpath med /,
		option: /(?:confed|missing-as-worst)/,
		valued: /^$/,
		within: [/^router bgp /],
	},
	{
		head: /(?:redistribute ipv[46] \S+ (?:level-[12] )?|default-information originate ipv[46] (?:level-[12] )?)/,
		option: /(?:always|(?:metric|route-map) \S+)/,
		valued: /^(?:metric|route-map)$/,
		within: [/^router (?:isis|openfabric) /],
	},
	{
		head: /distance ospf6? /,
		option: /(?:intra-area|inter-area|external) \d+/,
		valued: /./,
		within: OSPF,
	},
	{
		head: /area \S+ range \S+ /,
		option: /(?:cost|substitute) \S+/,
		valued: /./,
		within: OSPF,
	},
	{
		head: /neighbor \S+ /,
		option: /(?:priority|poll-interval) \d+/,
		valued: /./,
		within: OSPF,
	},
	{
		head: /nexthop (?:(?!(?:nexthop-vrf|label|weight|backup-idx) )\S+ ){1,2}/,
		option: /(?:nexthop-vrf|label|weight|backup-idx) \S+/,
		valued: /./,
		within: [/^nexthop-group /],
	},
];

/** What is taken in any order, and shown in one. */
const inAnyOrder = options.map(
	({ head, option, valued, within }): SpellingRule => ({
		kind: 'sorted',
		pattern: new RegExp(`^(?<head>${head.source})(?<values>${option.source}(?: ${option.source})+)(?<tail>)$`),
		valued,
		...(within === undefined ? {} : { within }),
		source: 'taken in any order, and shown in one (FRRouting 8.4)',
	}),
);

const words: readonly (readonly [pattern: RegExp, spelled: string, within: readonly RegExp[], source: string])[] = [
	[/^(neighbor \S+ attribute-unchanged)$/, '$1 as-path next-hop med', BGP_FAMILY, 'all three are meant, and shown'],
	[/^(neighbor \S+ maximum-prefix \d+) 75(?= |$)/, '$1', BGP_FAMILY, 'the threshold, in per cent, and not shown'],
	[/^(neighbor \S+ allowas-in) 3$/, '$1', BGP_FAMILY, 'how often, and not shown'],
	[/^(neighbor \S+) enforce-multihop$/, '$1 disable-connected-check', [/^router bgp /], 'two words for one thing'],
	[/^(network \S+ rd \S+) tag /, '$1 label ', BGP_FAMILY, 'two words for one thing'],
	[/^bgp dampening 15 750 2000 60$/, 'bgp dampening', BGP_FAMILY, 'its values, and not shown'],
	[/^route-target(6?) redirect /, 'rt$1 redirect ', BGP_FAMILY, 'shown with the short word'],
	[/^route-target vpn /, 'rt vpn ', BGP_FAMILY, 'shown with the short word'],
	[/^ospf rfc1583compatibility$/, 'compatible rfc1583', [/^router ospf(?: |$)/], 'two words for one thing'],
	[/^ospf opaque-lsa$/, 'capability opaque', [/^router ospf(?: |$)/], 'two words for one thing'],
	[/^(area \S+ range \S+) advertise(?= |$)/, '$1', OSPF, 'a range is advertised unless it says otherwise'],
	[/^(area \S+ nssa) translate-candidate$/, '$1', OSPF, 'an ABR translates as a candidate unless it says otherwise'],
	[/^(redistribute \S+(?: .*?)?) metric-type 2(?= |$)/, '$1', [/^router ospf6(?: |$)/], 'the type that is meant'],
	[/^(exec-timeout \d+)$/, '$1 0', [/^line vty$/], 'the seconds are shown'],
	[/^continue (\d+)$/, 'on-match goto $1', [/^route-map /], 'two words for one thing'],
	[/^(match ipv6 next-hop) (?=\S*:)/, '$1 address ', [/^route-map /], 'shown with the word'],
	[/^(ip rip (?:send|receive) version) 2 1$/, '$1 1 2', [/^interface \S/], 'shown in this order'],
];

/** Of keys: `1 January 2030` is `Jan 01 2030`. */
const lifetimes: readonly SpellingRule[] = [
	{
		kind: 'words',
		pattern: /\b(\d\d?) ([A-Z][a-z]{2})[a-z]* (?=\d{4}(?: |$))/g,
		spelled: '$2 $1 ',
		within: [/^key \d+$/],
		source: 'the day stands in front of the month or behind it, and is shown behind (FRRouting 8.4)',
	},
	{
		kind: 'words',
		pattern: /\b([A-Z][a-z]{2})[a-z]* 0?(\d\d?) (?=\d{4}(?: |$))/g,
		spelled: '$1 $2 ',
		within: [/^key \d+$/],
		source: 'a month is shown by three letters, and a day by two digits (FRRouting 8.4)',
	},
];

const ROUTE_TYPES = { '1': 'ead', '2': 'macip', '3': 'multicast', '4': 'es', '5': 'prefix' };

/** Networks without a length, by their first octet. */
const CLASSES = [
	[String.raw`(\d|[1-9]\d|1[01]\d|12[0-7])\.\d+\.\d+\.\d+`, '$1.0.0.0/8'],
	[String.raw`(12[89]|1[3-8]\d|19[01])\.(\d+)\.\d+\.\d+`, '$1.$2.0.0/16'],
	[String.raw`(19[2-9]|2[01]\d|22[0-3])\.(\d+)\.(\d+)\.\d+`, '$1.$2.$3.0/24'],
] as const;

const classful = CLASSES.map(
	([address, network]): SpellingRule => ({
		kind: 'words',
		pattern: new RegExp(`^network ${address}(?= [a-z]|$)(?! mask )`),
		spelled: `network ${network}`,
		within: BGP_FAMILY,
		source: 'a network without a length has that of its class (FRRouting 8.4)',
	}),
);

/** What FRRouting 8.4 shows otherwise than it was entered into a real router. */
export const frrSpellings: readonly SpellingRule[] = [
	...words.map(
		([pattern, spelled, within, source]): SpellingRule => ({
			kind: 'words',
			pattern,
			spelled,
			within,
			source: `${source} (FRRouting 8.4)`,
		}),
	),
	...lifetimes,
	...classful,
	{
		kind: 'names',
		pattern: /(?<=^match evpn route-type )[1-5]$/,
		values: ROUTE_TYPES,
		within: [/^route-map /],
		source: 'shown by name (FRRouting 8.4)',
	},
	...inAnyOrder,
];
