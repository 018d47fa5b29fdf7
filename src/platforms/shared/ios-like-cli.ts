import type { CliRules } from '../../domain/platform/cli-rules.ts';

/** How IOS and the systems that copied its command line refuse a command. */
export const iosLikeFailures: CliRules['failures'] = [
	/^\s*% ?(?:Invalid (?:input|command|number|parameter)|Incomplete command|Ambiguous command)/i,
	/^\s*% ?(?:Unknown command|Unrecognized command|Unavailable command|Command incomplete)/i,
	/^\s*% ?(?:Authorization (?:failed|denied)|Permission denied|Not authorized|Access denied)/i,
	/^\s*Command authorization failed/i,
];

/** `--More--` comes although the pager was switched off where another session or an AAA profile sets the length again. */
export const iosLikePager: CliRules['pager'] = { prompt: /\s?-{1,2} ?[Mm]ore ?-{1,2}\s?$/, answer: ' ' };
