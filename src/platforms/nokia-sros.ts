import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { srosMasks } from './shared/sros-masks.ts';

/** Nokia SR OS, classic command line. */
export const nokiaSros: Platform = {
	name: 'nokia_sros',
	title: 'Nokia SR OS (classic CLI)',
	aliases: ['sros', 'nokia_sros_classic', 'alcatel_sros', 'community.network.sros'],

	cli: {
		channel: 'shell',
		// `*` stands for changes that were not saved. A name behind an `@` would be the model-driven command line.
		prompt: /^\*?[A-D]:[^#>\n]{1,64}#\s?$/,
		enable: null,
		setup: ['environment no more'],
		showRunning: 'admin display-config',
		failures: [/^(?:Error|MINOR|MAJOR): /],
		pager: { prompt: /Press any key to continue \(Q to quit\)\s?$/, answer: ' ' },
		questions: [],
		logout: 'logout',
	},

	syntax: {
		style: 'indented',
		comments: ['#'],
		negation: 'no ',
		closers: [/^exit$/],
		frame: [/^exit all$/, /^echo "/],
		blocks: anyPlatformBlocks,
	},

	completeness: { proof: 'last-line', pattern: /^# Finished /, undated: '# Finished <removed>' },

	masks: [...srosMasks, ...anyPlatformMasks],

	spellings: [
		{
			kind: 'words',
			pattern: /^router (?:Base|"Base")$/,
			spelled: 'router',
			source:
				'the name of the base router is shown by newer releases (outputs of `admin display-config` with and without)',
		},
		{
			kind: 'words',
			pattern: /^(ospf3?|isis) 0$/,
			spelled: '$1',
			source:
				'the number of the first instance is shown by newer releases (outputs of `admin display-config` with `ospf`, `ospf 0`, `isis`, `isis 0`)',
		},
		{
			kind: 'words',
			pattern: /(?<=^(?:vpls|vprn|ies|[aci]?pipe|epipe|fpipe|mirror-dest|customer) (\d{1,10})) name "?\1"?(?= |$)/,
			spelled: '',
			source:
				'a service without a name gets its number for one, and newer releases show it (from knowledge: SR OS, service names)',
		},
		{
			kind: 'words',
			pattern: /(?<= )"([^\s"\\]+)"(?= |$)/g,
			spelled: '$1',
			source: 'a name without blanks needs no quotes, and is shown with them',
		},
	],

	// Numbered entries are sorted by their number, whatever the order of the text.
	order: [
		{ kind: 'siblings', pattern: /^(named-entry) /, within: [/^policy-statement /] },
		{
			kind: 'siblings',
			pattern: /^(entry) \d+/,
			within: [/^(?:(?:ip|ipv6|mac)-filter|policy-statement)(?: |$)/],
			numbers: /^entry (\d+)/,
		},
	],
};
