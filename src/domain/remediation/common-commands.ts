/*
 * What commands have in common on all systems that are configured section by section. Where one of them differs, its rules say
 * so.
 */

/**
 * Commands with one value, which a new value simply replaces; the match is what the values have in common. What else a map sets
 * may stand beside another one of the same words (`set ip next-hop`, `set ip precedence`), or be added to it; a share of what
 * remains stands beside the guaranteed one, and ASA gives every interface an MTU (`mtu inside 1500`).
 */
const SINGLE_VALUED =
	/^(?:description|hostname|mtu(?: [A-Za-z]\S*)?|bandwidth(?: remaining)?(?! (?:inherit|receive)(?: |$))|speed|duplex|switchport mode|switchport access vlan|switchport trunk native vlan(?! tag$)|spanning-tree mode|sysname|neighbor \S+ (?:remote-as|description|password|update-source)|set (?:local-preference|metric|metric-type|origin|tag|weight|level|(?:ip )?(?:dscp|precedence)|cos|qos-group))(?= )/;

/**
 * A password is replaced as well: a device without the old one, and not yet with the new one, lets nobody in, or everybody.
 * The groups are what the old one has in common with the new one; a role behind it would stay beside the new one (NX-OS).
 */
const PASSWORD =
	/^(?:(?<whose>enable|(?:username|user|local-user) \S+) (?:(?:privilege|role|group|class) \S+ )*)?(?<kind>secret|passwd|password(?: (?:manager|operator))?)(?= )(?:.*(?<last> (?:role|level) \S+))?/;

/** What every platform replaces. */
export function replacedCommand(text: string): string | null {
	const { whose = '', kind, last = '' } = PASSWORD.exec(text)?.groups ?? {};
	if (kind !== undefined) return `${whose} ${kind}${last}`;
	return SINGLE_VALUED.exec(text)?.[0] ?? null;
}

/** What the lines of one account begin with, and what takes all of them away: `username anna`. */
const ACCOUNT = /^username \S+(?= )/;

/** The account that a line is about; null where it is about none. */
export function accountOf(text: string): string | null {
	return ACCOUNT.exec(text)?.[0] ?? null;
}

/**
 * What makes a neighbor of BGP, or a group of them, which is called by a name: it goes last, because all else that is said of it
 * goes with it, and with a group its members.
 */
export function neighborMadeBy(text: string): 'neighbor' | 'group' | null {
	if (/^group \S+ (?:external|internal)$/.test(text)) return 'group';
	const [, whose = ''] =
		/^(?:neighbor|peer) (\S+) (?:remote-as|as-number|peer-group|peer group|interface)(?: |$)/.exec(text) ?? [];
	if (whose === '') return null;
	return /[.:]/.test(whose) || / peer[- ]group \S/.test(text) ? 'neighbor' : 'group';
}

/** Numbered entries are taken back by their number, and what holds a free text or a hidden secret without it. */
export const SHORT_NEGATIONS: readonly RegExp[] = [
	/^(?:rule |seq )?\d+(?= )/,
	/^description(?= )/,
	ACCOUNT,
	/^enable (?:secret|password)(?= )/,
	/^(?:neighbor|peer) \S+ (?:password|description)(?= )/,
];
