import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import { reversibleSecretsOf } from './mask-tables.ts';

/** What says that a secret follows, as a word or as the last part of one: `challenge-password`. */
const WORDS = '(?:password|passwd|passphrase|secret)';

/** How the secret behind is written, in digits or in a word (Cisco, Arista and Dell command references). */
const FORMS = '(?:0|[3-9]|10|8a|encrypted|clear|hex|ascii)';

/** What a sentence goes on with, what is said about passwords in general, and what stands in front of a hidden one. */
const NO_SECRET = `(?!(?:(?:${FORMS}|\\d{1,2}|(?:hmac-)?(?:md5|sha-?\\d{1,3})|text|cleartext|ciphertext|plaintext|level|accept|required|value) ){0,2}<secret[:>]|(?:encryption|encryption-key|shared-secret|policy|minimum|minimum-length|min-length|max-length|length|lifetime|strength|strength-check|secure-mode|history|expiry|expire|aging|attributes|required|auth|level|management|recovery|complexity|prompt|logging|change|reset|profile|key-chain|keychain|option|fallback|hash|format|enable|disable|inheritance-disable|default|none|peer|user-name|user|must|is|has|have|will|was|and|or|for|of|to|in|on|at|with|not|may|can|be|only|are|by|from|as|if|you|rotation|[-=]>|[=:])(?=[.,:]*(?:[\\s"]|$)))`;

/**
 * The nets under the lists of IOS and its relatives: commands of rare features, of later releases, and inside scripts of the
 * event manager. They stand behind a platform's own rules.
 */
export const iosLikeSecrets: readonly MaskingPattern[] = reversibleSecretsOf('*', 'cisco-type-7', [
	{
		id: 'secret/ios-like-encrypted',
		pattern: new RegExp(
			`(?:^|[\\s"'-])(?:password|passwd|passphrase|secret|key|string|pmk|cak|token|pin|nthash|(?:md5|sha)(?:-?\\d{1,3}){0,2}) ${FORMS} "?(?!(?:\\d{1,2} )?<secret[:>]|(?:md5|sha|hmac|cmac|aes|3?des|type|key|password|prefer|iburst|burst|minpoll|maxpoll|version|source|vrf|use-vrf|accept|send)(?:[-\\s\\d]|$))(?<secret>[^\\s"]+)`,
			'd',
		),
		reason:
			'a word for a secret, how it is encrypted, and the secret: every feature of IOS and its relatives writes it like that',
		matches: [
			'pac key 7 0822455D0A16',
			'database archive pkcs12 password 7 0822455D0A16',
			'authentication mode hmac-sha-256 7 0822455D0A16',
			'etr map-server 192.0.2.1 key 6 FicTive proxy-reply',
			'action 3.0 cli command "username anna secret 0 fictive"',
			'192.0.2.1:0 password encrypted 0822455D0A16',
		],
		spares: [
			'ntp server 192.0.2.1 key 5 prefer',
			'ntp server 192.0.2.1 key 5 version 4',
			'message-digest-key 5 md5',
			'key chain 7',
			'key 1',
			'snmp-server group ops v3 auth',
		],
	},
	{
		id: 'secret/ios-like-password',
		pattern: new RegExp(`(?:^|[\\s"'-])${WORDS} "?${NO_SECRET}(?<secret>[^\\s"]+)`, 'd'),
		reason: 'the same in clear, as people write it and as some features keep it',
		matches: [
			'bind authenticate root-dn cn=audit password fictive',
			'challenge-password fictive',
			'action 3.0 cli command "username anna password fictive"',
			'proxy-server ip 192.0.2.1 port 3128 username anna password fictive',
		],
		spares: [
			'neighbor 192.0.2.1 description password rotation',
			'password encryption aes',
			'service password-encryption',
			'Your password must be changed',
			'cts sxp connection peer 192.0.2.1 password default mode local',
		],
	},
	{
		id: 'secret/ios-like-key',
		pattern:
			/(?:^|[\s"'-])(?:share|pac|authentication|group \S+|map-server \S+|ppk manual id \S+|radius-helper) key (?!chain|eigrp |(?:\d{1,2}|clear|password6?) <secret|<secret[:>])(?:password6 )?(?<secret>[^\s"]+)/d,
		reason: 'keys of RSVP, LISP, IKE and EZVPN in clear (Cisco command references)',
		matches: [
			'ip rsvp authentication key fictive',
			'ipv4 etr map-server 192.0.2.1 key fictive',
			'authentication remote pre-share key fictive',
			'group REMOTE key fictive',
			'ppk manual id A key fictive',
			'ppk manual id A key password6 fictive required',
		],
		spares: ['authentication key-chain OSPF', 'ip authentication key-chain eigrp 1 K', 'ntp authentication-key 1 md5'],
	},
	{
		id: 'secret/ios-like-authentication-key',
		pattern: /^(?:encrypted-)?authentication-key "?(?!\d{1,2} |<secret[:>])(?<secret>[^\s"]+)/d,
		reason: 'virtual links and LISP sites, where the command stands in a mode of its own',
		matches: ['authentication-key fictive'],
		spares: ['authentication-key 1 md5', 'authentication-key-chain OSPF'],
	},
	{
		id: 'secret/ios-like-ipsec-spi',
		pattern:
			/(?:^|[\s"'-])(?:authentication|encryption) ipsec spi \d+ (?:esp (?:null (?:authentication )?(?:md5|sha1)|\S+(?: \d{3})?)|md5|sha1) (?:(?:\d|clear|encrypted|password) )?(?!(?:\S+ ){0,2}<secret[:>])(?<secret>\S+)(?: (?:authentication )?(?:md5|sha1) (?:(?:\d|clear|encrypted|password) )?(?<secret2>\S+))?/d,
		reason: 'IPsec keys of OSPFv3 (RFC 4552), on interfaces and areas',
		matches: [
			'authentication ipsec spi 256 md5 password 0822455D0A16',
			'area 0 encryption ipsec spi 256 esp 3des 0a1b2c sha1 3d4e5f',
			'ospfv3 encryption ipsec spi 256 esp aes 128 0a1b2c authentication sha1 3d4e5f',
			'ospfv3 encryption ipsec spi 501 esp aes-cbc 128 7 00112233 sha1 7 445566',
		],
		spares: ['ospfv3 authentication null', 'ipv6 ospf 1 area 0'],
	},
	{
		id: 'secret/ios-like-msdp',
		pattern: /^ip msdp (?:vrf \S+ )?password (?:peer )?\S+ (?:(?:encrypted-)?\d )?(?<secret>\S+)/d,
		reason: 'TCP MD5 of MSDP; the peer stands between the word and the key',
		matches: [
			'ip msdp password peer 192.0.2.1 7 0822455D0A16',
			'ip msdp vrf A password peer 192.0.2.1 7 0822455D0A16',
			'ip msdp password 192.0.2.1 3 386c0565',
		],
		spares: ['ip msdp peer 192.0.2.1 connect-source Loopback0'],
	},
	{
		id: 'secret/ios-like-pim',
		pattern: /^ip pim hello-authentication ah-md5 (?:\d )?(?<secret>\S+)/d,
		reason: 'authentication of PIM neighbours (NX-OS command reference)',
		matches: ['ip pim hello-authentication ah-md5 3 386c0565', 'ip pim hello-authentication ah-md5 fictive'],
		spares: ['ip pim sparse-mode'],
	},
	{
		id: 'secret/ios-like-trustsec-key',
		pattern: /^sap pmk (?:\d )?(?<secret>\S+)/d,
		reason: 'pairwise master key of a link that is encrypted by hand (Cisco TrustSec)',
		matches: ['sap pmk 0a1b2cfictive mode-list gcm-encrypt'],
		spares: ['sap mode-list gcm-encrypt'],
	},
	{
		id: 'secret/ios-like-script-variable',
		pattern:
			/^(?:event manager environment|action \S+ set) "?(?:(?=\S*(?:[Pp]ass|PASS|[Pp][Ww]|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY|[Cc]red|CRED|[Cc]ommunity|COMMUNITY))[^\s"]+"? (?<secret>\S.*)$|[^\s"]+"? "?[^\s":@]{1,128}:(?<secret2>[^\s"@]{1,256})@)/d,
		reason: 'a script of the event manager is given its passwords in variables',
		matches: [
			'event manager environment _ftp_password fictive',
			'event manager environment snmp_community fictive',
			'event manager environment _email_server anna:fictive@192.0.2.25',
			'action 1.0 set _password "fictive"',
		],
		spares: ['event manager environment _email_to noc@example.net', 'action 1.0 set count 1'],
	},
	{
		id: 'secret/ios-like-mail-login',
		// Bounded, as a line of nothing but `mail server a:` would be read once per occurrence.
		pattern: /(?:^|[\s"'-])mail[ -]server "?[^\s":@]{1,128}:(?<secret>[^\s"@]{1,256})@/d,
		reason:
			'the event manager and call home log in to their mail server (Cisco EEM and Smart Call Home command references)',
		matches: [
			'mail-server audit:fictive@192.0.2.25 priority 1',
			'action 2.0 mail server "audit:fictive@192.0.2.25" to "noc@example.net" from "r1@example.net"',
		],
		spares: ['action 2.0 mail server "192.0.2.25" to "noc@example.net" from "r1@example.net"'],
	},
	{
		id: 'secret/ios-like-script-command',
		pattern:
			/^(?:action|cli|command|alias|schedule) .*?\b(?:snmp-server community|(?:tacacs|radius)-server (?:\S+ ){0,6}?key|info type snmp .*? community) (?:\d )?(?!<secret[:>])(?<secret>[^\s"]+)/d,
		reason: 'a command inside a script or an alias, and what a script asks its device with',
		matches: [
			'action 3.5 cli command "snmp-server community fictive RO"',
			'action 1.0 info type snmp oid 1.3.6.1 get-type exact community fictive',
		],
		spares: ['action 3.5 cli command "show snmp"', 'alias exec s show snmp community'],
	},
	{
		id: 'secret/ios-like-script-answer',
		pattern:
			/^action \S+ cli command "(?!(?:abort|bash|cancel|clear|commit|conf|config|configure|confirm|continue|copy|default|disable|enable|erase|exit|format|guestshell|logoff|logout|pager|ping|proceed|quit|reboot|reload|reset|root|shut|shutdown|sync|tclquit|tclsh|terminal|verify|write)")(?<secret>[^\s"$<\\][^\s"]{3,})"/d,
		reason:
			'a script answers a question for a password (`cli command "…" pattern "assword"` stands in the line before); commands of one word are few',
		matches: ['action 2.0 cli command "FicTive1" pattern "#"', 'action 2.0 cli command "fictive"'],
		spares: ['action 2.0 cli command "enable"', 'action 2.0 cli command "end"', 'action 2.0 cli command "$_password"'],
	},
	{
		id: 'secret/ios-like-pre-shared-key',
		pattern:
			/^pre-shared-key (?!address |hostname |(?:(?:local|remote|hex|clear|encrypted|password6?|\d) ){0,3}<secret[:>])(?:(?:local|remote|hex|clear|encrypted|password6?|\d) ){0,3}(?<secret>\S+)/d,
		reason: 'keyrings of IKE in clear (from knowledge)',
		matches: ['pre-shared-key fictive', 'pre-shared-key password6 fictive', 'pre-shared-key local 6 fictive'],
		spares: ['authentication pre-share', 'pre-shared-key address 192.0.2.1 key <secret:0a1b2c>'],
	},
	{
		id: 'secret/ios-like-licence-token',
		pattern: /(?:^|[\s"'-])idtoken (?<secret>[^\s"]+)/d,
		reason: 'registers a device with the licences of its owner (Smart Licensing; from knowledge)',
		matches: ['license smart register idtoken fictive', 'license smart trust idtoken fictive local'],
		spares: ['license smart transport smart'],
	},
	{
		id: 'secret/ios-like-key-import',
		pattern:
			/^crypto (?:key|ca|pki) (?:import|export) .*?(?:terminal|url \S+|pkcs12(?: \S+)?|pem) (?!password |terminal |url |pkcs12 |pem |[a-z]+\d*:|<secret[:>])(?<secret>\S.*)$/d,
		reason: 'the passphrase of a file of keys (from knowledge)',
		matches: ['crypto pki import TP pkcs12 terminal fictive', 'crypto ca import TP pkcs12 bootflash:k.p12 fictive'],
		spares: ['crypto pki import TP certificate', 'crypto pki trustpoint TP'],
	},
	{
		id: 'secret/ios-like-rmon-community',
		// Five events of NX-OS are those of every device.
		pattern: /^rmon event \d+ (?:log )?trap (?!public description [A-Z]+\(\d\) owner PMON@)(?<secret>\S+)/d,
		reason: 'a community again',
		matches: ['rmon event 1 log trap fictive description "x" owner anna'],
		spares: ['rmon event 2 log description "x"', 'rmon event 1 log trap public description FATAL(1) owner PMON@FATAL'],
	},
	{
		id: 'secret/ios-like-master-key',
		pattern: /^key config-key (?:\d+ |newpass |(?:password-encrypt(?:ion)?|ascii) )(?<secret>\S.*)$/d,
		reason: 'opens every type 6 password',
		matches: ['key config-key password-encrypt fictive-master', 'key config-key 1 fictive-master'],
		spares: ['key config-key'],
	},
]);
