import type { Platform } from '../domain/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { vyattaMasks } from './shared/vyatta-masks.ts';

/** Ubiquiti EdgeOS, a relative of VyOS. */
export const ubiquitiEdgeos: Platform = {
	name: 'ubiquiti_edgeos',
	title: 'Ubiquiti EdgeOS',
	aliases: ['edgeos', 'ubiquiti_edgerouter', 'edgerouter', 'community.network.edgeos'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.-]{1,32}@[\w.-]{1,64}:~[$#]\s?$/,
		enable: null,
		setup: ['terminal length 0', 'terminal width 512'],
		showRunning: 'show configuration commands | no-more',
		failures: [/^\s*(?:Invalid command|Ambiguous command|Incomplete command|Permission denied)/i, /command not found$/],
		pager: { prompt: /^(?::|\(END\)|--More--)\s?$/, answer: ' ' },
		questions: [],
		logout: 'exit',
	},

	syntax: {
		style: 'braces',
		comments: ['#', '//'],
		negation: 'delete ',
		closers: [],
		frame: [],
		singleQuotes: true,
		blocks: anyPlatformBlocks,
	},

	remediation: 'set-statements',

	completeness: { proof: 'required-line', pattern: /^(?:set system |system \{)/, minLines: 5 },

	masks: [...vyattaMasks, ...anyPlatformMasks],

	// Rules are sorted by their number.
	order: [],
};
