import type { Change } from '../../src/domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import { FleetHealthScorer } from '../../src/domain/health.ts';
import { VERSION } from '../../src/version.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1, 6);
/** Audits that a drift lasts. */
const LASTS = 3;

export interface HistoryRecipe {
	readonly runs: number;
	readonly devices: number;
	/** Devices whose state changes from one run to the next: half of them begin to drift, half are mended. */
	readonly changes: number;
}

/** Daily audits of a fleet in which devices take turns in drifting. The same recipe gives the same reports. */
export function* historyOfReports({ runs, devices, changes }: HistoryRecipe): Generator<FleetReport> {
	const names = Array.from({ length: devices }, (_, index) => `device-${String(index).padStart(5, '0')}`);
	const scorer = new FleetHealthScorer(names.map((name) => ({ name })));
	const begin = Math.ceil(changes / 2);
	for (let run = 0; run < runs; run++) {
		const since = new Map<number, number>();
		for (let start = Math.max(0, run - LASTS + 1); start <= run; start++) {
			for (let turn = 0; turn < begin; turn++) since.set((start * begin + turn) % devices, start);
		}
		const reports = names.map((name, index) => deviceOf(name, { run, index, driftedSince: since.get(index) ?? null }));
		yield {
			schemaVersion: 1,
			tool: { name: 'fleet-drift-audit', version: VERSION },
			mode: 'audit',
			runId: `${9_000_000_000 + run}-1`,
			startedAt: new Date(FIRST + run * DAY_MS).toISOString(),
			durationMs: 30_000 + noise(run, 0, 9_000),
			fleet: scorer.score(reports),
			devices: reports,
			warnings: [],
		};
	}
}

function deviceOf(
	name: string,
	{ run, index, driftedSince }: { readonly run: number; readonly index: number; readonly driftedSince: number | null },
): DeviceReport {
	const changes = driftedSince === null ? [] : [changeOf(index, driftedSince)];
	return {
		name,
		platform: 'cisco_ios',
		site: `site-${index % 40}`,
		role: index % 10 === 0 ? 'core' : 'access',
		status: driftedSince === null ? 'in-sync' : 'drifted',
		reason: null,
		message: null,
		reachable: true,
		// What differs in every report of every device, in sync or not.
		durationMs: 400 + noise(run, index, 900),
		fingerprint: driftedSince === null ? null : `${index}-${driftedSince}`,
		intendedPath: `intended-configs/${name}.cfg`,
		changes,
		diff: changes
			.map(({ line }) => `--- intended\n+++ running\n@@ -40 +40 @@\n interface Vlan100\n+ ${line}\n`)
			.join(''),
		ignored: 0,
		masked: { lines: 4, total: 900, patterns: { 'volatile/ios-header': 3, 'secret/ios-enable': 1 } },
		metadata: { handshakes: 1, commands: 2 },
	};
}

function changeOf(index: number, since: number): Change {
	return {
		kind: 'extra',
		lineage: ['interface Vlan100'],
		line: `description changed by hand ${noise(since, index, 100_000)}`,
		runningText: null,
		intendedLine: null,
		runningLine: 40,
		class: null,
		severity: 'low',
	};
}

/** A number below `bound` that looks like chance. */
function noise(run: number, index: number, bound: number): number {
	return ((Math.imul(run + 1, 2_654_435_761) ^ Math.imul(index + 7, 40_503_001)) >>> 7) % bound;
}
