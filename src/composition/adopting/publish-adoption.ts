import { join } from 'node:path';
import { filePatch } from '../../domain/adopt/file-patch.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { asPublishError, explainFailures } from '../../infrastructure/github/publish-failure.ts';
import { writeStepSummary } from '../../infrastructure/github/step-summary.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import { type AdoptionText, renderAdoption } from '../../reporting/github/render-adoption.ts';
import type { DeviceAdoption } from '../../use-cases/adopt-drift.ts';
import type { ActionRun } from '../action/action-run.ts';
import { linksTo } from '../action/links-to.ts';
import { addToReportFolder } from '../action/write-report-folder.ts';
import { ADOPTION_SINK, closeOutdatedPull, openPull } from './open-pull.ts';

/** What there is to adopt. */
export interface Adopted {
	readonly report: FleetReport;
	readonly adoptions: readonly DeviceAdoption[];
	/** The report's folder: it gets the patch in any case; null where there is none. */
	readonly folder: string | null;
}

/**
 * Opens or updates the pull request that writes drift into the intended files. What GitHub refuses is a warning; the job
 * summary and a patch in the report's folder have everything all the same.
 *
 * @returns the address of the pull request; null where there is none
 */
export async function publishAdoption(run: ActionRun, { report, adoptions, folder }: Adopted): Promise<string | null> {
	const { log, inputs } = run;
	const written = adoptions.filter(({ isWritten }) => isWritten);
	const rendering = renderAdoption(adoptions, { report, links: linksTo(run.context, null) });
	const text = redacted(await inTurns(rendering), log);
	if (written.length > 0 && folder !== null) {
		await addToReportFolder(run, { path: join(folder, PATCH), content: patchOf(written, log) });
	}
	try {
		const url = inputs.dryRun ? null : await bringUpToDate();
		await tell(run, { url, text, isEmpty: adoptions.length === 0 });
		return url;
	} catch (error) {
		for (const warning of explainFailures([asPublishError(ADOPTION_SINK, error)])) log.warning(warning);
		await tell(run, { url: null, text, isEmpty: false });
		return null;
	}

	async function bringUpToDate(): Promise<string | null> {
		if (written.length > 0) return openPull(run, { text, edits: written });
		// A device that could not be judged may drift as before.
		if (adoptions.length === 0 && report.fleet.unknown === 0) await closeOutdatedPull(run);
		return null;
	}
}

const PATCH = 'adopt.patch';

function* patchOf(written: readonly DeviceAdoption[], { redact }: ActionRun['log']): Generator<string> {
	for (const adoption of written) {
		yield '';
		yield redact(filePatch(adoption, adoption.masks));
	}
}

/** Below the report in the job summary; where that is full, in the log. */
async function tell(
	{ env, log }: ActionRun,
	{ url, text, isEmpty }: { readonly url: string | null; readonly text: AdoptionText; readonly isEmpty: boolean },
): Promise<void> {
	const sentence = isEmpty
		? 'There is nothing to adopt: no matching drift was found.'
		: url === null
			? `No pull request was opened. What would have been adopted is shown here, and saved as ${PATCH} in \`report-path\`.`
			: `Adopted by ${url}.`;
	const body = isEmpty || url !== null ? '' : `\n${text.body}\n`;
	try {
		await writeStepSummary(env.GITHUB_STEP_SUMMARY, `\n### Adopting drift\n\n${sentence}\n${body}`);
	} catch (error) {
		log.debug(`what is adopted could not be added to the job summary: ${String(error)}`);
		log.info(`${sentence}\n${body}`);
	}
}

function redacted({ title, body }: AdoptionText, { redact }: ActionRun['log']): AdoptionText {
	return { title: redact(title), body: redact(body) };
}
