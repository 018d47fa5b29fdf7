import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformMasks } from './shared/any-platform-masks.ts';
import { deletedPaths } from './shared/clearing.ts';
import { jsonDocument } from './shared/documents.ts';
import { vyattaCli, vyattaCompleteness, vyattaDefaults, vyattaOrder, vyattaSyntax } from './shared/vyatta-config.ts';
import { vyattaMasks } from './shared/vyatta-masks.ts';

/** VyOS. */
export const vyos: Platform = {
	name: 'vyos',
	title: 'VyOS',
	aliases: ['vyatta', 'vyatta_vyos', 'vyos.vyos.vyos'],

	cli: vyattaCli({
		prompt: /^[\w.-]{1,32}@[\w.-]{1,64}(?::~\$|>)\s?$/,
		// In operational mode, where the session starts, `set` is about the terminal.
		setup: ['set terminal length 0', 'set terminal width 512'],
	}),

	// The configuration as JSON, in which every section is an object.
	rest: {
		yields: 'json',
		form: jsonDocument({
			top: /^"system": \{$/,
			order: [
				{ kind: 'children', within: [/^"(?:name-server|domain-search|domain)": \[$/] },
				{ kind: 'siblings', pattern: /^"\d+": \{/, within: [/^"rule": \{$/], numbers: /^"(\d+)"/ },
			],
		}),
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

	syntax: vyattaSyntax,

	remediation: 'set-statements',

	completeness: vyattaCompleteness,

	masks: [...vyattaMasks, ...anyPlatformMasks],

	clearing: [deletedPaths],

	order: vyattaOrder,

	defaults: vyattaDefaults,
};
