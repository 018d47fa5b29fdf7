import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FleetReport } from '../domain/fleet-report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { reportFiles } from '../reporting/report-files.ts';
import { temporaryFolder } from './repository-access.ts';
import type { ActionRun } from './run-action.ts';

/** Writes the report in every format and returns the folder, for a later step to upload. */
export async function writeReportFolder(run: ActionRun, report: FleetReport, verdict: Verdict): Promise<string> {
	const folder = reportFolder(run);
	await mkdir(folder, { recursive: true });
	for (const { name, content } of reportFiles(report, verdict)) await writeFile(join(folder, name), content);
	return folder;
}

/** The output `report-path`: what a run leaves for later steps. */
export function reportFolder({ inputs, context, env }: ActionRun): string {
	return inputs.reportDir === null
		? join(temporaryFolder(env), `fleet-drift-${inputs.reportKey}`)
		: resolve(context.workspace, inputs.reportDir);
}
