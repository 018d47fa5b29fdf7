import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { trustedFiles } from '../../../src/composition/fleet/trusted-files.ts';
import { createProgress } from '../../../src/composition/run/progress.ts';
import { redactReport } from '../../../src/composition/run/redact-report.ts';
import type { RunOptions } from '../../../src/composition/run/run-options.ts';
import { setUpRun } from '../../../src/composition/run/set-up-run.ts';
import { auditShard } from '../../../src/composition/sharding/audit-shard.ts';
import { mergeFleet } from '../../../src/composition/sharding/merge-fleet.ts';
import { planShards } from '../../../src/composition/sharding/plan-shards.ts';
import { systemClock } from '../../../src/composition/system-clock.ts';
import type { Capture } from '../../../src/domain/capture.ts';
import type { Device } from '../../../src/domain/device.ts';
import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import type { Proposals } from '../../../src/domain/masking/propose-masks.ts';
import { redactedText } from '../../../src/domain/masking/redacted-text.ts';
import type { ShardManifest } from '../../../src/domain/sharding/shard-manifest.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import type { Log } from '../../../src/infrastructure/log.ts';
import { readPlan, writeManifest } from '../../../src/infrastructure/shards/manifest-file.ts';
import { writeShardReport } from '../../../src/infrastructure/shards/report-files.ts';
import { type AdoptedDrift, adoptDrift } from '../../../src/use-cases/adopt-drift.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { calibrateDevice } from '../../../src/use-cases/calibrate-device.ts';
import { captureDevice } from '../../../src/use-cases/capture-device.ts';
import { diagnoseDevice } from '../../../src/use-cases/diagnose-device.ts';
import { fetchRunning } from '../../../src/use-cases/fetch-running.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { OVERDUE } from '../hanging.ts';
import { CELLS, HEALTHY, SLOW } from './faulty-fleet.ts';
import { PASSWORD } from './ways.ts';

/** What came of asking one device; one of both is null. */
export interface Outcome<Value> {
	readonly value: Value | null;
	readonly error: unknown;
}

export type Outcomes<Value> = ReadonlyMap<string, Outcome<Value>>;

/** What the use cases that ask one device at a time came to. */
export interface DeviceAnswers {
	/** As `fetch` prints it. */
	readonly fetched: Outcomes<string>;
	readonly captured: Outcomes<Capture>;
	readonly calibrated: Outcomes<Proposals>;
	readonly diagnosed: Outcomes<Diagnosis | null>;
	readonly adopted: AdoptedDrift;
}

export interface FleetToAsk {
	readonly folder: string;
	readonly log: Log;
	/** Told whatever is thrown that is no error of a device. */
	readonly defect: (error: unknown) => void;
}

/** What differs between the runs. */
interface Preparation {
	readonly fleetFile: 'patient.yml' | 'impatient.yml';
	readonly signal?: AbortSignal;
	/** Told the name of every device that is done. */
	readonly onFinished?: (name: string) => void;
}

export async function auditFaulty(fleet: FleetToAsk): Promise<FleetReport> {
	await using prepared = await setUpRun(optionsOf(fleet, { fleetFile: 'impatient.yml' }));
	return atOnce(redactReport(await triggerFleetAudit(prepared.run, prepared.tools), fleet.log.redact));
}

/**
 * A pre-flight check of a change to every device. Its deadline comes when all are done but those that only time ends.
 *
 * @returns overdueMs - from the deadline to the end
 */
export async function checkFaulty(
	fleet: FleetToAsk,
): Promise<{ readonly report: FleetReport; readonly overdueMs: number }> {
	const deadline = new AbortController();
	const underWay = new Set([...CELLS, ...HEALTHY].map(({ device }) => device).filter((name) => !SLOW.has(name)));
	let overdueSince = 0;
	const onFinished = (name: string): void => {
		underWay.delete(name);
		if (underWay.size > 0 || deadline.signal.aborted) return;
		overdueSince = performance.now();
		deadline.abort(OVERDUE);
	};
	await using prepared = await setUpRun(
		optionsOf(fleet, { fleetFile: 'patient.yml', signal: deadline.signal, onFinished }),
	);
	const configs = new Map([...CELLS, ...HEALTHY].map(({ device, way }) => [`${device}.cfg`, way.config(device)]));
	const report = await preflight(prepared.run, prepared.tools, {
		changedAmong: async (paths) => new Set(paths),
		readBase: async (path) => configs.get(path) ?? null,
		readHead: async (path) => configs.get(path)?.replace('users of floor 7', 'visitors of floor 7') ?? null,
	});
	return { report: atOnce(redactReport(report, fleet.log.redact)), overdueMs: performance.now() - overdueSince };
}

/** Asks each device by itself, as the commands do: those that do not keep us waiting, or those that do. */
export async function askFaulty(fleet: FleetToAsk, which: 'prompt' | 'slow'): Promise<DeviceAnswers> {
	const fleetFile = which === 'slow' ? 'impatient.yml' : 'patient.yml';
	await using prepared = await setUpRun(optionsOf(fleet, { fleetFile }));
	const { run, tools } = prepared;
	const devices = run.devices.filter(({ name }) => SLOW.has(name) === (which === 'slow'));
	const each = async <Value>(
		ask: (device: Device, tools: AuditTools, signal: AbortSignal) => Promise<Value>,
	): Promise<Outcomes<Value>> => {
		const asked = devices.map(async (device) => {
			const outcome = await ask(device, tools, run.signal).then(
				(value) => ({ value, error: null }),
				(error: unknown) => ({ value: null, error }),
			);
			return [device.name, outcome] as const;
		});
		return new Map(await Promise.all(asked));
	};
	const adopt = adoptDrift({ ...run, devices }, tools, { within: [], redact: fleet.log.redact });
	const [fetched, captured, calibrated, diagnosed, { report, adoptions }] = await Promise.all([
		each(redactedConfig),
		each((device, itsTools, signal) => captureDevice(device, itsTools, { signal, fingerprints: true })),
		each((device, itsTools, signal) => calibrateDevice(device, itsTools, { signal, wait: async () => {} })),
		each(diagnoseDevice),
		adopt,
	]);
	return {
		fetched,
		captured,
		calibrated,
		diagnosed,
		adopted: { report: atOnce(redactReport(report, fleet.log.redact)), adoptions },
	};
}

/** Audits the fleet as jobs that share it do, of which the last one is lost, and merges what the others reported. */
export async function mergeFaulty(
	fleet: FleetToAsk,
): Promise<{ readonly report: FleetReport; readonly lost: ReadonlySet<string> }> {
	const options = { ...optionsOf(fleet, { fleetFile: 'impatient.yml' }), runId: 'sharded' };
	const folder = join(fleet.folder, 'shards');
	await mkdir(folder);
	const manifest: ShardManifest = await planShards({ ...options, shards: 3, measured: [] });
	await writeManifest(folder, manifest);
	const plan = await readPlan([folder]);
	const { redact } = fleet.log;
	const shards = [1, 2].map(async (number) => {
		const report = await auditShard({ ...options, plan, shard: { number, count: 3 }, redact });
		await writeShardReport(folder, report);
	});
	await Promise.all(shards);
	const { report } = await mergeFleet({ ...options, folders: [folder] });
	return { report: atOnce(redactReport(report, redact)), lost: new Set(manifest.shards[2]) };
}

function optionsOf(
	{ folder, log, defect }: FleetToAsk,
	{ fleetFile, signal, onFinished = () => {} }: Preparation,
): RunOptions {
	const progress = createProgress({ log, terminal: null });
	return {
		fleetFile,
		trusted: trustedFiles(folder),
		root: folder,
		select: '',
		source: { from: 'devices' },
		intendedOnDisk: true,
		fingerprintKey: 'k'.repeat(16),
		env: { PASSWORD },
		clock: systemClock,
		progress: {
			...progress,
			finished(device, done, total) {
				progress.finished(device, done, total);
				onFinished(device.name);
			},
			defect: (_device, error) => defect(error),
		},
		signal: signal ?? new AbortController().signal,
		registerSecrets: (values) => log.registerSecrets(values),
	};
}

async function redactedConfig(device: Device, tools: AuditTools, signal: AbortSignal): Promise<string> {
	const running = await fetchRunning(device, tools, signal);
	return redactedText(running, tools.masksOf(device).platform);
}
