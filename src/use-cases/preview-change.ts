import { compareInSteps } from '../domain/compare/calculate-diff.ts';
import { fingerprintInSteps } from '../domain/compare/drift-fingerprint.ts';
import { renderInSteps } from '../domain/compare/unified.ts';
import { lintChange } from '../domain/config/lint-lines.ts';
import type { Device } from '../domain/device.ts';
import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import { countByReason } from '../domain/ignored-changes.ts';
import { gradeInSteps } from '../domain/severity/grade-changes.ts';
import { flatMapInSteps, type Steps } from '../domain/steps.ts';
import { type FleetRun, reportFleet } from './audit-fleet.ts';
import type { AuditTools } from './audit-tools.ts';
import type { Revisions } from './ports.ts';
import { prepareBase } from './prepare-base.ts';
import { prepareIntended } from './prepare-intended.ts';
import { type IntendedChange, readChange } from './read-change.ts';
import { type PathsOfChange, toolsAtHead, touchedDevices } from './touched-devices.ts';
import { blankReport, refuseOutOfTime, unknownReport } from './unknown-report.ts';

/**
 * What a pre-flight check can say without asking a device: reads the intended configs of a change and lists what it
 * plans. For pull requests that get no credentials (forks). Every device is `unknown`, because none was looked at.
 */
export async function previewChange(run: FleetRun, given: AuditTools, revisions: Revisions): Promise<FleetReport> {
	const touched = await touchedDevices(run.devices, given, revisions);
	const tools = toolsAtHead(given);
	const judge = (device: Device): Promise<DeviceReport> =>
		previewDevice(device, { paths: touched.pathsOf(device), tools, revisions, signal: run.signal });
	return reportFleet({ ...run, devices: touched.devices }, { tools, mode: 'preflight', judge });
}

async function previewDevice(
	device: Device,
	{
		paths,
		tools,
		revisions,
		signal,
	}: {
		readonly paths: PathsOfChange;
		readonly tools: AuditTools;
		readonly revisions: Revisions;
		readonly signal: AbortSignal;
	},
): Promise<DeviceReport> {
	const blank: DeviceReport = { ...blankReport(device, paths.head), reason: 'unreachable', message: NOT_ASKED };
	try {
		const change = await readChange(device, paths, revisions);
		const plan = await tools.judging.run(planned(device, change, tools), () => refuseOutOfTime(device, signal));
		return { ...blank, ...plan };
	} catch (error) {
		return unknownReport(device, error, { blank: blankReport(device, paths.head), progress: tools.progress });
	}
}

type Plan = Pick<DeviceReport, 'fingerprint' | 'changes' | 'diff' | 'ignored' | 'findings'>;

function* planned(device: Device, { base, head }: IntendedChange, tools: AuditTools): Steps<Plan> {
	const masks = tools.masksOf(device);
	const { config: before, unreadable } = yield* prepareBase(device, base, masks);
	if (unreadable !== null) throw unreadable;
	const after = yield* prepareIntended(device, head ?? '', masks);
	const options = tools.optionsFor(device);
	const plan = yield* compareInSteps({ intended: after, running: before }, masks, options);
	yield;
	const diff = yield* renderInSteps(plan.changes);
	yield;
	// As a device that runs what is proposed would have drifted: what such a change may have been made to adopt.
	const adopted = yield* compareInSteps({ intended: before, running: after }, masks, options);
	yield;
	const fingerprint = yield* fingerprintInSteps(adopted.changes);
	yield;
	const findings = yield* lintChange(before, after);
	const changes = yield* flatMapInSteps(plan.changes, (change) => [
		{ ...change, class: 'planned' as const, runningLine: null },
	]);
	return {
		fingerprint,
		changes: yield* gradeInSteps(changes, masks.platform),
		diff,
		ignored: plan.ignored.length,
		...(plan.ignored.length === 0 ? {} : { ignoredBy: countByReason(plan.ignored) }),
		...(findings.length === 0 ? {} : { findings }),
	};
}

const NOT_ASKED =
	'not asked: pull requests from forks and from Dependabot get no credentials. Its intended config was read; run the check from a branch of this repository';
