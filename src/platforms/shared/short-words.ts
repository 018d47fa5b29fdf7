import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const source = 'a command may be cut short where no other begins so (from knowledge)';

/** What people write most of all. No other command begins so. */
const shutdown: SpellingRule = {
	kind: 'words',
	pattern: /^((?:no )?shut)$/,
	spelled: '$1down',
	source,
};

const address: SpellingRule = {
	kind: 'words',
	pattern: /^((?:no )?ip(?:v6)?) addr(?:es?)? /,
	spelled: '$1 address ',
	source,
};

/** Of IOS and its relatives. */
export const shortWords: readonly SpellingRule[] = [shutdown, address];
