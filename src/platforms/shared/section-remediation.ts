import type { SectionRemediation } from '../../domain/platform/remediation-rules.ts';

/**
 * The addresses of the interface go (Cisco IOS, vrf forwarding: "the IP address is removed from the interface"; EOS likewise),
 * and on NX-OS all that is of its third layer (vrf member: "deletes all Layer 3 configurations").
 */
const rebinding: SectionRemediation['rebinding'] = {
	within: [/^interface /],
	command: /^(?:ip )?vrf (?:forwarding|member) |^vrf \S+$/,
	loses: /^(?:ip|ipv6) (?!vrf )/,
};

/** VRP, ip binding vpn-instance: "Layer 3 configurations are deleted". */
const vrpLikeRebinding: SectionRemediation['rebinding'] = {
	within: [/^interface /],
	command: /^ip binding vpn-instance /,
	loses: /^(?:ip|ipv6) (?!binding )/,
};

/**
 * Ports and lines that a Cisco always has: `no interface GigabitEthernet0/1` is answered with "Removal of physical interfaces is
 * not permitted", `no line vty 0 4` likewise. What stands in them is taken back line by line.
 * A new primary address replaces the old one (IOS, NX-OS, ASA and EOS command references, ip address), and so does a new method
 * list of one name (IOS, NX-OS and EOS, aaa authentication and aaa authorization): between the two nobody could log in.
 * An interface without an address says so (`no ip address`), and `ip address` alone is answered with "Incomplete command".
 */
export const portsAndLines: SectionRemediation = {
	kind: 'sections',
	fixed:
		/^(?:interface (?:[A-Za-z-]*(?:Ethernet|GigE)|Serial|Cellular|Management|mgmt)\d+(?:\/\d+)*|line (?:console|vty|(?:con|aux|vty) 0(?: \d+)?))$/i,
	overwritten:
		/^(?:ip address(?= [\d.]+(?:\/\d+| [\d.]+)(?: standby \S+| tag \d+)?$)|aaa authentication (?:login|enable|dot1x|ppp) \S+(?= )|aaa (?:authorization|accounting) (?:exec|network|commands \S+) \S+(?= ))/,
	rebinding,
	unset: /^no ip(?:v6)? address$/,
};

/** Commands of one value, which has a default (from knowledge of VRP and Comware). */
const SINGLE_VALUED = String.raw`(?:mtu|speed|duplex|sysname|bandwidth|port link-(?:type|mode)|port trunk pvid(?: vlan)?|port hybrid pvid(?: vlan)?|port access vlan|stp (?:mode|priority)|ospf (?:cost|dr-priority|network-type|timer \S+)|isis circuit-level|idle-timeout|authentication-mode|protocol inbound|screen-length|history-command max-size)`;

/**
 * A new value takes the place of the old one on VRP and Comware too (from knowledge): without `authentication-mode` nobody could
 * log in between the two, and without `port link-type` the session might end.
 */
const vrpLikeOverwritten = new RegExp(String.raw`^(?:ip address(?= [\d.]+ [\d.]+$)|${SINGLE_VALUED}(?= ))`);

/** `undo mtu` */
const BACK_TO_DEFAULT = new RegExp(`^(${SINGLE_VALUED}) .*$`);

/**
 * What VRP takes back without its value (the undo commands of ansible community.network, ce_*; of eth-trunk "undo eth-trunk" in
 * the command reference of NetEngine 8000 F1A).
 */
const VRP_WITHOUT_VALUE =
	/^(eth-trunk|jumboframe enable|bandwidth-reference|spf-schedule-interval|lsa-(?:arrival|originate)-interval|isis circuit-type|cost-style|is-level|as-path-limit|confederation id|graceful-restart timer wait-for-rib|peer \S+ allow-as-loop|snmp-agent udp-port|info-center (?:logfile size|logbuffer size|max-logfile-number)|min-[rt]x-interval|detect-multiplier|vrrp version|local-user \S+ (?:ftp-directory|level|service-type|user-group)) .+$/;

/** `undo group group-name` (command reference of data centre switches of Huawei, group; of Comware from knowledge). */
const GROUP_OF_PEERS: readonly [RegExp, string] = [/^(group \S+) (?:external|internal)$/, 'undo $1'];

/**
 * VRP refuses `undo interface` for a port ("Error: Unrecognized command"; outputs of devices), and so it does for `aaa`, terminal
 * lines and what else it always has. A node of a route policy is taken back without its mode, and what else has options without
 * them (from knowledge of VRP).
 */
export const vrpRemediation: SectionRemediation = {
	kind: 'sections',
	fixed:
		/^(?:interface (?:(?:\d+|Flex-|X|M-?)?(?:GigabitEthernet|Ethernet|Eth|GE)|Serial|Pos|Cellular|NULL|Wlan-Radio)[\d/:]*|user-interface (?:con|vty|aux|tty|maximum-vty).*|aaa|wlan|security-policy|nat-policy|firewall zone (?:local|trust|untrust|dmz)|(?:authentication|authorization|accounting)-scheme default|domain default(?:_admin)?|vlan 1)$/i,
	// What makes a neighbor takes all that is said of it away, and is written over.
	overwritten: new RegExp(String.raw`${vrpLikeOverwritten.source}|^peer \S+ as-number(?= )`),
	leave: 'quit',
	rebinding: vrpLikeRebinding,
	takesBack: [
		// `undo peer { group-name as-number | ipv4-address | ipv6-address }` (command reference of data centre switches).
		[/^peer (\S*[.:]\S*) as-number \S+$/, 'undo peer $1'],
		[/^(peer \S+ as-number) \S+$/, 'undo $1'],
		GROUP_OF_PEERS,
		[VRP_WITHOUT_VALUE, 'undo $1'],
		[/^route-policy (\S+) (?:permit|deny) (node \d+)$/, 'undo route-policy $1 $2'],
		[/^(traffic (?:classifier|policy|behavior) \S+) .*$/, 'undo $1'],
		[/^(ntp-service unicast-server \S+|info-center loghost \S+) (?!.*\bvpn-instance ).*$/, 'undo $1'],
		[/^(acl (?:ipv6 )?name \S+) .*$/, 'undo $1'],
		[BACK_TO_DEFAULT, 'undo $1'],
	],
};

/**
 * The same on Comware, whose nodes of a route policy are taken back with or without their mode (from knowledge). A
 * loopback and a VLAN interface can go.
 */
export const comwareRemediation: SectionRemediation = {
	kind: 'sections',
	fixed:
		/^(?:interface (?:[A-Za-z-]*(?:GigabitEthernet|Ethernet|GigE)|Serial|POS|Cellular|NULL|InLoopBack|Aux)[\d/:]*|(?:line|user-interface) (?:class )?(?:con|console|vty|aux|tty|usb).*|domain system|user-group system|security-zone name (?:Local|Trust|Untrust|DMZ|Management)|vlan 1)$/i,
	overwritten: vrpLikeOverwritten,
	leave: 'quit',
	rebinding: vrpLikeRebinding,
	takesBack: [
		GROUP_OF_PEERS,
		[/^(ntp-service unicast-server \S+|info-center loghost \S+) (?!.*\bvpn-instance ).*$/, 'undo $1'],
		[BACK_TO_DEFAULT, 'undo $1'],
	],
};

/** What OS10 takes back without its value, or without what is said of a server behind its address (ansible dellemc.os10, roles). */
const OS10_WITHOUT_VALUE =
	/^(mtu|channel-group|minimum-links|lacp (?:max-bundle|port-priority|system-priority)|switchport access vlan|ip vrf forwarding|router-id|default local-preference|default-metric|lldp (?:timer|reinit|holdtime-multiplier)|revision|vlt-mac|vlt-port-channel|primary-priority|backup destination|radius-server (?:retransmit|timeout)|tacacs-server timeout|ntp (?:source|master|authentication-key \d+)|(?:ntp|logging) server \S+(?!.* vrf )|snmp-server (?:contact|location|source-interface)|set (?:local-preference|metric|origin|weight)) .+$/;

/** The ports that OS10 shows always (from knowledge), and its terminal lines. */
export const os10Remediation: SectionRemediation = {
	kind: 'sections',
	fixed: /^(?:interface (?:ethernet|mgmt|fibrechannel) ?\d[\d/:]*|line (?:vty|console).*|interface vlan ?1)$/i,
	overwritten: portsAndLines.overwritten ?? /^$/,
	rebinding,
	takesBack: [[OS10_WITHOUT_VALUE, 'no $1']],
};

/** The ports that AOS-CX and AOS-S show always, and the VLAN that cannot be deleted (from knowledge). */
export const arubaRemediation: SectionRemediation = {
	kind: 'sections',
	fixed: /^(?:interface (?:mgmt|[A-Z]?\d[\d/]*)|vlan 1)$/,
};

/** What looks like IOS may have any ports, but an interface loses its addresses with its VRF; said again they do no harm. */
export const genericRemediation: SectionRemediation = { kind: 'sections', rebinding };
