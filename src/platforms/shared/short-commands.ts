import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import { reversibleSecretsOf } from './mask-tables.ts';

const PASSWORD = '(?:pass?|passwo?|passwor|secr?|secre)';

/** How the secret behind is written, in quotes or without, and none that was hidden already. */
const FORM = String.raw`(?:\d{1,2} )?(?!(?:\d{1,2} )?"?<secret[>:])"?`;

/** Of an ASA, the interface stands in front of the address. */
const SNMP_HOST = String.raw`ho[a-z]* (?:[a-z][\w-]* (?=\S+ (?:\S+ )?com))?\S+ (?:vrf \S+ )?(?:(?:tra?|traps?|inf|informs?|poll?) )?(?:com[a-z]* (?:\d )?)?(?:ve[a-z]* (?:1|2c|3 (?:a|n|p)[a-z]*) )?`;

const SNMP_KEYS = String.raw`us[a-z]* .*?\bau[a-z]* (?:md5|sha)\S*(?: \d{3})? ${FORM}(?<secret3>[^\s"]+)"?(?: pr[a-z]* (?:(?:3?des|aes(?: \d{3})?) )?${FORM}(?<secret4>[^\s"]+))?`;

/**
 * Commands as IOS and its relatives take them, and never show them: cut short, as people type them and write them into scripts.
 * Such a word says enough as long as no other command begins so. What is written in full has rules of its own.
 */
export const iosLikeShortCommands: readonly MaskingPattern[] = reversibleSecretsOf('*', 'cisco-type-7', [
	{
		id: 'secret/ios-like-short-password',
		pattern: new RegExp(
			String.raw`^(?:(?:ena[a-z]*|isis|nei[a-z]* \S+|(?:user[a-z]* \S+|ppp|mpls|l2tp|vtp|ip (?:ft|ht|rc|sf)[a-z]*)(?!.* desc)(?: .*?)??) )?(?:${PASSWORD}|(?:area|domain)-p(?:a[a-z]*)?) (?:lev[a-z]* \d+ )?(?!enc[a-z]* aes|log)${FORM}(?<secret>[^\s"]+)`,
			'd',
		),
		reason: 'passwords of the device, its accounts, lines and neighbours',
		matches: [
			'ena sec 0 fictive',
			'ena sec 0 "two words"',
			'vtp pass fictive',
			'usern anna priv 15 sec fictive',
			'neigh 192.0.2.1 passw fictive',
			'pass 0 fictive',
			'ppp pap sent anna pass fictive',
			'domain-pass fictive',
			'area-p fictive',
		],
		spares: [
			'neighbor 192.0.2.1 description sec team',
			'domain-proxy fictive',
			'ip address 192.0.2.1 255.255.255.0 sec',
			'username anna privilege 15',
			'passive-interface default',
		],
	},
	{
		id: 'secret/ios-like-short-snmp',
		pattern: new RegExp(
			String.raw`^(?!snmp-server (?:community |host |user .* auth ))snmp(?:-[a-z]*)? (?:com[a-z]* (?!string|map)(?:\d )?(?!"?<secret[>:])"?(?<secret>[^\s"]+)|${SNMP_HOST}(?!(?:\S+ ){0,2}"?<secret[>:])"?(?<secret2>[^\s"]+)|${SNMP_KEYS})`,
			'd',
		),
		reason: 'communities and keys of SNMP',
		matches: [
			'snmp-s comm fictive RO',
			'snmp-s ho 192.0.2.1 ver 2c fictive',
			'snmp-s ho inside 192.0.2.1 comm fictive ver 2c',
			'snmp-server user anna ops v3 au md5 fictive1 pr aes 128 fictive2',
			'snmp-s us anna ops v3 au sha fictive1 pri aes 128 fictive2',
		],
		spares: ['snmp-s loc Amsterdam', 'snmp-s cont noc'],
	},
	{
		id: 'secret/ios-like-short-key',
		pattern: new RegExp(
			String.raw`^(?!(?:(?:tacacs|radius)-server|server-private) (?:.*? )??key |key-string |crypto isakmp key |pre-shared-key )(?:(?:(?:tac|rad)[a-z]*-s[a-z]*|server-p[a-z]*) (?:.*? )??ke?y?|key-s[a-z]*|cry[a-z]* isa[a-z]* ke?y?|ke?(?= \d{1,2} )|pre-s[a-z]*(?:-[a-z]*)?(?: (?:addr?|host)[a-z]* \S+ (?:.*? )??ke?y?| (?:loc|rem)[a-z]*|(?! (?:add|host|loc|rem)))) ${FORM}(?<secret>[^\s"]+)`,
			'd',
		),
		reason: 'keys that are shared with servers and peers',
		matches: [
			'tac-s host 192.0.2.1 key fictive',
			'rad-s k 7 0822455D0A16',
			'key-s fictive',
			'cry isa key fictive address 192.0.2.1',
			'pre-sh addr 192.0.2.1 k fictive',
			'pre-sh fictive',
			'crypto isakmp k fictive address 192.0.2.1',
			'k 7 0822455D0A16',
		],
		spares: ['tac-s host 192.0.2.1 timeout 5', 'radius-server keepalive 3', 'crypto isakmp keepalive 10'],
	},
	{
		id: 'secret/ios-like-short-authentication',
		pattern: new RegExp(
			String.raw`^(?!(?:ip ospf|area \S+) (?:\S+ ){0,5}?(?:message-digest|authentication)-key |(?:standby|vrrp|glbp|ip nhrp) (?:\d+ )?authentication (?!md5 key-s)|ntp authentication-key )(?:(?:ip os[a-z]*|area \S+ v[a-z]*(?:-[a-z]*)? \S+) (?:mes[a-z]*(?:-[a-z]*){0,2} \d+ m[a-z\d]*|auth[a-z]*-k[a-z]*)|ntp auth[a-z]*-k[a-z]* \d+ \S+|(?:stan|vrrp|glbp)[a-z]* (?:\d+ )?auth[a-z]*(?: (?:t[a-z]*|md5 key-s[a-z]*))?(?! (?:md5|text|mode|key-c))|ip nh[a-z]* auth[a-z]*) ${FORM}(?<secret>[^\s"]+)`,
			'd',
		),
		reason: 'keys of routing protocols, clocks and virtual gateways',
		matches: [
			'ip os mess 1 md5 fictive',
			'ip ospf authentication-k fictive',
			'ntp auth-k 1 md5 fictive',
			'stand 1 auth fictive',
			'stand 1 auth md5 key-s 7 0822455D0A16',
			'standby 1 authentication md5 key-str fictive',
			'ip nh auth fictive',
		],
		spares: [
			'ip ospf authentication message-digest',
			'ntp authenticate',
			'standby 1 authentication md5 key-chain HSRP',
		],
	},
]);
