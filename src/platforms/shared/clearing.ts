import type { ClearingRule } from '../../domain/platform/equivalence-rules.ts';

/**
 * Lists that people write anew behind their negation, whose lines do not equal what is negated: `no route-map A` in front of
 * `route-map A permit 10`.
 */
export const iosLikeClearing: readonly ClearingRule[] = [
	{
		pattern: /^no (ip access-list (?:standard|extended)) (\S+)$/,
		takes: ['$1 $2', 'access-list $2'],
		neverShown: true,
		source: 'takes the whole list away (from knowledge)',
		matches: ['no ip access-list extended A', 'no ip access-list standard 10'],
		spares: ['no ip access-list logging interval', 'no ip access-list resequence A 10 10'],
	},
	{
		pattern: /^no access-list (\d+)$/,
		takes: ['access-list $1', 'ip access-list standard $1', 'ip access-list extended $1'],
		neverShown: true,
		source: 'takes the whole list away (from knowledge)',
		matches: ['no access-list 10'],
		spares: ['no access-list compiled', 'no access-list 10 permit 192.0.2.1'],
	},
	{
		pattern: /^no route-map (\S+)$/,
		takes: ['route-map $1'],
		neverShown: true,
		source: 'takes all entries away (from knowledge)',
		matches: ['no route-map A'],
		spares: ['no route-map A permit 10'],
	},
	{
		// `no ip prefix-list sequence-number` is a setting.
		pattern:
			/^no (ip(?:v6)? prefix-list|ip (?:as-path access-list|(?:ext)?community-list(?: standard| expanded)?)) (\S+)$/,
		takes: ['$1 $2'],
		source: 'takes the whole list away (from knowledge)',
		matches: ['no ip prefix-list A', 'no ip community-list standard A', 'no ip as-path access-list 1'],
		spares: ['no ip prefix-list A seq 5 permit 192.0.2.0/24'],
	},
	{
		pattern: /^no (username \S+)$/,
		takes: ['$1'],
		source: 'takes all that is said of the account away (from knowledge)',
		matches: ['no username anna'],
		spares: ['no username anna privilege 15'],
	},
	{
		pattern: /^default (interface [A-Za-z-]+ ?\d[\d/.:]*)$/,
		takes: ['$1'],
		neverShown: true,
		source: 'takes all settings of the interface away (from knowledge)',
		matches: ['default interface GigabitEthernet1/0/1', 'default interface Ethernet1/1'],
		spares: ['default interface range Gi1/0/1 - 4', 'default interface Ethernet1-4'],
	},
	{
		pattern: /^no ((?:ip|ipv6) address|description)$/,
		takes: ['$1'],
		within: [/^interface /],
		source: 'takes all of them away (from knowledge)',
		matches: ['no ip address', 'no description'],
		spares: ['no ip address 192.0.2.1 255.255.255.0', 'no ip proxy-arp'],
	},
];

/** The same of VRP and Comware: `undo route-policy A` in front of `route-policy A permit node 10`. */
export const vrpLikeClearing: readonly ClearingRule[] = [
	{
		pattern: /^undo (route-policy|ip ip(?:v6)?-prefix|ip(?:v6)? prefix-list) (\S+)$/,
		takes: ['$1 $2'],
		neverShown: true,
		source: 'takes all entries away (from knowledge)',
		matches: ['undo route-policy A', 'undo ip ip-prefix A', 'undo ip prefix-list A'],
		spares: ['undo route-policy A permit node 10', 'undo ip ip-prefix A index 10'],
	},
];

/**
 * Statements of a candidate that take away a path, with all that is below it. Not one that says several things, or says it as it
 * is never shown: values in brackets, wildcards, a unit behind a dot (`ge-0/0/0.0`).
 */
export const deletedPaths: ClearingRule = {
	pattern: /^delete (?!config |interfaces [\w:/-]+\.\d)([^\s[\]<>*][^[\]<>*]*)$/,
	takes: ['set $1', 'deactivate $1', 'protect $1'],
	neverShown: true,
	maySplit: true,
	source: 'takes the statement and all below it out of the candidate (from knowledge)',
	matches: ['delete interfaces ge-0/0/0 unit 0'],
	spares: [
		'set interfaces ge-0/0/0 unit 0',
		'delete',
		'delete protocols bgp group A export [ X Y ]',
		'delete interfaces <*>',
		'delete interfaces ge-0/0/0.0',
	],
};

/** What was switched off above, and is not any more. */
export const activatedPaths: ClearingRule = {
	pattern: /^activate (\S.*)$/,
	takes: ['deactivate $1'],
	neverShown: true,
	exactly: true,
	source: 'takes the tag `inactive:` off a statement, which has none else (from knowledge)',
	matches: ['activate interfaces ge-0/0/0'],
	spares: ['deactivate interfaces ge-0/0/0'],
};
