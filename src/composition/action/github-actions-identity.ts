import type { Identity } from '../../infrastructure/git/fast-import.ts';

/** As GitHub shows the workflow token's own commits. */
export const GITHUB_ACTIONS: Identity = {
	name: 'github-actions[bot]',
	email: '41898282+github-actions[bot]@users.noreply.github.com',
};
