import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { iosLikeClearing } from './shared/clearing.ts';
import { iosLikeInterruptions, iosLikeMessageMasks } from './shared/interruptions.ts';
import { ipv4Family, ipv4Neighbors } from './shared/ios-bgp.ts';
import { writtenIosDefaults } from './shared/ios-hidden-defaults.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import { hiddenIosDefaults, unlessInherited } from './shared/ios-like-defaults.ts';
import { ENTRY_NUMBER, iosLikeOrder, SEQUENCE_NUMBER } from './shared/ios-like-order.ts';
import { iosLikeSecrets } from './shared/ios-like-secrets.ts';
import { shownIosDefaults } from './shared/ios-shown-defaults.ts';
import { iosSpellings } from './shared/ios-spellings.ts';
import { reversibleSecretsOf, surfacedLinesOf, volatileLinesOf } from './shared/mask-tables.ts';
import { iosLikeNameServers } from './shared/name-servers.ts';
import { accessListsInTens, listsWithNumbers, numberedSequences } from './shared/numbered-lists.ts';
import { commandsOfOneValue } from './shared/one-value.ts';
import { secretForms } from './shared/secret-forms.ts';
import { iosInterfaceRanges, iosLines, iosMirroredPorts } from './shared/section-ranges.ts';
import { portsAndLines } from './shared/section-remediation.ts';
import { tacacsServerPort } from './shared/server-ports.ts';
import { iosLikeSession, keyGeneration } from './shared/session-commands.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { accountingSection, policeSections, routeTargetBoth } from './shared/shorthands.ts';
import { unsaidIosDefaults } from './shared/unsaid-defaults.ts';
import { iosPorts } from './shared/untouched-ports.ts';
import { iosLikeVlanLists, protectedVlans } from './shared/vlan-lists.ts';

/** Cisco IOS and IOS XE: one command line, one configuration language. */
export const ciscoIos: Platform = {
	name: 'cisco_ios',
	title: 'Cisco IOS',
	aliases: ['ios', 'cisco.ios.ios'],

	cli: {
		channel: 'shell',
		// The hostname may be cut in configuration mode only, which a session never enters. Any letter is taken for it, with a
		// warning ("% Hostname contains one or more illegal characters"), and `prompt` may put more around it.
		prompt: /^(?=\S*\w)[\x21-\x7e]{1,128}[>#]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#\s?$/ },
		setup: ['terminal length 0', 'terminal width 512'],
		showRunning: 'show running-config',
		failures: [
			...iosLikeFailures,
			/^\s*% ?(?:Configuration buffer full|Bad secrets|Access denied)/i,
			/^Non-Volatile memory is in use/,
		],
		pager: iosLikePager,
		questions: [{ prompt: /Press RETURN to get started[.!]?\s*$/, answer: '\n' }],
		logout: 'exit',
	},

	syntax: {
		style: 'indented',
		comments: ['!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/],
		frame: [
			...iosLikeSession,
			keyGeneration,
			/^Building configuration\.\.\.$/,
			/^end$/,
			/^(?:Load for five secs: |Time source is |No time source, )/,
			...iosLikeInterruptions,
		],
		blocks: [
			{
				id: 'banner',
				start: /^banner (?:motd|login|exec|incoming|slip-ppp|prompt-timeout|config-save) (?<delimiter>\^C|\S)/,
				end: 'delimiter',
				prose: true,
			},
			{
				id: 'aaa-message',
				start: /^aaa authentication (?:banner|fail-message) (?<delimiter>\^C|\S)/,
				end: 'delimiter',
				prose: true,
			},
			{ id: 'menu-title', start: /^menu \S+ (?:title|prompt) (?<delimiter>\^C|\S)/, end: 'delimiter', prose: true },
			// A certificate kept in NVRAM is one line (`certificate self-signed 01 nvram:…`) and starts no block.
			{
				id: 'certificate',
				start: /^certificate (?:(?:self-signed|ca|ra-sign|ra-encrypt|ra-general|rollback|rom) )?[0-9A-Fa-f]{1,64}$/,
				end: /^quit$/,
				key: true,
			},
			{ id: 'public-key', start: /^key-string$/, end: /^(?:quit|exit)$/, key: true },
			{ id: 'macro', start: /^macro name \S+$/, end: /^@$/, prose: true },
			// Commands as they are entered, between words of a shell (Cisco IOS, Auto Smartports).
			{ id: 'macro-auto', start: /^macro auto execute \S+ \{$/, end: 'braces', prose: true },
			...anyPlatformBlocks,
		],
	},

	// An account below level 15 is shown an empty config with all that stands around one (oxidized#677, cisco.ios#709).
	completeness: {
		proof: 'last-line',
		pattern: /^end$/,
		bare: /^(?:Current configuration : |Using \d+ out of |boot-(?:start|end)-marker$)/,
	},

	remediation: portsAndLines,

	masks: [
		...iosLikeMessageMasks,
		...surfacedLinesOf('cisco_ios', [
			{
				id: 'volatile/ios-last-change',
				pattern: /^! Last configuration change at (?<lastChangedAt>.+?)(?: by (?<lastChangedBy>.+))?$/,
				reason: 'who and when, not what (oxidized#456, #1921: users want it out of the diff and in the report)',
				matches: [
					'! Last configuration change at 10:12:13 UTC Mon Jan 5 2026 by anna',
					'! Last configuration change at 10:12:13 CET Mon Jan 5 2026',
				],
				spares: ['! Last maintenance by anna', 'event syslog pattern "Last configuration change at"'],
			},
			{
				id: 'volatile/ios-nvram-update',
				pattern: /^! NVRAM config last updated at (?<lastSavedAt>.+?)(?: by (?<lastSavedBy>.+))?$/,
				reason: 'moves with every `write memory` (oxidized#456)',
				matches: ['! NVRAM config last updated at 07:02:17 UTC Tue Feb 20 2018 by anna'],
				spares: ['! NVRAM config'],
			},
		]),
		...volatileLinesOf('cisco_ios', [
			{
				id: 'volatile/ios-no-change',
				pattern: /^! No configuration change since last restart$/,
				reason: 'stands where the time of the last change stood until a reload (RANCID ios.pm)',
				matches: ['! No configuration change since last restart'],
				spares: ['! No change'],
			},
			{
				id: 'volatile/ios-config-size',
				pattern: /^(?:Current configuration|Using \d+ out of \d+ bytes|Uncompressed configuration)\b/,
				reason: 'a byte count that follows every other change (RANCID ios.pm, oxidized ios.rb)',
				matches: ['Current configuration : 4320 bytes', 'Using 4320 out of 524288 bytes'],
				spares: ['description Current configuration : 4320 bytes'],
			},
			{
				id: 'volatile/ios-load-line',
				pattern: /^(?:! )?(?:VTP: )?Load for five secs: /,
				reason: 'printed above every output with `exec prompt timestamp` (oxidized ios.rb)',
				matches: ['Load for five secs: 3%/0%; one minute: 2%; five minutes: 1%'],
				spares: ['description Load for five secs: 3%/0%'],
			},
			{
				id: 'volatile/ios-time-source',
				pattern: /^(?:! )?(?:VTP: )?(?:Time source is|No time source,) /,
				reason: 'printed above every output with `exec prompt timestamp` (oxidized ios.rb)',
				matches: [
					'Time source is NTP, 11:26:49.210 JST Tue Sep 22 2020',
					'No time source, *08:01:02.003 UTC Mon Mar 1 1993',
				],
				spares: ['ntp source Loopback0'],
			},
			{
				id: 'volatile/ios-ntp-clock-period',
				pattern: /^ntp clock-period \d+$/,
				reason: 'the drift of the crystal, measured and written by the device (RANCID ios.pm, oxidized ios.rb)',
				matches: ['ntp clock-period 17179869'],
				spares: ['ntp server 192.0.2.1', 'ntp clock-period'],
			},
			{
				id: 'volatile/ios-licence-udi',
				pattern: /^license udi pid \S+ sn \S+$/,
				reason: 'the serial number of the hardware: nobody can configure it, and it differs after an RMA',
				matches: ['license udi pid C9300-48P sn FCW2233A5ZV'],
				spares: ['license boot level network-advantage addon dna-advantage', 'license smart url default'],
			},
			{
				id: 'volatile/ios-session-terminal',
				pattern: /^(?:length 0|width 512)$/,
				// A session of SSH has one of these; of another line somebody set it.
				within: [/^line vty /],
				reason: "some releases write the reading session's own `terminal length 0` to its line (RANCID ios.pm)",
				matches: ['length 0', 'width 512'],
				spares: ['length 24', 'width 80', 'width 5120'],
			},
		]),
		{
			id: 'volatile/ios-self-signed-certificate',
			platform: 'cisco_ios',
			kind: 'volatile',
			action: 'drop-line',
			scope: 'block',
			pattern: /^certificate self-signed /,
			reason: 'the device makes itself a new one after an RMA or a lost NVRAM (ansible cisco.ios#637, #1107)',
			matches: ['certificate self-signed 01'],
			spares: ['certificate ca 01', 'crypto pki certificate chain TP-self-signed-1'],
		},
		...reversibleSecretsOf('cisco_ios', 'cisco-type-7', [
			{
				id: 'secret/ios-enable',
				pattern:
					/^enable (?:algorithm-type \S+ )?(?:password|secret) (?:level \d+ )?(?:[1-9]\d? (?<secret>\S+)|(?:0 )?(?<secret2>\S.*)$)/d,
				reason: 'type 0 and 7 are readable, 5, 8 and 9 are hashes; clear text may hold blanks (oxidized ios.rb)',
				matches: [
					'enable secret 9 $9$fictive$hash',
					'enable password level 3 5 $1$abcd$efgh',
					'enable password two words',
				],
				spares: ['enable last-resort password', 'aaa authentication enable default group tacacs+ enable'],
			},
			{
				id: 'secret/ios-username',
				pattern: /^username \S+ (?:.*? )??(?:password|secret) (?:[1-9]\d? (?<secret>\S+)|(?:0 )?(?<secret2>\S.*)$)/d,
				reason: 'local accounts; a clear-text password runs to the end of the line (oxidized ios.rb)',
				matches: [
					'username anna privilege 15 secret 9 $9$fictive$hash',
					'username bob view ops password 7 0822455D0A16',
					'username eve password 0 my secret word',
				],
				spares: ['username anna privilege 15', 'username anna nopassword'],
			},
			{
				id: 'secret/ios-line-password',
				pattern: /^password (?!encryption |logging$|strict)(?:\d )?(?<secret>\S.*)$/d,
				reason: 'lines, AAA users and trustpoints (oxidized ios.rb)',
				matches: ['password 7 0822455D0A16', 'password letmein', 'password 6 SXdPJa_KhKdO'],
				spares: ['password encryption aes', 'password logging', 'service password-encryption'],
			},
			{
				id: 'secret/ios-snmp-community',
				pattern:
					/^snmp-server community (?:"(?<secret>[^"]+)"|(?:[067] (?=\S+ (?:view|RO|RW|ro|rw)\b))?(?<secret2>[^\s"]\S*))/d,
				reason: 'a community is a password in clear (oxidized ios.rb)',
				matches: [
					'snmp-server community fictive RO 80',
					'snmp-server community "two words" RW',
					'snmp-server community 7 0a1b RO',
					'snmp-server community 6 fictive view ops RW',
				],
				spares: ['snmp-server contact noc', 'set community 65000:1 additive', 'ip community-list 1 permit 65000:1'],
			},
			{
				id: 'secret/ios-snmp-host',
				pattern:
					/^snmp-server host \S+ (?:(?:vrf \S+|tra|traps?|info?|infor|informs?) ){0,2}(?:ver[a-z]* (?:1|2c|3 (?:a|n|p)[a-z]*) )?(?:[07] )?(?<secret>\S+)/d,
				reason: 'the community that traps are sent with; a v3 user name is hidden with it (oxidized ios.rb)',
				matches: [
					'snmp-server host 192.0.2.1 informs version 2c fictive ipsec',
					'snmp-server host 192.0.2.1 vrf mgmt version 3 priv anna',
					'snmp-server host 192.0.2.1 fictive vrrp',
					'snmp-server host 192.0.2.1 inf ver 2c fictive',
					'snmp-server host 192.0.2.1 informs vrf A version 2c fictive bgp',
				],
				spares: ['snmp-server enable traps snmp', 'logging host 192.0.2.1 vrf mgmt'],
			},
			{
				id: 'secret/ios-snmp-user',
				pattern:
					/^snmp-server user .*?\bauth (?:md5|sha|sha-2 \d{3}) (?:[067] )?(?<secret>\S+)(?: priv (?:(?:3?des|aes(?: \d{3})?) )?(?:[067] )?(?<secret2>\S+))?/d,
				reason: 'authentication and privacy keys (netconan)',
				matches: [
					'snmp-server user anna ops v3 auth sha fictive1 priv aes 128 fictive2 access 10',
					'snmp-server user anna ops v3 encrypted auth md5 0A:1B',
					'snmp-server user anna ops auth md5 fictive1 priv fictive2',
				],
				spares: ['snmp-server user anna ops v3', 'snmp-server group ops v3 auth'],
			},
			{
				id: 'secret/ios-snmp-community-map',
				pattern: /^snmp(?:-server)? mib community-map (?<secret>\S+?)(?::\d+)?(?: |$)/d,
				reason: 'a community again (netconan)',
				matches: ['snmp-server mib community-map fictive:100 context ops'],
				spares: ['snmp-server mib persist event'],
			},
			{
				id: 'secret/ios-rf-switch-community',
				pattern: /^rf-switch snmp-community (?<secret>\S+)/d,
				reason: 'a community again (netconan)',
				matches: ['rf-switch snmp-community fictive'],
				spares: ['rf-switch name one'],
			},
			{
				id: 'secret/ios-aaa-server-key',
				pattern: /^(?:tacacs|radius)-server (?:.*? )??key (?:\d )?(?<secret>\S.*)$/d,
				reason: 'shared secret of AAA (oxidized ios.rb)',
				matches: ['tacacs-server host 192.0.2.1 key fictive', 'radius-server key 7 0822455D0A16'],
				spares: ['tacacs-server timeout 5', 'radius-server attribute 8 include-in-access-req'],
			},
			{
				id: 'secret/ios-key',
				pattern: /^key (?!chain |config-key )(?:\d (?<secret>\S.*)|(?<secret2>\d*[^\d\s].*))$/d,
				reason: 'shared secret under `radius server`, `tacacs server` and their like (oxidized ios.rb)',
				matches: ['key 7 0822455D0A16', 'key fictive', 'key 0 two words'],
				spares: ['key 1', 'key chain OSPF'],
			},
			{
				id: 'secret/ios-numeric-key',
				pattern: /^key (?<secret>\d+)$/d,
				within: [
					/^(?:(?:tacacs|radius|ldap) server |aaa (?:group )?server |client \S|crypto (?:isakmp client configuration group|gdoi group) )/,
				],
				reason: 'in a server block a bare number is the shared secret; in a key chain it is the number of a key',
				matches: ['key 12345'],
				spares: ['key chain OSPF'],
			},
			{
				id: 'secret/ios-key-string',
				pattern: /^key-string (?:\d )?(?<secret>\S.*)$/d,
				reason: 'key chains of routing protocols and MACsec (oxidized ios.rb)',
				matches: ['key-string 7 0822455D0A16', 'key-string fictive'],
				spares: ['key-string', 'key chain OSPF'],
			},
			{
				id: 'secret/ios-server-key',
				pattern: /^(?:client (?:.*? )??)?server-key (?:\d )?(?<secret>\S.*)$/d,
				reason: 'change of authorisation (oxidized ios.rb)',
				matches: ['client 192.0.2.7 server-key 7 0822455D0A16', 'server-key fictive'],
				spares: ['client 192.0.2.7', 'server name ISE-1'],
			},
			{
				id: 'secret/ios-server-private-key',
				pattern: /^server-private (?:.*? )??key (?:\d )?(?<secret>\S.*)$/d,
				reason: 'AAA server inside a group (netutils)',
				matches: ['server-private 192.0.2.4 auth-port 1812 acct-port 1813 key 7 0822455D0A16'],
				spares: ['server-private 192.0.2.4'],
			},
			{
				id: 'secret/ios-isakmp-key',
				pattern: /^crypto isakmp key (?:[06] )?(?<secret>\S+)/d,
				reason: 'pre-shared key of IKEv1 (oxidized ios.rb)',
				matches: ['crypto isakmp key 6 FicTive_Key address 192.0.2.2'],
				spares: ['crypto isakmp keepalive 10', 'crypto isakmp policy 10'],
			},
			{
				id: 'secret/ios-pre-shared-key',
				pattern:
					/^pre-shared-key (?:(?:local|remote) )?(?:(?:address|hostname) (?:.*? )??key )?(?:hex )?(?:[06] )?(?:hex )?(?<secret>\S.*)$/d,
				reason: 'keyrings of IKEv1 and IKEv2 (netconan)',
				matches: [
					'pre-shared-key address 192.0.2.1 255.255.255.255 key 6 FicTive_Key',
					'pre-shared-key local fictive',
					'pre-shared-key remote hex 1234a',
				],
				spares: ['authentication pre-share', 'authentication local pre-share'],
			},
			{
				id: 'secret/ios-skip-key',
				pattern: /^psk id \S+ key (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'key that a server of session keys is asked with (Cisco Secure Key Integration Protocol)',
				matches: ['psk id A key 6 FicTive_Key', 'psk id A key fictive'],
				spares: ['server ipv4 192.0.2.1 port 8280'],
			},
			{
				id: 'secret/ios-ospf',
				pattern:
					/^(?:ip ospf|area \S+) (?:.*? )??(?:authentication-key|message-digest-key \d+ md5) (?:\d )?(?<secret>\S+)/d,
				reason: 'OSPF authentication on interfaces and virtual links (oxidized ios.rb)',
				matches: [
					'ip ospf authentication-key 7 0822455D0A16',
					'ip ospf message-digest-key 1 md5 fictive',
					'area 1 virtual-link 192.0.2.1 message-digest-key 1 md5 7 0822455D0A16',
				],
				spares: ['ip ospf authentication message-digest', 'area 1 authentication message-digest'],
			},
			{
				id: 'secret/ios-isis',
				pattern: /^(?:isis password|area-password|domain-password) (?:\d )?(?<secret>\S+)/d,
				reason: 'IS-IS authentication (oxidized ios.rb)',
				matches: ['isis password fictive level-1', 'domain-password fictive'],
				spares: ['isis authentication key-chain ISIS', 'isis metric 10'],
			},
			{
				id: 'secret/ios-neighbor',
				pattern: /^neighbor \S+ password (?:\d )?(?<secret>\S.*)$/d,
				reason: 'TCP MD5 of BGP (oxidized ios.rb)',
				matches: ['neighbor 192.0.2.1 password 7 0822455D0A16'],
				spares: ['neighbor 192.0.2.1 remote-as 65001', 'neighbor 192.0.2.1 description password rotation'],
			},
			{
				id: 'secret/ios-ldp',
				pattern:
					/^mpls ldp (?:vrf \S+ )?(?:neighbor (?:vrf \S+ )?\S+ )?password (?:fallback |option \d+ for \S+ )?(?:\d )?(?!required|rollover|key-chain|option |fallback )(?<secret>\S+)/d,
				reason: 'TCP MD5 of LDP (netconan)',
				matches: [
					'mpls ldp neighbor 192.0.2.1 password 7 0822455D0A16',
					'mpls ldp password fallback fictive',
					'mpls ldp vrf A password option 1 for A 7 0822455D0A16',
				],
				spares: ['mpls ldp password required', 'mpls ldp password option 1 for 10 key-chain LDP'],
			},
			{
				id: 'secret/ios-fhrp',
				pattern:
					/^(?:standby|vrrp|glbp) (?:\d+ |redirects? (?:.*? )??)?authentication (?:text |md5 key-string )?(?!md5 |text |mode |key-chain )(?:\d )?(?<secret>\S+)/d,
				reason: 'HSRP, VRRP and GLBP authentication (oxidized ios.rb)',
				matches: [
					'standby 1 authentication md5 key-string 7 0822455D0A16',
					'vrrp 1 authentication text fictive',
					'standby authentication fictive',
					'standby redirects advertisement authentication md5 key-string fictive',
				],
				spares: ['standby 1 authentication md5 key-chain HSRP', 'standby 1 priority 110'],
			},
			{
				id: 'secret/ios-authentication-text',
				pattern: /^authentication (?:text|md5 key-string) (?:\d )?(?<secret>\S+)/d,
				reason: 'the same in a sub-mode (netconan)',
				matches: ['authentication text fictive'],
				spares: ['authentication mode md5', 'authentication md5 key-chain HSRP'],
			},
			{
				id: 'secret/ios-ppp',
				pattern: /^ppp (?:(?:chap|eap) password|pap sent-username \S+ password|pap password) (?:\d )?(?<secret>\S.*)$/d,
				reason: 'PPP logins (oxidized ios.rb)',
				matches: ['ppp chap password 0 fictive', 'ppp pap sent-username anna password 7 0822455D0A16'],
				spares: ['ppp authentication chap pap', 'ppp chap refuse'],
			},
			{
				id: 'secret/ios-ppp-hostname',
				pattern: /^ppp chap hostname (?<secret>\S+)/d,
				reason: 'the login name of a subscriber line (netconan counts it among the credentials)',
				matches: ['ppp chap hostname customer-4711'],
				spares: ['hostname edge-01'],
			},
			{
				id: 'secret/ios-l2tp',
				pattern: /^(?:digest secret|l2tp tunnel password) (?:\d )?(?<secret>\S+)/d,
				reason: 'L2TP control channel (netconan)',
				matches: ['digest secret 0 fictive hash MD5', 'l2tp tunnel password 7 0822455D0A16'],
				spares: ['digest hash MD5', 'l2tp tunnel timeout setup 10'],
			},
			{
				id: 'secret/ios-ntp',
				pattern: /^ntp authentication-key \d+ \S+ (?:0 (?=\S{2}))?(?<secret>\S+)/d,
				reason: 'NTP keys; the number after it says how it is encrypted (netconan)',
				matches: [
					'ntp authentication-key 1 md5 0822455D0A16 7',
					'ntp authentication-key 3 hmac-sha1 fictive',
					'ntp authentication-key 3 md5 0 fictive',
				],
				spares: ['ntp authenticate', 'ntp trusted-key 1'],
			},
			{
				id: 'secret/ios-ip-client-password',
				pattern: /^ip (?:ftp|http client|rcmd|sftp) password (?:\d )?(?<secret>\S.*)$/d,
				reason: 'logins for file transfer (netconan)',
				matches: ['ip ftp password 7 0822455D0A16', 'ip http client password fictive'],
				spares: ['ip ftp username anna', 'ip http client source-interface Loopback0'],
			},
			{
				id: 'secret/ios-session-key',
				pattern:
					/^set session-key (?:inbound|outbound) (?:ah|esp) \d+ (?:cipher (?<secret>\S+)(?: authenticator (?<secret2>\S+))?|authenticator (?<secret3>\S+)|(?<secret4>\S+))/d,
				reason: 'manual IPsec keys (netconan)',
				matches: [
					'set session-key outbound esp 256 cipher 1234abcdef authenticator 5678abcdef',
					'set session-key inbound ah 256 1234abcdef',
					'set session-key outbound esp 256 authenticator 1234abcdef',
				],
				spares: ['set transform-set AES', 'set security-association lifetime seconds 3600'],
			},
			{
				id: 'secret/ios-wpa-psk',
				pattern:
					/^(?:wpa-psk|(?:wlan .*?|(?:wireless mesh )?security .*?)?\bpsk set-key|priority \d+ set-key) (?:ascii|hex) (?:\d )?(?<secret>\S.*)$/d,
				reason: 'wireless pre-shared keys; they may hold blanks (oxidized ios.rb)',
				matches: [
					'security wpa psk set-key ascii 0 two words',
					'security wpa akm psk set-key ascii 8 fictive',
					'wpa-psk ascii 7 0822455D0A16',
					'priority 0 set-key ascii 0 fictive',
				],
				spares: ['security wpa psk', 'security wpa wpa2 ciphers aes'],
			},
			{
				id: 'secret/ios-wep-key',
				pattern:
					/^(?:encryption (?:vlan \d+ )?key \d size \S+|(?:security )?static-wep-key encryption \d+ (?:ascii|hex)) (?:\d )?(?<secret>\S+)/d,
				reason: 'WEP keys of access points and their controllers',
				matches: [
					'encryption key 1 size 128bit 7 0822455D0A16 transmit-key',
					'security static-wep-key encryption 104 ascii 0 fictive 1',
				],
				spares: ['encryption mode ciphers aes-ccm'],
			},
			{
				id: 'secret/ios-ap-management',
				pattern: /^mgmtuser username \S+ password \d (?<secret>\S.*?) secret \d (?<secret2>\S.*)$/d,
				reason: 'login of access points; both values may hold blanks (oxidized ios.rb)',
				matches: ['mgmtuser username anna password 0 two words secret 0 three more words'],
				spares: ['mgmtuser username anna'],
			},
			{
				id: 'secret/ios-dot1x',
				pattern: /^(?:ap )?dot1x username \S+ password (?:\d )?(?<secret>\S.*)$/d,
				reason: 'supplicant login of access points (oxidized ios.rb)',
				matches: ['dot1x username anna password 0 two words'],
				spares: ['dot1x system-auth-control', 'dot1x pae authenticator'],
			},
			{
				id: 'secret/ios-voice',
				pattern: /^(?:authentication|credentials) (?:.*? )??username \S+ password (?:\d )?(?<secret>\S+)/d,
				reason: 'SIP registration',
				matches: ['authentication username anna password 7 0822455D0A16 realm sip.example.net'],
				spares: ['authentication list VTY', 'authentication port-control auto'],
			},
			{
				id: 'secret/ios-cts',
				pattern: /^cts (?:sxp default|credentials id \S+) password (?:\d )?(?<secret>\S.*)$/d,
				reason: 'TrustSec peers',
				matches: ['cts sxp default password 7 0822455D0A16'],
				spares: ['cts sxp enable', 'cts sxp connection peer 192.0.2.1 password default mode local'],
			},
			{
				id: 'secret/ios-vtp',
				pattern: /^vtp password (?<secret>\S+)/d,
				reason: 'VTP domain password',
				matches: ['vtp password fictive hidden'],
				spares: ['vtp mode transparent', 'vtp domain LAB'],
			},
			{
				id: 'secret/ios-nhrp',
				pattern: /^(?:ip |ipv6 )?nhrp authentication (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'DMVPN authentication in clear',
				matches: ['ip nhrp authentication fictive', 'ip nhrp authentication 7 0822455D0A16'],
				spares: ['ip nhrp network-id 1'],
			},
			{
				id: 'secret/ios-server-secret',
				pattern: /^secret (?:\d{1,2} )?(?<secret>\S+)/d,
				reason: 'accounts and views that have a mode of their own, and telephony (IOS XE 17 command reference)',
				matches: ['secret 9 $9$fictive$hash', 'secret 5 $1$abcd$efgh'],
				spares: ['service secret-recovery', 'secretary 1'],
			},
			{
				id: 'secret/ios-eigrp-sha',
				pattern: /^authentication mode hmac-sha-256 (?:\d )?(?<secret>\S+)/d,
				reason: 'EIGRP in named mode',
				matches: ['authentication mode hmac-sha-256 7 0822455D0A16', 'authentication mode hmac-sha-256 fictive'],
				spares: ['authentication mode md5', 'authentication mode hmac-sha-256'],
			},
			{
				id: 'secret/ios-cable',
				pattern:
					/^cable (?:shared-(?:secondary-)?secret (?:index \d+ )?(?:\d (?=\S))?(?!index )(?<secret>\S+)|modem remote-query (?:\d+ (?<secret2>\S+)|(?<secret3>\D\S*)))/d,
				reason:
					'what cable modems are checked by, and the community that they are asked with (Cisco CMTS command reference)',
				matches: [
					'cable shared-secret 7 0822455D0A16',
					'cable shared-secondary-secret index 1 fictive',
					'cable modem remote-query 30 fictive',
				],
				spares: ['cable metering', 'cable modem remote-query 30'],
			},
			{
				id: 'secret/ios-telephony-user',
				pattern: /^(?:xml user \S+ password|url authentication \S+ \S+) (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'logins of the phone system',
				matches: [
					'xml user anna password 7 0822455D0A16 15',
					'xml user anna password fictive 15',
					'url authentication http://192.0.2.1/auth audit fictive',
				],
				spares: ['xml user anna', 'url authentication http://192.0.2.1/auth'],
			},
			{
				id: 'secret/ios-enrollment-credential',
				pattern: /^authentication credential \S+ (?<secret>\S.*)$/d,
				reason: 'login at a certificate authority',
				matches: ['authentication credential anna fictive'],
				spares: ['enrollment credential TP'],
			},
			{
				id: 'secret/ios-cellular',
				pattern:
					/(?:^|[\s"'-])(?:apn|profile create \d{1,2} \S+) (?:chap|pap|(?:chap|pap)[-_](?:chap|pap)) \S+ (?<secret>\S+)/d,
				reason: 'login of a mobile network, behind the name of its access point',
				matches: [
					'cellular 0 lte profile create 1 apn chap anna fictive',
					'cellular 0/1/0 lte profile create 2 internet.example pap_chap anna fictive ipv4',
				],
				spares: ['profile id 1 apn example.net authentication none'],
			},
			{
				id: 'secret/ios-mobile-ip',
				pattern: /^ip mobile secure .*?\bkey (?:hex|ascii) (?<secret>\S+)/d,
				reason: 'security associations of Mobile IP (netconan)',
				matches: ['ip mobile secure host 192.0.2.1 spi 100 key hex 0a1b2c algorithm md5'],
				spares: ['ip mobile secure host 192.0.2.1 spi 100'],
			},
			{
				id: 'secret/ios-kerberos',
				pattern: /^kerberos srvtab entry (?:\S+ ){5}(?<secret>\S.*)$/d,
				reason: 'key of a Kerberos service, behind its length',
				matches: ['kerberos srvtab entry host/a@EXAMPLE 0 1 1 1 8 fictive'],
				spares: ['kerberos srvtab remote tftp'],
			},
			{
				id: 'secret/ios-sim-pin',
				pattern: /^(?:cellular \S+ )?(?:gsm|lte) sim (?:authenticate|unlock) (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'PIN of a SIM card (from knowledge)',
				matches: ['lte sim authenticate 7 0822455D0A16 slot 0', 'gsm sim authenticate 1234'],
				spares: ['lte sim primary 0', 'lte sim data-profile 2 attach-profile 1'],
			},
			{
				id: 'secret/ios-mesh-key',
				pattern: /^(?:wireless mesh )?security psk provisioning key \d+ (?:\d (?=\S))?(?<secret>\S.*)$/d,
				reason: 'key that access points of a mesh join with (Catalyst 9800, from knowledge)',
				matches: ['wireless mesh security psk provisioning key 1 0 fictive'],
				spares: ['wireless mesh security psk provisioning', 'wireless mesh security psk provisioning inuse 1'],
			},
			{
				id: 'secret/ios-telephony-pin',
				pattern: /^pin (?<secret>\d{4,})$/d,
				reason: 'PIN of a phone (from knowledge)',
				matches: ['pin 12345'],
				spares: ['pin-code optional', 'spin 12345'],
			},
			{
				id: 'secret/ios-mab-password',
				pattern: /^mab request format attribute 2 (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'the password that all MAC addresses log in with (Configurable MAB Username and Password)',
				matches: ['mab request format attribute 2 7 0822455D0A16', 'mab request format attribute 2 fictive'],
				spares: ['mab request format attribute 1 groupsize 2 separator - lowercase'],
			},
			{
				id: 'secret/ios-cloud-security',
				pattern: /^(?:license|token|api-key|secret) (?:\d (?=\S))?(?<secret>\S+)$/d,
				within: [/^parameter-map type (?:content-scan|umbrella|opendns) global$/],
				reason:
					'what a router proves itself with at the security services of Cisco (Cloud Web Security, Umbrella; from knowledge)',
				matches: ['license 7 0822455D0A16', 'token AABBA59A0BDE', 'api-key fictive'],
				spares: ['orgid 1234567', 'timeout server 30'],
			},
			{
				id: 'secret/ios-container-variable',
				pattern:
					/^(?:app-hosting )?run-opts \d+ ".*?(?:-e|--env) (?=[\w-]*(?:[Pp]ass|PASS|[Pp][Ww]|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY))[\w-]+=(?<secret>[^\s"]+)/d,
				reason: 'a container is given its secrets in variables (from knowledge)',
				matches: ['run-opts 1 "-e USER=anna -e AGENT_TOKEN=fictive"'],
				spares: ['run-opts 1 "-e USER=anna --restart always"'],
			},
			{
				id: 'secret/ios-probe-login',
				pattern: /^credentials \S+ (?:\d (?=\S))?(?<secret>\S+)$/d,
				within: [/^ip slb probe /],
				reason: 'what a probe of server load balancing logs in with (Cisco IOS SLB command reference)',
				matches: ['credentials audit fictive'],
				spares: ['credentials audit'],
			},
			{
				id: 'secret/ios-token',
				pattern: /^(?:nmsp cloud-services server|network-assurance) (?:id-)?token (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'what a controller proves itself with at the cloud services of Cisco (Catalyst 9800, from knowledge)',
				matches: ['nmsp cloud-services server token fictive'],
				spares: ['nmsp cloud-services server url https://dnas.example'],
			},
			{
				id: 'secret/ios-sign-on-key',
				pattern: /^secret-key (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'what cookies of single sign-on are encrypted with (Cisco SSL VPN command reference)',
				matches: ['secret-key fictive'],
				spares: ['secret-key'],
			},
			{
				id: 'secret/ios-chat-answer',
				pattern: /^chat-script \S+ .*?(?:word|sswd)[:"]{1,2} "?(?<secret>[^\s"]+)/d,
				reason: 'a modem script answers a question for a password (Cisco dial command reference)',
				matches: [
					'chat-script login ogin: audit assword: fictive',
					'chat-script login ogin: audit ssword: fictive',
					'chat-script login "Password:" "fictive"',
				],
				spares: ['chat-script dial ABORT ERROR "" "AT Z" OK "ATDT \\T"'],
			},
			{
				id: 'secret/ios-phone-service',
				pattern: /^service phone \w*[Pp]assword (?<secret>\S+)/d,
				reason: 'logins in what phones are configured with (Cisco Unified CME)',
				matches: ['service phone sshPassword fictive'],
				spares: ['service phone webAccess 0'],
			},
			{
				id: 'secret/ios-macro-parameter',
				pattern:
					/^macro (?:global )?(?:apply|trace) .*?\$(?=\w*(?:[Pp]ass|PASS|[Pp][Ww]|[Ss]ecret|SECRET|[Kk]ey|KEY))\w+ (?<secret>\S+)/d,
				reason: 'a macro is given its secrets as parameters',
				matches: ['macro apply phone $VLAN 10 $password fictive'],
				spares: ['macro apply phone $VLAN 10', 'macro description phone'],
			},
		]),
		...iosLikeSecrets,
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	overwritten: commandsOfOneValue,

	numbers: [accessListsInTens, numberedSequences],

	shorthands: [
		...listsWithNumbers({ standard: String.raw`\d{1,2}|1[3-9]\d\d`, extended: String.raw`1\d\d|2[0-6]\d\d` }),
		ipv4Family,
		accountingSection,
		...policeSections,
		routeTargetBoth([/^ip vrf /]),
		routeTargetBoth([/^vrf definition /]),
		routeTargetBoth([/^vrf definition /, /^address-family /]),
	],

	ranges: [iosLines, iosInterfaceRanges, iosMirroredPorts],

	sequences: [iosLikeNameServers],

	clearing: iosLikeClearing,

	order: [
		...iosLikeOrder,
		// Commands of a schedule run one after the other.
		{ kind: 'children', within: [/^kron policy-list /] },
		// Without a name, one entry cannot be taken back (Cisco IOS Security Command Reference, access-list).
		{ kind: 'siblings', pattern: /^access-list (\S+) /, whole: /^access-list \S+/ },
		{
			kind: 'siblings',
			pattern: /^ip (?:ext|large-)?community-list ((?:standard |expanded )?\S+) (?:seq|permit|deny) /,
			numbers: SEQUENCE_NUMBER,
		},
		{ kind: 'children', within: [/^ip extcommunity-list /], numbers: ENTRY_NUMBER },
		{ kind: 'children', within: [/^ip explicit-path /] },
		// Servers with a name are asked in the order of their groups, and in that of their definitions only in the group of all.
		{ kind: 'siblings', pattern: /^(tacacs) server /, where: /^(?:aaa .*)?\bgroup tacacs\+(?: |$)/ },
		{ kind: 'siblings', pattern: /^(radius) server /, where: /^(?:aaa .*)?\bgroup radius(?: |$)/ },
		// Asked, appended or offered one after the other (Cisco IOS command references).
		{ kind: 'siblings', pattern: /^(ip name-server(?: vrf \S+)?) / },
		{ kind: 'siblings', pattern: /^(ip domain[ -]list(?: vrf \S+)?) / },
		{ kind: 'siblings', pattern: /^(boot system(?: switch \S+)?) / },
		{ kind: 'siblings', pattern: /^(set peer) /, within: [/^crypto map /] },
		{ kind: 'siblings', pattern: /^(proposal) /, within: [/^crypto ikev2 policy /] },
	],

	lists: [...iosLikeVlanLists, protectedVlans],

	// A template says what its interfaces are (Cisco IOS XE, Configuring Interface Templates).
	defaults: [
		...unlessInherited(/^source template /, [
			...hiddenIosDefaults,
			...writtenIosDefaults,
			...unsaidIosDefaults,
			tacacsServerPort,
		]),
		...shownIosDefaults,
		ipv4Neighbors,
	],

	ports: iosPorts,

	secretForms,

	spellings: iosSpellings,
};
