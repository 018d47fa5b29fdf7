import type { Platform } from '../../src/domain/platform/platform.ts';

/** A small platform of no vendor: indented, with one of everything that the engine knows. */
export function aPlatform(overrides: Partial<Platform> = {}): Platform {
	return {
		name: 'a_platform',
		title: 'A platform',
		aliases: [],
		cli: {
			channel: 'shell',
			prompt: /^device[>#]$/,
			enable: null,
			setup: [],
			showRunning: 'show running-config',
			failures: [],
			pager: { prompt: /^--More--$/, answer: ' ' },
			questions: [],
			logout: null,
		},
		syntax: {
			style: 'indented',
			comments: ['!'],
			negation: 'no ',
			closers: [/^exit$/, /^end-policy$/],
			frame: [/^end$/],
			blocks: [
				{ id: 'banner', start: /^banner (?:motd|login) (?<delimiter>\S)/, end: 'delimiter', prose: true },
				{ id: 'key', start: /^key$/, end: /^quit$/ },
			],
		},
		completeness: { proof: 'last-line', pattern: /^end$/ },
		masks: [
			{
				id: 'volatile/clock',
				platform: 'a_platform',
				kind: 'volatile',
				action: 'drop-line',
				pattern: /^clock \d+(?: by (?<changedBy>\S+))?$/,
				surface: 'metadata',
				reason: 'runs',
				matches: ['clock 1'],
				spares: ['clock UTC'],
			},
			{
				id: 'secret/user',
				platform: 'a_platform',
				kind: 'secret',
				action: 'replace',
				pattern: /^user \S+ auth (?<secret>\S+)(?: priv (?<secret2>\S+))?/d,
				reason: 'a password',
				matches: ['user anna auth s3cret'],
				spares: ['user anna'],
			},
			{
				id: 'secret/sealed',
				platform: 'a_platform',
				kind: 'volatile-secret',
				action: 'replace',
				pattern: /^sealed (?<secret>\S+)/d,
				reason: 'encrypted anew at every show',
				matches: ['sealed aaaa'],
				spares: ['sealed'],
			},
			{
				id: 'secret/key',
				platform: 'a_platform',
				kind: 'secret',
				action: 'replace',
				scope: 'block',
				pattern: /^key$/,
				reason: 'a private key',
				matches: ['key'],
				spares: ['key 1'],
			},
		],
		order: [
			{ kind: 'children', within: [/^list /] },
			{ kind: 'siblings', pattern: /^rule (\S+) / },
			{ kind: 'whole-body', within: [/^policy /] },
		],
		...overrides,
	};
}
