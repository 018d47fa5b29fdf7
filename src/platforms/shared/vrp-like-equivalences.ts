import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';
import type { ListRule, NumberRule } from '../../domain/platform/list-rules.ts';
import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

/** Rules of access lists of VRP and Comware. */
export const numberedRules: NumberRule = {
	numbered: /^(?<head>rule )\d+ (?<rest>(?:permit|deny)\b.*)$/,
	plain: /^(?<head>rule )(?<rest>(?:permit|deny)\b.*)$/,
	within: [/^acl /],
	source:
		'a rule without a number gets the next one, five further, and is shown with it (Huawei S2720 to S6700 command reference, rule (basic ACL view): 5, 10, 15 by the step)',
};

/** The agent of SNMP of VRP and Comware. */
export const snmpAgentOn: DefaultRule = {
	line: /^snmp-agent$/,
	command: /^(?:undo )?snmp-agent$/,
	beside: /^snmp-agent (?:community|group|local-engineid|mib-view|packet|sys-info|usm-user) /,
	leftOutBy: 'intended',
	source:
		'these commands start the agent, too, and it is shown by itself (operation manual of Quidway S3900, SNMP Configuration)',
	matches: ['snmp-agent'],
	spares: ['undo snmp-agent', 'snmp-agent community read cipher x'],
};

/** Services that an account may use. Behind `level` stands a number that belongs to the service in front of it. */
export function serviceTypes(writing: ListRule['writing']): ListRule {
	return {
		pattern:
			/^(?<head>(?:local-user \S+ )?service-type )(?<values>(?!level )[a-z][a-z\d-]*(?: (?!level )[a-z][a-z\d-]*)*)$/,
		form: 'words',
		writing,
		source:
			'a set, shown in an order of the device; a level is that of one service (Quidway S3000-EI command manual, service-type)',
		matches: ['service-type ssh telnet', 'local-user anna service-type telnet ssh'],
		spares: ['service-type', 'undo service-type ssh', 'service-type telnet level 3'],
	};
}

/**
 * Names of interfaces that are cut short where their section begins: `interface g0/0/1`. Elsewhere a word may be a name that
 * somebody chose.
 *
 * @param names - each with a bar behind the letters that tell it from the others
 */
export function shortInterfaces(names: readonly string[]): readonly SpellingRule[] {
	return names.map((name) => {
		const [needed = '', rest = ''] = name.split('|');
		const optional = [...rest].reduceRight((behind, letter) => `(?:${letter}${behind})?`, '');
		return {
			kind: 'words',
			pattern: new RegExp(`^interface ${needed}${optional} ?(?=\\d)`, 'i'),
			spelled: `interface ${needed}${rest}`,
			source: 'a keyword may be cut short as long as no other begins so (Huawei, Editing Command Lines)',
		};
	});
}

/**
 * Names as tables of interfaces show them, which are taken where a section begins: `interface XGE1/0/49`.
 *
 * @param names - by what they are called in tables
 */
export function briefInterfaces(names: Readonly<Record<string, string>>): readonly SpellingRule[] {
	return Object.entries(names).map(([brief, name]) => ({
		kind: 'words',
		pattern: new RegExp(`^interface ${brief} ?(?=\\d)`, 'i'),
		spelled: `interface ${name}`,
		source:
			'`int XGE1/0/49` is entered in a lab of H3C Comware 7.1, which shows the whole name (evgzol/OTUS-Network-Engineer); of other kinds, from knowledge',
	}));
}

/** What Huawei VRP and Comware, which share their origin, show otherwise than people write it. */
export const vrpLikeSpellings: readonly SpellingRule[] = [
	{
		kind: 'words',
		pattern: /(?<= (?:source|destination) \d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}) 0\.0\.0\.0(?= |$)/g,
		spelled: ' 0',
		source: 'a wildcard "can be 0, which represents a host address" (Quidway S5600 Operation Manual, ACL)',
	},
	{
		kind: 'words',
		pattern: /^area 0\.0\.0\.(?=\d{1,3}$)/,
		spelled: 'area ',
		source:
			'a number is taken and changed to the format of an address (HP 3600 v2 command reference, area; Huawei NetEngine 8000 F1A command reference, area, whose prompt tells area 0 as 0.0.0.0)',
	},
	{
		kind: 'words',
		pattern: /^(ospf (?:enable )?\d+ area) 0\.0\.0\.(?=\d{1,3}$)/,
		spelled: '$1 ',
		source: 'the same at an interface (a lab of H3C Comware 7.1, evgzol/OTUS-Network-Engineer)',
	},
	{
		kind: 'words',
		pattern: /^(idle-timeout \d{1,5}) 0$/,
		spelled: '$1',
		source:
			'the seconds may be left out, `idle-timeout minutes [ seconds ]` (Quidway S3900 Operation Manual, Login), and are shown',
	},
	{
		kind: 'words',
		pattern: /^(interface [A-Za-z-]+) (?=\d)/,
		spelled: '$1',
		source:
			'`interface ten-gigabitethernet 1/0/1` leads to Ten-GigabitEthernet1/0/1 (HPE FlexFabric 5700 Layer 2 Command Reference, shutdown; keywords have no case: Huawei, Editing Command Lines)',
	},
	{
		kind: 'words',
		pattern: /^((?:undo )?ipv6 (?:address|route-static) [\dA-Fa-f:.]+) (?=\d{1,3}(?: |$))/,
		spelled: '$1/',
		source: 'a length is taken with a blank or a slash in front (Huawei IP Service Command Reference, ipv6 address)',
	},
	{
		kind: 'caseless',
		pattern: /^interface [\w-]+(?:[/.:][\d/.:]*)?(?: mode [\w-]+(?: [\w-]+)?)?$/i,
		source: 'keywords have no case (Huawei, Editing Command Lines), and names of interfaces are such',
	},
];
