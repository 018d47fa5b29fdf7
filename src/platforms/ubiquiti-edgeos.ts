import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformMasks } from './shared/any-platform-masks.ts';
import { deletedPaths } from './shared/clearing.ts';
import { vyattaCli, vyattaCompleteness, vyattaDefaults, vyattaOrder, vyattaSyntax } from './shared/vyatta-config.ts';
import { vyattaMasks } from './shared/vyatta-masks.ts';

/** Ubiquiti EdgeOS, a relative of VyOS. */
export const ubiquitiEdgeos: Platform = {
	name: 'ubiquiti_edgeos',
	title: 'Ubiquiti EdgeOS',
	aliases: ['edgeos', 'ubiquiti_edgerouter', 'edgerouter', 'community.network.edgeos'],

	cli: vyattaCli({
		prompt: /^[\w.-]{1,32}@[\w.-]{1,64}:~[$#]\s?$/,
		setup: ['terminal length 0', 'terminal width 512'],
	}),

	syntax: vyattaSyntax,

	remediation: 'set-statements',

	completeness: vyattaCompleteness,

	masks: [...vyattaMasks, ...anyPlatformMasks],

	clearing: [deletedPaths],

	order: vyattaOrder,

	defaults: vyattaDefaults,
};
