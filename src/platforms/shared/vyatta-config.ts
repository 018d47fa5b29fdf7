import type { CliRules } from '../../domain/platform/cli-rules.ts';
import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';
import type { OrderRule } from '../../domain/platform/order-rules.ts';
import type { Completeness } from '../../domain/platform/platform.ts';
import type { Syntax } from '../../domain/platform/syntax.ts';
import { anyPlatformBlocks } from './any-platform-masks.ts';
import { candidateSession } from './session-commands.ts';

/** EdgeOS and VyOS both came out of Vyatta: they show one configuration in braces or as `set` lines. */
export function vyattaCli({ prompt, setup }: Pick<CliRules, 'prompt' | 'setup'>): CliRules {
	return {
		channel: 'shell',
		prompt,
		enable: null,
		setup,
		showRunning: 'show configuration commands | no-more',
		failures: [/^\s*(?:Invalid command|Ambiguous command|Incomplete command|Permission denied)/i, /command not found$/],
		pager: { prompt: /^(?::|\(END\)|--More--)\s?$/, answer: ' ' },
		questions: [],
		logout: 'exit',
	};
}

export const vyattaSyntax: Syntax = {
	style: 'braces',
	comments: ['#', '//'],
	negation: 'delete ',
	closers: [],
	// What a script of commands begins with (VyOS documentation, Command Scripting).
	frame: [...candidateSession, /^exit$/, /^source \/opt\/vyatta\/etc\/functions\/script-template$/],
	singleQuotes: true,
	keepsNodes: true,
	blocks: anyPlatformBlocks,
};

/** Sections are sorted, and every configuration holds `system` near its end. */
export const vyattaCompleteness: Completeness = {
	proof: 'required-line',
	pattern: /^(?:set system |system \{)/,
	minLines: 5,
};

/** Sections that hold rules: of firewalls and their hooks, of policies, of NAT and of load balancing. */
const HOLDS_RULES =
	/^(?:(?:ipv6-)?name|modify|ipv6-modify|route6?|route-map|(?:access|prefix)-list6?|as-path-list|(?:ext|large-)?community-list) \S+$|^(?:filter|raw|source|destination|static|nat|wan|local-route6?)$/;

/**
 * Rules are read by their number; one that only the device has is drift of a list that the intended config holds. Name
 * servers and the domains of a search stand in resolv.conf as they were entered, or are told to clients so, and are tried so.
 */
export const vyattaOrder: readonly OrderRule[] = [
	{ kind: 'siblings', pattern: /^(name-server|domain-search) /, within: [/^system$/] },
	{ kind: 'siblings', pattern: /^(domain) /, within: [/^domain-search$/] },
	{ kind: 'siblings', pattern: /^set system (name-server|domain-search) / },
	{ kind: 'siblings', pattern: /^(name-server|dns-server|domain-search) /, within: [/^(?:option|subnet \S+)$/] },
	{
		kind: 'siblings',
		pattern: /^set (service dhcp(?:v6)?-server .+ (?:name-server|dns-server|domain-search)) \S+$/,
	},
	{ kind: 'siblings', pattern: /^(rule) \d+$/, within: [HOLDS_RULES], numbers: /^rule (\d+)/ },
	// The same as `set` lines: what a rule does stands for it.
	{
		kind: 'siblings',
		pattern: /^set (.+) rule \d+ (?:action|translation|exclude|set|inbound-interface)(?: |$)/,
		numbers: / rule (\d+) /,
		entries: / rule (\d+) (.+)/,
	},
];

/** What the system writes into its configuration by itself. */
export const vyattaDefaults: readonly DefaultRule[] = [
	...[{}, { within: [/^interfaces$/, /^(?:ethernet|wireless) \S+$/] }].map((place) => ({
		...place,
		line: /^(?:set interfaces (?:ethernet|wireless) (\S+) )?hw-id "?[\da-f:]{17}"?$/,
		command: /^(?:set interfaces (?:ethernet|wireless) (\S+) )?hw-id /,
		leftOutBy: 'intended',
		source: 'the card that a name was given to, written when the system starts (vyos-1x, vyos_net_name)',
		matches: ['set interfaces ethernet eth0 hw-id 00:53:00:aa:bb:cc', 'hw-id "00:53:00:aa:bb:cc"'],
		spares: ['set interfaces ethernet eth0 mac 00:53:00:aa:bb:cc'],
	})),
	...[{}, { within: [/^login$/, /^user \S+$/, /^authentication$/] }].map((place) => ({
		...place,
		line: /^(?:set system login user (\S+) authentication )?plaintext-password (?:""|'')$/,
		command: /^(?:set system login user (\S+) authentication )?plaintext-password (?!""|'')/,
		source: 'left behind empty when a password is encrypted (vyos-1x, system_login.py)',
		matches: ['set system login user vyos authentication plaintext-password ""', "plaintext-password ''"],
		spares: ['plaintext-password fictive'],
	})),
];
