import type { SectionRemediation } from '../../domain/platform/remediation-rules.ts';

/**
 * Ports and lines that a Cisco always has: `no interface GigabitEthernet0/1` is answered with "Removal of physical interfaces is
 * not permitted", `no line vty 0 4` likewise. What stands in them is taken back line by line.
 * A new primary address replaces the old one (IOS, NX-OS, ASA and EOS command references, ip address), and so does a new method
 * list of one name (IOS, NX-OS and EOS, aaa authentication and aaa authorization): between the two nobody could log in.
 */
export const portsAndLines: SectionRemediation = {
	kind: 'sections',
	fixed:
		/^(?:interface (?:[A-Za-z-]*(?:Ethernet|GigE)|Serial|Cellular|Management|mgmt)\d+(?:\/\d+)*|line (?:console|vty|(?:con|aux|vty) 0(?: \d+)?))$/i,
	overwritten:
		/^(?:ip address(?= [\d.]+(?:\/\d+| [\d.]+)(?: standby \S+)?$)|aaa authentication (?:login|enable|dot1x|ppp) \S+(?= )|aaa (?:authorization|accounting) (?:exec|network|commands \S+) \S+(?= ))/,
};
