import type { CliRules, Completeness, OrderRule, Syntax } from '../../domain/platform/platform.ts';
import { anyPlatformBlocks } from './any-platform-masks.ts';

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
	frame: [],
	singleQuotes: true,
	blocks: anyPlatformBlocks,
};

/** Sections are sorted, and every configuration holds `system` near its end. */
export const vyattaCompleteness: Completeness = {
	proof: 'required-line',
	pattern: /^(?:set system |system \{)/,
	minLines: 5,
};

/**
 * Rules are sorted by their number. Name servers and the domains of a search stand in resolv.conf as they were entered, and
 * are tried so.
 */
export const vyattaOrder: readonly OrderRule[] = [
	{ kind: 'siblings', pattern: /^(name-server|domain-search) /, within: [/^system$/] },
	{ kind: 'siblings', pattern: /^(domain) /, within: [/^domain-search$/] },
	{ kind: 'siblings', pattern: /^set system (name-server|domain-search) / },
];
