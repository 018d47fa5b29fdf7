import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import { secretsOf } from './mask-tables.ts';

/**
 * What VyOS and EdgeOS print alike. The patterns find their keyword anywhere in a line, because the same statement is a
 * short line inside braces and the tail of a long one as a `set` line; its value may stand in quotes of either kind.
 */
export const vyattaMasks: readonly MaskingPattern[] = secretsOf('vyos', [
	{
		id: 'secret/vyatta-password',
		pattern:
			/(?:^|\s)(?:encrypted-password|plaintext-password|password|passphrase|plaintext-key|encrypted-key|shared-secret-key|cak|token|cisco-authentication) (?!(?:md5|plaintext-password|is:?|was:?|(?:for|of) [\w.@-]{1,64}(?::| (?:is|was):?)|=|:|[-=]>) |<secret)(?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		reason: 'accounts, dial-up, wireless and SNMPv3 (oxidized vyos.rb, edgeos.rb)',
		matches: [
			"set system login user vyos authentication encrypted-password '$6$fictive$hash'",
			'plaintext-password "two words"',
			'password fictive',
			"set interfaces macsec macsec0 security mka cak 'fictive'",
			"set service monitoring telegraf influxdb authentication token 'fictive'",
		],
		spares: ['plaintext-password ""', 'password {', "set system login user vyos authentication plaintext-password ''"],
	},
	{
		id: 'secret/vyatta-secret',
		pattern:
			/(?:^|\s)(?:secret|pre-shared-secret|shared-secret|client-secret|pre-shared-key|preshared-key) (?!pre-shared-secret\b|mode\b|file\b|(?:is:?|was:?|=|:|[-=]>) |\S+ (?:key|version)\b)(?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		reason: 'IPsec, RADIUS, TACACS+ and WireGuard (oxidized vyos.rb, edgeos.rb)',
		matches: [
			"set vpn ipsec authentication psk HUB secret 'fictive'",
			"set vpn ipsec site-to-site peer 192.0.2.9 authentication pre-shared-secret 'fictive'",
			"set interfaces wireguard wg0 peer HUB preshared-key 'fictive='",
		],
		spares: [
			"set vpn ipsec site-to-site peer 192.0.2.9 authentication mode 'pre-shared-secret'",
			'mode pre-shared-secret',
			'psk HUB {',
		],
	},
	{
		id: 'secret/vyatta-private-key',
		pattern:
			/(?:^|\s)(?:private-key|private key) (?!\/)(?:"(?<secret>[^"/][^"]*)"|'(?<secret3>[^'/][^']*)'|(?<secret2>[^\s"'{/]\S*))/d,
		reason: 'WireGuard and the PKI; the name of a file is no secret (oxidized vyos.rb)',
		matches: ["set interfaces wireguard wg0 private-key 'fictive='", "set pki certificate C private key 'MIIEfictive'"],
		spares: ['private-key /config/auth/wg.key', 'private {', "set pki certificate C certificate 'MIIDopen'"],
	},
	{
		id: 'secret/vyatta-pki-key',
		pattern: /^key (?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		within: [
			/^(?:private|shared-secret \S+|id \S+|\d+|server \S+|.*-server \S+|otp|wep|secondary|unms|dynamic-author|static|peer \S+) \{$/,
		],
		reason: 'keys of the PKI, of the API and of AAA servers in braces',
		matches: ['key "MIIEfictive"', 'key fictive'],
		spares: ['key {', 'key-exchange ikev2'],
	},
	{
		id: 'secret/vyatta-key',
		pattern:
			/^set (?:.*? )??(?:(?:radius|tacplus|tacacs|radius-server|tacacs-server)(?: server)? \S+ key|(?:md5 )?(?:key-id \d+ )?md5-key|api keys id \S+ key|shared-secret \S+ key|config-sync secondary key|security static (?:peer \S+ )?key|unms key|dynamic-author key|\botp key|\bwep key) (?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		reason: 'AAA servers, OSPF and the API as set lines',
		matches: [
			"set system login radius server 192.0.2.7 key 'fictive'",
			"set protocols ospf interface eth0 authentication md5 key-id 1 md5-key 'fictive'",
			"set service https api keys id audit key 'fictive'",
		],
		spares: ["set system login user vyos authentication public-keys anna key 'AAAAB3Nza'"],
	},
	{
		id: 'secret/vyatta-md5-key',
		pattern: /^md5-key (?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		reason: 'OSPF and RIP in braces',
		matches: ['md5-key "fictive"', 'md5-key fictive'],
		spares: ['md5 {'],
	},
	{
		id: 'secret/vyatta-snmp-community-set',
		pattern:
			/^(?:set|delete) service snmp (?:trap-target \S+ )?community (?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>[^\s"']+))/d,
		reason: 'a community is a password in clear (oxidized vyos.rb)',
		matches: [
			"set service snmp community fictive authorization 'ro'",
			"set service snmp trap-target 192.0.2.5 community 'fictive'",
		],
		spares: ["set policy route-map A rule 10 set community '65000:1'", "set service snmp contact 'noc'"],
	},
	{
		id: 'secret/vyatta-snmp-community',
		pattern: /^community (?:"(?<secret>[^"]+)"|'(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		within: [/^(?:snmp|trap-target \S+) \{$/],
		reason: 'the same in braces; a route-map sets communities with the same keyword, and they stay',
		matches: ['community fictive {', 'community "fictive"'],
		spares: ['community {', 'contact noc'],
	},
	{
		id: 'secret/vyatta-isis-md5',
		pattern:
			/(?:^|\s)(?:area-password|domain-password|password) md5 (?:"(?!<secret)(?<secret>[^"]+)"|'(?!<secret)(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		reason: 'IS-IS as set lines (VyOS documentation)',
		matches: ["set protocols isis area-password md5 'fictive'"],
		spares: ["set protocols isis area-password plaintext-password 'fictive'"],
	},
	{
		id: 'secret/vyatta-isis-md5-braces',
		pattern:
			/^md5 (?:"(?!<secret)(?<secret>[^"]+)"|'(?!<secret)(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		within: [/^(?:area-password|domain-password|password) \{$/],
		reason: 'the same in braces',
		matches: ['md5 fictive'],
		spares: ['md5 {'],
	},
	{
		id: 'secret/vyatta-nhrp',
		pattern:
			/^set protocols nhrp tunnel \S+ authentication (?:"(?!<secret)(?<secret>[^"]+)"|'(?!<secret)(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		reason: 'DMVPN authentication in clear',
		matches: ["set protocols nhrp tunnel tun0 authentication 'fictive'"],
		spares: ["set protocols nhrp tunnel tun0 multicast 'dynamic'"],
	},
	{
		id: 'secret/vyatta-nhrp-braces',
		pattern:
			/^authentication (?:"(?!<secret)(?<secret>[^"]+)"|'(?!<secret)(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		within: [/^nhrp \{$/, /^tunnel \S+ \{$/],
		reason: 'the same in braces',
		matches: ['authentication fictive'],
		spares: ['authentication {'],
	},
	{
		id: 'secret/vyatta-container-variable',
		pattern:
			/^set (?:container name|service event-handler event) \S+ (?:script )?environment (?=\S*(?:PASS|SECRET|TOKEN|KEY))\S+ value (?:"(?!<secret)(?<secret>[^"]+)"|'(?!<secret)(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/di,
		reason: 'what a container or a script is given',
		matches: [
			"set service event-handler event A script environment TOKEN value 'fictive'",
			"set container name db environment DB_PASSWORD value 'fictive'",
		],
		spares: ["set container name db environment TZ value 'UTC'"],
	},
	{
		id: 'secret/vyatta-container-variable-braces',
		pattern:
			/^value (?:"(?!<secret)(?<secret>[^"]+)"|'(?!<secret)(?<secret3>[^']+)'|(?<secret2>(?!\{\}?(?:\s|$))[^\s"']\S*))/d,
		within: [/^environment (?=\S*(?:PASS|SECRET|TOKEN|KEY))\S+ \{$/i],
		reason: 'the same in braces',
		matches: ['value fictive'],
		spares: ['value-help x'],
	},
	{
		id: 'secret/vyatta-openvpn-option',
		pattern:
			/(?:^|\s)openvpn-option ["']?.*?setenv(?:-safe)? (?=\S*(?:PASS|PWD|SECRET|TOKEN|KEY))\S+ "?(?!<secret)(?<secret>[^\s"']+)/di,
		reason: 'what OpenVPN is given for its scripts (manual page of OpenVPN); logins are kept in files',
		matches: ["set interfaces openvpn vtun0 openvpn-option '--setenv RADIUS_SECRET fictive'"],
		spares: [
			"set interfaces openvpn vtun0 openvpn-option '--auth-user-pass /config/auth/login'",
			"set interfaces openvpn vtun0 openvpn-option '--setenv FORWARD_COMPATIBLE 1'",
		],
	},
	{
		id: 'secret/vyatta-unms',
		pattern: /(?:^|\s)connection ["']?wss:\/\/[^\s+"']+\+(?<secret>[^\s+"']+)/d,
		reason: 'the key of a controller stands in its address (EdgeOS)',
		matches: ["set service unms connection 'wss://nms.example.net:443+fictive+allowUntrustedCertificate'"],
		spares: ['set vpn ipsec remote-access connection C'],
	},
]);
