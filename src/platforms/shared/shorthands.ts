import type { ShorthandRule } from '../../domain/platform/equivalence-rules.ts';

/** What routes of a VRF are passed on with, in both directions. */
export function routeTargetBoth(within: readonly RegExp[]): ShorthandRule {
	return {
		pattern: /^route-target both (\S+:\S+)$/,
		lines: ['route-target import $1', 'route-target export $1'],
		within,
		source: 'taken for two lines, which are shown (from knowledge)',
		matches: ['route-target both 65000:1'],
		spares: ['route-target both auto', 'route-target import 65000:1'],
	};
}

/** Accounting that is written on one line, and shown as a section by IOS since 12.4. */
export const accountingSection: ShorthandRule = {
	pattern: /^(aaa accounting (?:exec|network|connection|system|commands \d+) \S+) (start-stop|stop-only) (group \S+)$/,
	section: '$1',
	lines: ['action-type $2', '$3'],
	source: 'entered on one line, and shown on three (output of an ASR 920 with IOS XE 16.8, Oxidized)',
	matches: ['aaa accounting exec default start-stop group tacacs+'],
	spares: ['aaa accounting exec default', 'aaa accounting delay-start'],
};
