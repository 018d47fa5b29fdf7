import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';
import { asNumbers } from './as-numbers.ts';
import { communitySets } from './communities.ts';
import { firstLetters, interfaceNames } from './interface-names.ts';
import { unnumberedRouteMaps } from './numbered-lists.ts';
import { externalType2, ntpOptions, prefixLengths, redistributeOptions, tcpFlags } from './options.ts';
import { ospfAreas } from './ospf-areas.ts';
import { ciscoPortNames } from './port-names.ts';
import { oldRadiusPorts, tacacsPort } from './server-ports.ts';
import { shortWords } from './short-words.ts';
import { multihop, routeDistance } from './static-routes.ts';
import { stormControlLevels } from './storm-control.ts';
import { dscpNames, icmpNames, loggingLevels, precedenceNames, protocolNames } from './value-names.ts';

/** What IOS takes in one way and shows in another. */
export const iosSpellings: readonly SpellingRule[] = [
	...firstLetters(['Ethernet', 'FastEthernet', 'GigabitEthernet', 'Serial']),
	...interfaceNames([
		'FastEthernet',
		'GigabitEthernet',
		'TenGigabitEthernet',
		'FortyGigabitEthernet',
		'HundredGigE',
		'Ethernet',
		'Loopback',
		'Port-channel',
		'Vlan',
		'Tunnel',
		'Serial',
		'TwoGigabitEthernet',
		'FiveGigabitEthernet',
		'TwentyFiveGigE',
		'AppGigabitEthernet',
		'BDI',
		'Null',
		'nve',
	]),
	ospfAreas,
	...shortWords,
	{
		kind: 'words',
		pattern: /^(notify syslog)$/,
		spelled: '$1 contenttype plaintext',
		within: [/^log config$/],
		source: 'plain text unless it says XML, and newer releases show the words (recorded shows of IOS XE)',
	},
	{
		kind: 'words',
		pattern: /^(neighbor \S+ send-community) standard$/,
		spelled: '$1',
		source: 'standard communities are meant where no other word stands (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(encr(?:yption)? aes) 128$/,
		spelled: '$1',
		source: 'AES has 128 bits unless it says otherwise (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(logging buffered(?: \d+)?) (?:debugging|7)$/,
		spelled: '$1',
		source: 'the level of the buffer, and not shown (ansible cisco.ios#1072)',
	},
	{
		kind: 'words',
		pattern: /^(logging host \S+(?: vrf \S+)?) transport udp port 514$/,
		spelled: '$1',
		source: 'UDP and 514 unless it says otherwise (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(snmp-server host \S+ .*) udp-port 162(?= |$)/,
		spelled: '$1',
		source: '162 unless it says otherwise (Catalyst 3560 Command Reference, snmp-server host)',
	},
	{
		kind: 'words',
		pattern: /^((?:no )?crypto )ca(?= (?:trustpoint|certificate) )/,
		spelled: '$1pki',
		source: 'the word became `pki` (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(enrollment url http:\/\/[^/\s]+):80(?=\/|$)/,
		spelled: '$1',
		source: 'the port of HTTP, which the device adds (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(track \d+) rtr (?=\d)/,
		spelled: '$1 ip sla ',
		source: '`rtr` became `ip sla` with 12.4(20)T (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^((?:no )?mac)-(?=address-table )/,
		spelled: '$1 ',
		source: 'the hyphen went with 12.2 (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^eigrp stub$/,
		spelled: 'eigrp stub connected summary',
		source: 'connected and summary routes are meant, and shown (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(standby(?: \d+)? track \S+) decrement 10$/,
		spelled: '$1',
		source: 'ten unless it says otherwise (Cisco IOS in a Nutshell, 2nd edition, standby track)',
	},
	{
		kind: 'words',
		pattern: /(?<=^option \d{1,3} (?:instance \d{1,3} )?hex (?:[\dA-Fa-f]{4}\.){0,128}[\dA-Fa-f]{4})\.(?=[\dA-Fa-f])/g,
		spelled: '',
		source: 'shown in groups of four digits (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^((?:no )?ip domain)-(?=lookup|name|list)/,
		spelled: '$1 ',
		source: 'the hyphen went with 12.2 and comes back by model (Cisco IOS command reference)',
	},
	{
		kind: 'words',
		pattern: /^((?:no )?logging )(?=\d{1,3}\.\d)/,
		spelled: '$1host ',
		source: '`logging 192.0.2.1` is the older spelling of `logging host`',
	},
	{
		kind: 'words',
		pattern: /^((?:no )?spanning-tree portfast) edge(?= |$)/,
		spelled: '$1',
		source: 'the word came with 15.2(4)E; without it the same is meant',
	},
	{
		kind: 'words',
		pattern: /^(class-map (?:type \S+ )?)(?!match-|type )/,
		spelled: '$1match-all ',
		source: 'all of its lines have to match unless it says otherwise, and the device says which (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(address-family (?:ip|vpn)v[46]) unicast(?= |$)/,
		spelled: '$1',
		source: 'unicast is meant where no other word stands (Cisco IOS IP Routing: BGP Command Reference)',
	},
	{
		kind: 'words',
		pattern: /^(monitor session \d+ source .*) both$/,
		spelled: '$1',
		source: 'both directions are meant where none is named (Cisco IOS command reference, monitor session)',
	},
	{
		kind: 'words',
		pattern: /^((?:snmp-server|snmp context \S+) community \S+ (?:view \S+ )?)ro(?= |$)/,
		spelled: '$1RO',
		source: 'taken in small letters and shown in capitals',
	},
	{
		kind: 'words',
		pattern: /^((?:snmp-server|snmp context \S+) community \S+ (?:view \S+ )?)rw(?= |$)/,
		spelled: '$1RW',
		source: 'taken in small letters and shown in capitals',
	},
	{
		kind: 'words',
		pattern: /^(snmp-server community \S+(?: view \S+)?)(?! (?:view|ro|rw|RO|RW)(?: |$))(?= (?:ipv6 )?\S+$|$)/,
		spelled: '$1 RO',
		source: '"permits read-only access to all objects" by default (Cisco IOS command reference, snmp-server community)',
	},
	{
		kind: 'words',
		pattern: /^((?:access-list \d+ )?(?:\d+ )?(?:permit|deny) )(?=\d+\.\d+\.\d+\.\d+(?: log)?$)/,
		spelled: '$1host ',
		source:
			'an address of a standard list is one host (Cisco IOS Security Command Reference, access-list (IP standard))',
	},
	{
		kind: 'words',
		pattern: /^(snmp-server host \S+ (?:vrf \S+ )?)traps /,
		spelled: '$1',
		source:
			'traps are sent where nothing else is said (Catalyst 3560 Command Reference, snmp-server host: "No informs are sent"), and the word is not shown',
	},
	{
		kind: 'words',
		pattern: /^encr (?=\S)/,
		spelled: 'encryption ',
		source: 'IOS shows the policies of ISAKMP with the short word',
	},
	{
		kind: 'words',
		pattern: /^(exec-timeout \d+|clock timezone \S+ -?\d+)$/,
		spelled: '$1 0',
		source: 'seconds, or minutes, are 0 where they are left out, and are shown (Cisco IOS command references)',
	},
	{
		kind: 'words',
		pattern: /^(network \d+\.\d+\.\d+\.\d+) (?=\/\d)/,
		spelled: '$1',
		source: 'a prefix length of a DHCP pool stands behind a blank (Cisco IOS command reference, network (DHCP))',
	},
	{
		kind: 'words',
		pattern: /^(snmp-server host \S+ (?:vrf \S+ )?)version 1 /,
		spelled: '$1',
		source:
			'"If no version keyword is present, the default is Version 1" (Catalyst 3560 Command Reference, snmp-server host)',
	},
	{
		kind: 'words',
		pattern: /^ip (?=vrf forwarding )/,
		spelled: '',
		source:
			'a VRF has one name, and the interface shows the word by how it was defined (Cisco IOS MPLS Command Reference, vrf forwarding)',
	},
	{
		kind: 'words',
		pattern: /^(username \S+) privilege 1(?= )/,
		spelled: '$1',
		source: 'an account has level 1 unless it says otherwise (from knowledge)',
	},
	{
		kind: 'words',
		pattern:
			/^((?:username \S+ (?:privilege \d+ )?|enable )?(?:password|secret)|(?:(?:tacacs|radius)-server )?key|key-string|neighbor \S+ password) 0 (?=<secret)/,
		spelled: '$1 ',
		source: '0 says that what follows is in clear, as it is without (Cisco IOS Security Command Reference, password)',
	},
	{
		kind: 'words',
		pattern: /^(encapsulation dot1)q(?= )/,
		spelled: '$1Q',
		source: 'taken in any case and shown so (Cisco IOS LAN Switching Command Reference, encapsulation dot1q)',
	},
	{
		kind: 'words',
		pattern: /^(line con|line aux)(?:sole|iliary)(?= )/,
		spelled: '$1',
		source: 'entered as `line console 0` and shown cut short (Cisco IOS Terminal Services Command Reference, line)',
	},
	{
		kind: 'words',
		pattern: /^(address ipv[46] \S+)$/,
		spelled: '$1 auth-port 1645 acct-port 1646',
		source:
			'the ports of a RADIUS server are these (Cisco IOS XR System Security Command Reference, server (RADIUS)), and are shown (outputs of IOS)',
	},
	{
		kind: 'words',
		// The network of a class, and the mask of the class behind it.
		pattern:
			/^(network (?:(?:[1-9]\d?|1[01]\d|12[0-6])\.0\.0\.0(?= (?:mask 255\.0\.0\.0|0\.255\.255\.255)(?: |$))|(?:12[89]|1[3-8]\d|19[01])\.\d+\.0\.0(?= (?:mask 255\.255\.0\.0|0\.0\.255\.255)(?: |$))|(?:19[2-9]|2[01]\d|22[0-3])\.\d+\.\d+\.0(?= (?:mask 255\.255\.255\.0|0\.0\.0\.255)(?: |$)))) (?:mask )?\d+\.\d+\.\d+\.\d+(?= route-map |$)/,
		spelled: '$1',
		source:
			'without a mask the network is that of its class, and is shown without (Cisco IOS IP Routing: BGP and EIGRP Command References, network)',
	},
	{
		kind: 'words',
		pattern:
			/^((?:crypto isakmp key .* address|match identity (?:remote )?address) (?!0\.0\.0\.0 )\d+\.\d+\.\d+\.\d+) 255\.255\.255\.255(?= |$)/,
		spelled: '$1',
		source: 'one host is meant where no mask stands, but any behind 0.0.0.0 (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(crypto isakmp key .* address 0\.0\.0\.0) 0\.0\.0\.0(?= |$)/,
		spelled: '$1',
		source: 'any peer, whose mask is not shown (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(ip nat inside source static (?:tcp|udp) \S+ \d+ \d+\.\d+\.\d+\.\d+ \d+(?: vrf \S+)?) extendable$/,
		spelled: '$1',
		source: 'the device adds the word to translations of a port (wiki.ciscolinux.co.uk, Cisco NAT for IPv4)',
	},
	{
		kind: 'sorted',
		pattern:
			/^(?<head>service timestamps (?:log|debug) datetime )(?<values>(?:msec|localtime|show-timezone|year)(?: (?:msec|localtime|show-timezone|year))+)(?<tail>)$/,
		source: 'each is a keyword of its own (from knowledge)',
	},
	{
		kind: 'words',
		pattern: /^(\d+\.\d+\.\d+\.\d+) (?=\/\d+$)/,
		spelled: '$1',
		within: [/^object-group network /],
		source: 'a prefix length is taken behind a blank, and a mask shown (from knowledge)',
	},
	{
		kind: 'netmask',
		pattern: /^\d+\.\d+\.\d+\.\d+(?:\/| )/,
		within: [/^object-group network /],
		source: 'the same',
	},
	{
		kind: 'words',
		pattern: /^no exec-timeout$/,
		spelled: 'exec-timeout 0 0',
		within: [/^line /],
		source: 'never, and shown so (from knowledge)',
	},
	routeDistance,
	multihop,
	...stormControlLevels,
	tacacsPort,
	oldRadiusPorts,
	...unnumberedRouteMaps,
	{
		kind: 'netmask',
		pattern: /^(?:ip address|ip route|network) /,
		source: 'people write a prefix length where IOS shows a mask',
	},
	...[[/^router eigrp /], [/^router eigrp /, /^address-family ipv4 /]].map(
		(within): SpellingRule => ({
			kind: 'wildcard',
			pattern: /^network \S+ \S+$/,
			within,
			source: 'EIGRP takes a mask and shows a wildcard mask (from knowledge)',
		}),
	),
	{
		kind: 'wildcard',
		pattern: /^(?:(?:access-list \S+ )?(?:(?:sequence )?\d+ )?(?:permit|deny) |network \S+ \S+ area )/,
		source: 'an address with the mask 0.0.0.0 is shown as `host` (Cisco IOS Security Command Reference, access-list)',
	},
	{
		kind: 'free-bits',
		pattern: /^(?:access-list \S+ )?(?:(?:sequence )?\d+ )?(?:permit|deny) /,
		source:
			'a mask in place of a wildcard is taken for one, and what it leaves free is shown as 0 (ansible cisco.ios acls)',
	},
	{
		kind: 'networks',
		pattern: /^ip prefix-list \S+ (?:seq \d+ )?(?:permit|deny) \d+\.\d+\.\d+\.\d+\//,
		source: 'bits of the host are taken and not shown (from knowledge)',
	},
	ciscoPortNames,
	protocolNames,
	...icmpNames,
	asNumbers,
	dscpNames,
	precedenceNames,
	loggingLevels,
	ntpOptions,
	externalType2,
	redistributeOptions,
	prefixLengths,
	tcpFlags,
	{
		kind: 'sorted',
		pattern: /^(?<head>transport (?:input|output|preferred) )(?<values>[a-z]\S*(?: [a-z]\S*)+)(?<tail>)$/,
		source: 'a set of protocols, shown in an order of the device (from knowledge)',
	},
	{
		kind: 'sorted',
		pattern: /^(?<head>match (?:not )?(?:(?:ip )?(?:dscp|precedence)|cos) )(?<values>\w+(?: \w+)+)(?<tail>)$/,
		source: 'one of them has to be there (from knowledge)',
	},
	...communitySets,
	{
		kind: 'sorted',
		pattern: /^(?<head>snmp-server enable traps \S+ )(?<values>[a-z][a-z\d-]*(?: [a-z][a-z\d-]*)+)(?<tail>)$/,
		source:
			'a set, shown in an order of the device; words that lead to one another have one order only (Cisco IOS SNMP Command Reference, snmp-server enable traps)',
	},
];
