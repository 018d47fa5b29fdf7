import { preflight } from '../../use-cases/preflight.ts';
import { previewChange } from '../../use-cases/preview-change.ts';
import { followChange, followedBase } from '../fleet/follow-change.ts';
import type { RunOptions } from '../run/run-options.ts';
import { setUpRun } from '../run/set-up-run.ts';
import type { ActionRun, Audited } from './action-run.ts';
import { actionRunOptions } from './action-run-options.ts';
import { openCommits } from './open-commits.ts';
import { settingsOfAudit } from './settings-of-audit.ts';

/**
 * The check of a pull request. Everything but the intended configs, and where they stand, comes from the merge base:
 * what a pull request proposes can neither send credentials elsewhere nor hide its own drift. Without credentials (a
 * fork) no device is asked.
 */
export async function preflightInAction(action: ActionRun): Promise<Audited> {
	const restricted = action.context.pullRequest?.restricted ?? false;
	const signal = AbortSignal.any([action.signal, AbortSignal.timeout(timeLeft(action))]);
	await using revisions = await openCommits(action, signal);
	const files = followedBase(revisions);
	const options: RunOptions = {
		...actionRunOptions(action),
		trusted: files,
		source: { from: restricted ? 'nowhere' : 'devices' },
		askInventories: !restricted,
		signal,
	};
	await using prepared = await setUpRun(options);
	const { run, tools } = await followChange(prepared, { ...options, revisions, files });
	const report = await (restricted ? previewChange : preflight)(run, tools, revisions);
	return { report, settings: settingsOfAudit(prepared.fleet) };
}

/** Time that is kept for the report, out of the deadline. */
const RESERVED_MS = 4_000;

/** Counted from the start of the process: one absolute deadline for everything. */
function timeLeft({ inputs }: ActionRun): number {
	const reserve = Math.min(RESERVED_MS, inputs.deadlineMs / 4);
	return Math.max(1, Math.round(inputs.deadlineMs - reserve - performance.now()));
}
