import type { EntryRule } from '../../domain/platform/syntax.ts';

/** Objects in a list: config models call the key of an entry by one of these. */
export const jsonEntries: readonly EntryRule[] = [
	{ entry: /^\{$/, keys: [/^"name": /i, /^"(?:id|index|key|seq|sequence|prefix|address|ip)": /i] },
];

/** What a YANG model calls the entries of its lists by, in JSON (RFC 7951) and in XML. */
const YANG_KEYS = [
	'name',
	'[\\w-]*-name',
	'id',
	'[\\w-]*-id',
	'index|number|no|seq|sequence|entry|[\\w-]*-number',
	'(?=[\\w-]*address)[\\w-]+|prefix|[\\w-]*-prefix|ip|ipv4|ipv6|ip-prefix',
	'tag|type|level|process|vrf|interface|afi-safi-name',
];

export const yangJsonEntries: readonly EntryRule[] = [
	{ entry: /^\{$/, keys: YANG_KEYS.map((key) => new RegExp(`^"(?:[\\w.-]+:)?(?:${key})": `, 'i')) },
];

/** In XML an entry looks like any other element with something in it. */
export const yangXmlEntries: readonly EntryRule[] = [
	// The system is one, and called by what may change.
	{ entry: /^<(?!\/|system\b)/i, keys: YANG_KEYS.map((key) => new RegExp(`^<(?:${key})(?: [^>]*)?>`, 'i')) },
];

/** Entries of the lists in the config.xml of OPNsense and pfSense. Those with a `uuid` say it in their tag. */
export const senseEntries: readonly EntryRule[] = [
	{ entry: /^<rule>$/, keys: [/^<tracker>/, /^<descr>/, /^<associated-rule-id>/] },
	{
		entry: /^<(?:user|group|gateway_item|gateway_group|alias|schedule|queue|type|package|menu|service)>$/,
		keys: [/^<name>/],
	},
	{ entry: /^<(?:cert|ca|crl)>$/, keys: [/^<refid>/] },
	{ entry: /^<item>$/, keys: [/^<tunable>/, /^<name>/, /^<command>/, /^<key>/] },
	{ entry: /^<(?:staticmap|host|hosts|domainoverrides|domain_overrides)>$/, keys: [/^<mac>/, /^<host>/, /^<domain>/] },
	{ entry: /^<(?:vlan|lagg|gre|gif|bridged|ppp|laggs)>$/, keys: [/^<(?:vlanif|laggif|greif|gifif|bridgeif|if)>/] },
	{
		entry: /^<(?:route|openvpn-server|openvpn-client|openvpn-csc|phase1|phase2|monitor_type|lbpool|vip)>$/,
		keys: [/^<(?:network|vpnid|common_name|ikeid|uniqid|name|subnet)>/],
	},
];
