import type { FleetReport } from '../../src/domain/fleet-report.ts';
import type { MeasuredRun } from '../support/run-measured.ts';
import { watched } from '../support/watched.ts';
import { createFilesFolder, runFleetDrift } from './files-folder.ts';
import type { WholeRun } from './whole-run.ts';
import type { WholeFleet } from './whole-runs.ts';

/** Beside which a large fleet may not need much more memory. */
const FEW = 500;
const RUNNING = ['--running-dir', 'running'];

/** What all of a fleet drift by is written into its intended files: told first, and then done. */
export async function* adoptRuns({ devices, lines }: WholeFleet): AsyncGenerator<WholeRun> {
	const few = await adopted({ count: Math.min(FEW, devices), lines });
	const all = await adopted({ count: devices, lines });
	for (const [index, { result, ...run }] of all.entries()) {
		const beside = few[index];
		if (beside === undefined) continue;
		const memory = { peakMb: result.peakRssMb, beside: beside.devices, besideMb: beside.result.peakRssMb };
		yield { ...run, memory };
	}
}

type Adopted = WholeRun & { readonly result: MeasuredRun };

async function adopted(fleet: { readonly count: number; readonly lines: number }): Promise<readonly Adopted[]> {
	using folder = createFilesFolder(fleet);
	const adopt = async (what: string, ...options: readonly string[]): Promise<Adopted> => {
		const { result, delay } = await watched((watching) =>
			runFleetDrift(folder, ['adopt', '*', ...RUNNING, ...options], watching),
		);
		if (result.exitCode !== 0) throw new Error(`${what} ended with ${result.exitCode}`);
		return { what, devices: fleet.count, unknown: 0, asks: false, delay, result };
	};
	const runs = [
		await adopt('adopting as a patch, all drifted', '--dry-run'),
		await adopt('adopting into files, all drifted'),
	];
	const { stdout } = await runFleetDrift(folder, ['audit', ...RUNNING, '--json', '-']);
	const { inSync }: FleetReport['fleet'] = JSON.parse(stdout).fleet;
	if (inSync !== fleet.count) throw new Error(`only ${inSync} of ${fleet.count} devices are in sync once adopted`);
	return runs;
}
