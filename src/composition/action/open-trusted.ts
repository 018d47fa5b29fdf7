import { type TrustedFiles, trustedBase, trustedFiles } from '../fleet/trusted-files.ts';
import type { ActionRun } from './action-run.ts';
import { openCommits } from './open-commits.ts';

/** Files that a run may believe, and what has to be let go of afterwards. */
export interface OpenTrusted extends AsyncDisposable {
	readonly files: TrustedFiles;
}

/**
 * Where hosts, logins and rules come from: the checkout, or, where the event proposes a change, the commit that the change
 * began from. That holds in every mode: a pull request whose workflow audits could send credentials elsewhere, too.
 */
export async function openTrusted(action: ActionRun): Promise<OpenTrusted> {
	const { mode, workspace } = action.context;
	if (mode === 'audit') return { files: trustedFiles(workspace), [Symbol.asyncDispose]: async () => {} };
	const commits = await openCommits(action, action.signal);
	return { files: trustedBase(commits), [Symbol.asyncDispose]: () => commits[Symbol.asyncDispose]() };
}
