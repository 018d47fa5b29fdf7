import type { UnknownReason } from '../../errors.ts';

/** Why a device is unknown, as a report or an error says it. */
interface WhyUnknown {
	readonly reason: UnknownReason | null;
	/** It is the first contact: the key is not another one, nothing was known of it. */
	readonly hostKeyUnknown?: boolean;
	/** It was not slow: somebody ended the run. */
	readonly cancelled?: boolean;
}

/** What each code is called; docs/errors.md has the same words beside them. */
const REASON_WORDS: Readonly<Record<UnknownReason, string>> = {
	unreachable: 'unreachable',
	'auth-failed': 'login refused',
	'host-key-mismatch': 'host key not trusted',
	'timed-out': 'timed out',
	incomplete: 'config incomplete',
	'command-rejected': 'command rejected',
	'no-intended': 'no intended config',
	'parse-error': 'config not readable',
	'not-reported': 'not reported',
	internal: 'internal error',
};

/** The reason of an unknown device in words; empty for every other. */
export function describeReason({ reason, hostKeyUnknown = false, cancelled = false }: WhyUnknown): string {
	if (reason === null) return '';
	if (cancelled) return 'cancelled';
	return hostKeyUnknown ? 'host key not known yet' : REASON_WORDS[reason];
}

/**
 * The same with the code that docs/errors.md explains, where somebody is about to look it up.
 *
 * @example
 * nameReason({ reason: 'auth-failed' }) //=> 'login refused (auth-failed)'
 */
export function nameReason(why: WhyUnknown): string {
	const words = describeReason(why);
	return why.reason === null || words === why.reason ? words : `${words} (${why.reason})`;
}
