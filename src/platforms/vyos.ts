import type { Platform } from '../domain/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { jsonSecrets } from './shared/document-secrets.ts';
import { vyattaMasks } from './shared/vyatta-masks.ts';

/** VyOS. */
export const vyos: Platform = {
	name: 'vyos',
	title: 'VyOS',
	aliases: ['vyatta', 'vyatta_vyos', 'vyos.vyos.vyos'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.-]{1,32}@[\w.-]{1,64}(?::~\$|>)\s?$/,
		enable: null,
		// In operational mode, where the session starts, `set` is about the terminal.
		setup: ['set terminal length 0', 'set terminal width 512'],
		showRunning: 'show configuration commands | no-more',
		failures: [/^\s*(?:Invalid command|Ambiguous command|Incomplete command|Permission denied)/i, /command not found$/],
		pager: { prompt: /^(?::|\(END\)|--More--)\s?$/, answer: ' ' },
		questions: [],
		logout: 'exit',
	},

	// The configuration as JSON, in which every section is an object.
	rest: {
		yields: 'json',
		form: {
			syntax: { style: 'json', comments: [], negation: '', closers: [], frame: [], blocks: [] },
			completeness: { proof: 'parses', pattern: /^"system": \{$/ },
			masks: [...jsonSecrets, ...anyPlatformMasks],
			order: [],
		},
		logins: [{ kind: 'token', send: {} }],
		showRunning: [
			{
				method: 'POST',
				path: '/retrieve',
				body: { kind: 'form', fields: { data: '{"op": "showConfig", "path": []}', key: '{token}' } },
			},
		],
		answer: {
			type: 'json',
			text: '/data',
			requires: [{ at: '/success', is: 'true' }],
			complaints: ['/error'],
			denials: [/api key/i],
		},
		enabledBy: 'set service https api keys id NAME key KEY',
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

	// Sections are sorted, and every configuration holds `system` near its end.
	remediation: 'set-statements',

	completeness: { proof: 'required-line', pattern: /^(?:set system |system \{)/, minLines: 5 },

	masks: [...vyattaMasks, ...anyPlatformMasks],

	// Rules are sorted by their number.
	order: [],
};
