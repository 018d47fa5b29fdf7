import { trustedFiles } from '../../src/composition/fleet/trusted-files.ts';
import { setUpRun } from '../../src/composition/run/set-up-run.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { triggerFleetAudit } from '../../src/use-cases/audit-fleet.ts';
import { fleetEnvironment } from './fleet-folder.ts';

/** Audits the fleet of a folder, or what `select` leaves of it, in this process, as a command would. */
export async function auditFolder(
	root: string,
	{ select = '', env = fleetEnvironment }: { readonly select?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<{ readonly report: FleetReport; readonly defects: readonly string[] }> {
	const defects: string[] = [];
	await using prepared = await setUpRun({
		fleetFile: 'fleet.yml',
		trusted: trustedFiles(root),
		root,
		select,
		source: { from: 'devices' },
		intendedOnDisk: true,
		fingerprintKey: '',
		env,
		clock: systemClock,
		progress: {
			started: () => {},
			finished: () => {},
			defect: ({ name }, error) => defects.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`),
		},
		signal: new AbortController().signal,
		registerSecrets: () => {},
	});
	return { report: await triggerFleetAudit(prepared.run, prepared.tools), defects };
}
