import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Device } from '../domain/device.ts';
import type { DeviceReport, FleetReport, Mode } from '../domain/fleet-report.ts';
import type { MaskingPattern } from '../domain/masking/pattern.ts';
import { assembleInSteps } from './assemble-report.ts';
import { auditDevice } from './audit-device.ts';
import type { AuditTools } from './audit-tools.ts';
import { Paces } from './pacing/paces.ts';
import { runLimited } from './pacing/run-limited.ts';
import { slowestFirst } from './pacing/slowest-first.ts';
import { blankReport, failedReport, outOfTime } from './unknown-report.ts';

/** One run over some devices. */
export interface FleetRun {
	readonly devices: readonly Device[];
	/** Whether these are a part of the fleet that somebody chose. */
	readonly selected?: boolean;
	readonly runId: string;
	readonly toolVersion: string;
	/** How many devices at once: `fleet`, `bastion <name>`, `group <name>` → number. */
	readonly limits: ReadonlyMap<string, number>;
	/** The limits that a device counts against. */
	readonly limitsOf: (device: Device) => readonly string[];
	/** Sentences that are known before the run: expired ignore rules. */
	readonly warnings: readonly string[];
	/** Masks of fleet.yml: one that hits nothing in a whole audit is told. */
	readonly userMasks?: readonly MaskingPattern[];
	/** Numbers in [0, 1) by which devices that may start together start a moment apart; left out: all at once. */
	readonly random?: () => number;
	/** How many milliseconds devices took the last time, by name: asked only where some have to wait for others. */
	readonly lastTook?: (() => Promise<ReadonlyMap<string, number>>) | undefined;
	/** Called when every device is done, or the run's time is over; its sentences join the warnings. */
	readonly conclude?: () => Promise<readonly string[]>;
	/** Cancels the run or ends it at its deadline; what is known by then is reported. */
	readonly signal: AbortSignal;
}

/** Audits every device of the run and reports what is known, whatever happens to single devices or to the run itself. */
export function triggerFleetAudit(run: FleetRun, tools: AuditTools): Promise<FleetReport> {
	return reportFleet(run, { tools, mode: 'audit', judge: (device) => auditDevice(device, tools, run.signal) });
}

/** The frame that an audit and a pre-flight check share: side by side, in order, scored, never incomplete. */
export async function reportFleet(
	run: FleetRun,
	{
		tools,
		mode,
		judge,
	}: {
		readonly tools: AuditTools;
		readonly mode: Mode;
		readonly judge: (device: Device) => Promise<DeviceReport>;
	},
): Promise<FleetReport> {
	const { clock, progress, intended } = tools;
	const startedAt = new Date(clock.now()).toISOString();
	const start = clock.elapsed();
	const { random, signal } = run;
	const paces = new Paces(run.limits, clock, random === undefined ? null : { random, signal });
	let done = 0;
	const mayTell = turnsBetween(TOLD_ON_END);
	const mayBegin = turnsBetween(BEGUN_ON_END);
	const order = await orderOf(run);
	const { limitsOf, limits } = run;
	const report = async (device: Device): Promise<DeviceReport> => {
		await (signal.aborted ? mayTell() : mayBegin());
		const asked = !signal.aborted;
		const found = asked ? await judge(device) : notAsked(device, intended.pathOf(device), signal);
		if (asked) paces.ended(found, limitsOf(device));
		done += 1;
		progress.finished(found, done, run.devices.length);
		return tools.keepReport?.(found) ?? found;
	};
	const finished = await runLimited(order, { limitsOf, run: report, limits, pacing: paces });
	const reports = new Map(finished.map((report) => [report.name, report]));
	const devices = run.devices.flatMap(({ name }) => reports.get(name) ?? []);
	const concluding = (await run.conclude?.()) ?? [];
	const assembling = assembleInSteps(
		{ ...run, warnings: [...run.warnings, ...concluding] },
		{
			mode,
			startedAt,
			durationMs: Math.round(clock.elapsed() - start),
			features: tools.features,
			devices,
			interrupted: run.signal.aborted,
		},
	);
	return tools.judging.run(assembling);
}

/** Where all start together there is nobody to be first. */
async function orderOf({ devices, limits, lastTook }: FleetRun): Promise<readonly Device[]> {
	if (lastTook === undefined || devices.length <= (limits.get('fleet') ?? devices.length)) return devices;
	return slowestFirst(devices, await lastTook());
}

/** Devices that a run which is over tells of between two turns of timers and sockets: some milliseconds of them. */
const TOLD_ON_END = 200;
/** Devices that are begun with between two turns. Held apart by timers, they still fall together where the process was busy. */
const BEGUN_ON_END = 16;

/** Whoever asks waits until timers and sockets have had as many turns as so many have asked before, however many ask at once. */
function turnsBetween(onEnd: number): () => Promise<void> {
	let turns = Promise.resolve();
	let asked = 0;
	return () => {
		asked += 1;
		if (asked % onEnd === 0) turns = turns.then(() => nextTurn());
		return turns;
	};
}

function notAsked(device: Device, intendedPath: string, signal: AbortSignal): DeviceReport {
	return failedReport(outOfTime(device, signal), blankReport(device, intendedPath));
}
