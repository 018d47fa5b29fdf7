import { trustedFiles } from '../../src/composition/fleet/trusted-files.ts';
import type { RunOptions } from '../../src/composition/run/run-options.ts';
import { setUpRun } from '../../src/composition/run/set-up-run.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { triggerFleetAudit } from '../../src/use-cases/audit-fleet.ts';

/** Audits the fleet.yml of a folder as a command would. */
export async function auditFolder(
	folder: string,
	options: Pick<RunOptions, 'env'> & Partial<RunOptions>,
): Promise<FleetReport> {
	await using prepared = await setUpRun({
		fleetFile: 'fleet.yml',
		trusted: trustedFiles(folder),
		root: folder,
		select: '',
		source: { from: 'devices' },
		intendedOnDisk: true,
		fingerprintKey: 'k',
		clock: systemClock,
		progress: { started: () => undefined, finished: () => undefined, defect: () => undefined },
		signal: AbortSignal.timeout(30_000),
		registerSecrets: () => undefined,
		...options,
	});
	return await triggerFleetAudit(prepared.run, prepared.tools);
}
