import { join, resolve } from 'node:path';
import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Pieces } from '../../domain/text/pieces.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { DriftAuditError, withCode } from '../../errors.ts';
import { makeFolder, writeWhole } from '../../infrastructure/output-file.ts';
import { reportFiles } from '../../reporting/files/report-files.ts';
import type { ActionRun } from './action-run.ts';
import { temporaryFolder } from './repository-access.ts';

/**
 * Writes the report in every format and returns the folder, for a later step to upload. Like every place that does not take the
 * report, a full disk costs a warning and no verdict: what was written by then is whole. null: there is no folder.
 */
export async function writeReportFolder(run: ActionRun, report: FleetReport, verdict: Verdict): Promise<string | null> {
	const folder = reportFolder(run);
	if (!(await isDone(run, () => makeFolder(folder)))) return null;
	await isDone(run, async () => {
		for (const { name, pieces } of reportFiles(report, verdict)) await writeWhole(join(folder, name), pieces);
	});
	return folder;
}

/** Puts one file more there. @returns whether it could be written; a warning has said why not */
export function addToReportFolder(
	run: ActionRun,
	{ path, content }: { readonly path: string; readonly content: Pieces },
): Promise<boolean> {
	return isDone(run, () => writeWhole(path, content));
}

async function isDone({ log }: ActionRun, write: () => Promise<void>): Promise<boolean> {
	try {
		await write();
		return true;
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		log.warning(withCode(error.code, `the report is incomplete: ${error.message}`));
		return false;
	}
}

/** The output `report-path`: what a run leaves for later steps. */
export function reportFolder({ inputs, context, env }: ActionRun): string {
	return inputs.reportDir === null
		? join(temporaryFolder(env), `fleet-drift-${inputs.reportKey}`)
		: resolve(context.workspace, inputs.reportDir);
}
