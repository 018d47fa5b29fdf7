import type { FleetReport } from '../domain/fleet-report.ts';
import { devicesWithSince, withSince } from '../domain/history/with-since.ts';
import { DriftAuditError } from '../errors.ts';
import type { CommandLine } from './command-line.ts';
import { readResults } from './results-remote.ts';

/** Where a user wants to know from since when devices drift; without a branch he does not. */
export interface SinceOptions {
	readonly resultsBranch?: string;
	readonly remote?: string;
}

/** Adds to a report since when its devices are as they are. A history that cannot be read is a warning: the audit is done. */
export async function tellSince(
	report: FleetReport,
	{ resultsBranch: branch, remote }: SinceOptions,
	line: CommandLine,
): Promise<FleetReport> {
	const names = devicesWithSince(report);
	if (branch === undefined || names.length === 0) return report;
	try {
		return await readResults({ remote, branch }, line, async (past) => withSince(report, await past.timelines(names)));
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		line.log.warning(`since when devices drift is not told: ${error.message}`);
		return report;
	}
}
