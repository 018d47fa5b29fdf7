import type { CliRules } from '../../domain/platform/cli-rules.ts';

/** How Huawei VRP and Comware, which share their origin, refuse a command. */
export const vrpLikeFailures: CliRules['failures'] = [
	/^\s*(?:Error: |% ?)?(?:Unrecognized command|Incomplete command|Ambiguous command|Wrong parameter|Too many parameters)/i,
	/^\s*(?:Error: |% ?)?(?:You do not have permission|Permission denied|Command authorization failed)/i,
	/^\s*Error: ?(?:The command|Failed|No permission)/i,
];

/** `screen-length` switches it off for the session; an AAA profile may set it again. */
export const vrpLikePager: CliRules['pager'] = { prompt: /\s*-{2,} ?[Mm]ore ?-{2,}\s?$/, answer: ' ' };
