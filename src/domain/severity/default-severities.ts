import type { SeverityRule } from './severity.ts';

/**
 * What the words of network operating systems have in common. They mean the same in braces, indented, and in one line; a
 * platform that uses them otherwise has rules of its own, which are asked first.
 */
export const DEFAULT_SEVERITIES: readonly SeverityRule[] = [
	{ severity: 'low', on: 'line', command: /(?:description|remark|comment|alias|annotate|name)\b/ },
	{ severity: 'low', on: 'line', command: /(?:neighbor|peer) \S+ description\b/ },
	{ severity: 'low', on: 'line', command: /\d+ remark\b/ },
	{ severity: 'low', on: 'section', command: /(?:banner|header|snmp-server (?:location|contact)|location|contact)\b/ },
	{ severity: 'low', on: 'section', command: /login (?:message|announcement)\b/ },
	// Packet filters, and where they are applied.
	{ severity: 'critical', on: 'section', command: /(?:ip |ipv4 |ipv6 |mac )?access-(?:list|group|class)\b/ },
	{
		severity: 'critical',
		on: 'section',
		command: /(?:acl|firewall|packet-filter|traffic-filter|filter|service-acl|control-plane|zone-pair|nat)\b/,
	},
	{ severity: 'critical', on: 'section', command: /security (?:policies|zones|nat|screen)\b/ },
	// Accounts and AAA.
	{
		severity: 'critical',
		on: 'section',
		command: /(?:aaa|tacacs\S*|radius\S*|ldap\S*|username|user|user-role|role|login|authentication-order)\b/,
	},
	{
		severity: 'critical',
		on: 'section',
		command: /(?:enable|root-authentication|privilege|password|passphrase|secret|key chain|keychain|authentication)\b/,
	},
	// Management access.
	{
		severity: 'critical',
		on: 'section',
		command:
			/(?:line (?:vty|con|aux|default)|vty-pool|user-interface|ip (?:ssh|http|telnet|scp)|ssh|telnet|stelnet|http|https)\b/,
	},
	{
		severity: 'critical',
		on: 'section',
		command: /(?:management (?:api|ssh|telnet|console)|netconf\S*|restconf|feature (?:telnet|ssh|nxapi|bash-shell))\b/,
	},
	{
		severity: 'critical',
		on: 'section',
		command: /(?:snmp-server (?:community|user|group|host)|snmp community|crypto)\b/,
	},
	// Where traffic goes.
	{
		severity: 'high',
		on: 'section',
		command:
			/(?:router|routing-options|routing-instances|protocols|policy-options|route-policy|route-map|ip(?:v6)? (?:route|prefix-list|as-path|community-list|address|vrf|routing)|ipv4 address)\b/,
	},
	{
		severity: 'high',
		on: 'section',
		command:
			/(?:bgp|ospf|ospf3|ospfv3|isis|eigrp|rip|mpls|static|prefix-set|as-path-set|community-set|vrf|segment-routing)\b/,
	},
	{ severity: 'high', on: 'line', command: /(?:shutdown|disable|deactivate|inactive|address|spanning-tree)\b/ },
];
