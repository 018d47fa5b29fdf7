import type { ChangedLines } from '../../domain/annotation.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { changedLines } from '../../infrastructure/github/check/changed-lines.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import { countAnnotations } from '../../reporting/github/render-annotations.ts';
import type { ActionRun } from './action-run.ts';

/**
 * The lines of the pull request's diff, which are annotated first. GitHub is asked only where not every annotation will
 * find room; where it does not say, the order of importance has to do.
 */
export async function linesOfChange(run: ActionRun, report: FleetReport): Promise<ChangedLines> {
	const { inputs, context, octokit, log } = run;
	const { pullRequest, repository } = context;
	const isWanted = inputs.check && !inputs.dryRun && inputs.maxAnnotations > 0;
	if (!isWanted || octokit === null || pullRequest === null) return new Map();
	if ((await inTurns(countAnnotations(report))) <= inputs.maxAnnotations) return new Map();
	try {
		return await changedLines(octokit, repository, pullRequest.number);
	} catch (error) {
		log.debug(`the lines that the pull request changes are not known: ${String(error)}`);
		return new Map();
	}
}
