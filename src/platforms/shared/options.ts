import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const NTP_OPTION = String.raw`(?:prefer|i?burst|(?:key|version|minpoll|maxpoll|source|use-vrf|local-interface) \S+)`;

/** What is said of a time server: taken in any order, and shown in that of the device. */
export const ntpOptions: SpellingRule = {
	kind: 'sorted',
	pattern: new RegExp(
		String.raw`^(?<head>(?:ntp )?(?:server|peer) (?:vrf \S+ )?\S+ )(?<values>${NTP_OPTION}(?: ${NTP_OPTION})+)(?<tail>)$`,
	),
	valued: /^(?:key|version|minpoll|maxpoll|source|use-vrf|local-interface)$/,
	source: 'each of them is a keyword of its own, and the device has an order for them (from knowledge)',
};

const ROUTE_OPTION = String.raw`(?:subnets|always|(?:metric|metric-type|tag|route-map) \S+)`;

/** What is said of routes that are passed on. */
export const redistributeOptions: SpellingRule = {
	kind: 'sorted',
	pattern: new RegExp(
		String.raw`^(?<head>(?:redistribute \S+ (?:\d+ )?|default-information originate ))(?<values>${ROUTE_OPTION}(?: ${ROUTE_OPTION})+)(?<tail>)$`,
	),
	valued: /^(?:metric|metric-type|tag|route-map)$/,
	source: 'taken in any order, and shown in one (FRRouting 8.4, of BGP; of others from knowledge)',
};

/** The lengths of an entry of a prefix list. */
export const prefixLengths: SpellingRule = {
	kind: 'sorted',
	pattern:
		/^(?<head>(?:ip(?:v6)? prefix-list \S+ )?(?:seq \d+ )?(?:permit|deny) \S+ )(?<values>[gl]e \d+ [gl]e \d+)(?<tail>)$/,
	valued: /^[gl]e$/,
	source: '`le 32 ge 24` is taken, and `ge 24 le 32` shown (FRRouting 8.4; of others from knowledge)',
};

/** Routes that OSPF takes over are of type 2 unless it says otherwise. */
export const externalType2: SpellingRule = {
	kind: 'words',
	pattern: /^((?:redistribute|default-information originate)(?: .*?)?) metric-type 2(?= |$)/,
	spelled: '$1',
	within: [/^router ospf(?: |$)/],
	source: 'the type that is meant, and not shown (from knowledge)',
};

/** The flags of TCP that an entry of an access list asks for. A group, a host or what else has a name may be called like one. */
export const tcpFlags: SpellingRule = {
	kind: 'sorted',
	pattern:
		/^(?<head>(?:access-list \S+ )?(?:\d+ )?(?:permit|deny) (?:tcp|6) (?:\S+ )*?(?<!(?:group|set|host|range|log|eq|neq|[lg]t) ))(?<values>(?:ack|fin|psh|rst|syn|urg)(?: (?:ack|fin|psh|rst|syn|urg))+)(?<tail>(?: log)?)$/,
	source: 'a set: `fin ack` is taken, and `ack fin` shown (ansible cisco.nxos, nxos_acls; of others from knowledge)',
};
