import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { bracketLists } from './shared/bracket-lists.ts';
import { getConfig } from './shared/get-config.ts';
import { volatileLinesOf } from './shared/mask-tables.ts';
import { srosMasks } from './shared/sros-masks.ts';

/** Nokia SR OS, model-driven command line. */
export const nokiaSrosmd: Platform = {
	name: 'nokia_srosmd',
	title: 'Nokia SR OS (MD-CLI)',
	aliases: ['srosmd', 'sros_md', 'nokia_sros_md'],

	cli: {
		channel: 'shell',
		// The line above the prompt tells the context: `[/]`.
		prompt: /^[A-D]:[^@\n]{1,64}@[^#>\n]{1,64}#\s?$/,
		enable: null,
		setup: ['environment more false', 'environment console width 512', 'environment prompt timestamp false'],
		// What runs. `info` shows the candidate.
		showRunning: 'admin show configuration',
		failures: [/^(?:MINOR|MAJOR|CRITICAL): /],
		pager: { prompt: /^(?:--\(more\)--.*|Press Q to quit, .*)$/, answer: ' ' },
		questions: [],
		logout: 'logout',
	},

	netconf: getConfig({
		root: '<configure xmlns="urn:nokia.com:sros:ns:yang:sr:conf"/>',
		enabledBy: 'configure system management-interface netconf listen admin-state enable',
		order: [
			{ kind: 'siblings', pattern: /^<(named-entry)>/, within: [/^<policy-statement>/] },
			{
				kind: 'siblings',
				pattern: /^<(entry)>/,
				within: [/^<(?:(?:ip|ipv6|mac)-filter|policy-statement)>/],
				numbers: /<entry-id>(\d+)</,
			},
		],
	}),

	syntax: {
		style: 'braces',
		comments: ['#'],
		negation: 'delete ',
		closers: [],
		frame: [
			/^[*!]?(?:\((?:ex|gl|pr|ro)\))?\[[^\]"]*\]$/,
			// How a file is pasted: into a candidate, which is then kept.
			/^(?:\/?(?:configure|edit-config) (?:exclusive|global|private)|commit|quit-config|\/?admin save|exit all)$/,
		],
		// `info flat` begins every line with the whole path.
		setPath: /^(?:set |\/)?(configure )/,
		blocks: anyPlatformBlocks,
	},

	completeness: { proof: 'last-line', pattern: /^# Finished /, undated: '# Finished <removed>' },

	masks: [
		...volatileLinesOf('nokia_srosmd', [
			{
				id: 'volatile/srosmd-persistent-indices',
				pattern: /^persistent-indices \{$/,
				reason: 'numbers that the system gives to interfaces by itself and that nobody may change',
				matches: ['persistent-indices {'],
				spares: ['persistence {', 'description "persistent-indices {"'],
			},
		]),
		...srosMasks,
		...anyPlatformMasks,
	],

	remediation: {
		kind: 'paths',
		set: '/',
		unset: 'delete /',
		spellings: [[/^\//, '']],
	},

	order: [
		{ kind: 'siblings', pattern: /^(named-entry) /, within: [/^policy-statement /] },
		{
			kind: 'siblings',
			pattern: /^(entry) \d+/,
			within: [/^(?:(?:ip|ipv6|mac)-filter|policy-statement) /],
			numbers: /^entry (\d+)/,
		},
		// The same as whole paths: the action stands for its entry.
		{
			kind: 'siblings',
			pattern:
				/^(?:set )?\/?configure (policy-options policy-statement (?:"[^"]*"|\S+)) named-entry (?:"[^"]*"|\S+) action /,
			entries: / named-entry ("[^"]*"|\S+) (.+)/,
		},
		{
			kind: 'siblings',
			pattern:
				/^(?:set )?\/?configure (filter \S+ (?:"[^"]*"|\S+)|policy-options policy-statement (?:"[^"]*"|\S+)) entry \d+ action /,
			numbers: / entry (\d+) action /,
		},
	],

	// Policies are asked one after the other, and so are groups (`ordered-by user` in nokia-conf-router-bgp.yang), servers, what
	// a subscriber is looked up by, and the places of a script. Transforms of IKE are a set (nokia-conf-ipsec.yang).
	lists: bracketLists(
		/(?:^|\s)(?:policy|apply-groups(?:-exclude)?|order|authentication-order|\S*-policy|plugin|add|cipher|mac|kex|match-list|urls) $/,
	),

	spellings: [
		{
			kind: 'words',
			pattern: /(?<=^|\s)loopback true$/g,
			spelled: 'loopback',
			source: 'a boolean may stand without its value, and is shown both ways (MD-CLI)',
		},
	],
};
