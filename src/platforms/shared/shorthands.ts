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

const POLICE_ACTIONS = ['conform', 'exceed', 'violate'];
const ACTION = String.raw`[a-z][a-z-]*(?: [a-z]*\d+| [a-z]+)?`;

/** A policer with its actions behind it, which IOS shows below it: with two of them, and with three. */
export const policeSections: readonly ShorthandRule[] = [2, 3].map((count) => {
	const actions = POLICE_ACTIONS.slice(0, count);
	return {
		pattern: new RegExp(
			`^(police(?: (?!conform-|exceed-|violate-)\\S+)+)${actions.map((action) => ` (${action}-action ${ACTION})`).join('')}$`,
		),
		section: '$1',
		lines: actions.map((_, index) => `$${index + 2}`),
		within: [/^policy-map /, /^class /],
		source: 'entered on one line, and shown on several (from knowledge)',
		matches: [`police cir 10000000 bc 312500${actions.map((action) => ` ${action}-action drop`).join('')}`],
		spares: ['police 10000000', 'police rate 100 pps'],
	};
});
