import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

/** What people write most of all. No other command begins so. */
export const shortShutdown: SpellingRule = {
	kind: 'words',
	pattern: /^((?:no )?shut)$/,
	spelled: '$1down',
	source: 'a command may be cut short where no other begins so (from knowledge)',
};
