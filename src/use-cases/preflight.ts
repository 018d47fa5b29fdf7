import { setImmediate as nextTurn } from 'node:timers/promises';
import { compareInSteps, type DiffOptions } from '../domain/compare/calculate-diff.ts';
import { secretsNotCompared } from '../domain/compare/secrets-not-compared.ts';
import { classifyInSteps } from '../domain/compare/three-way.ts';
import { isDrift, withClasses } from '../domain/compare/with-classes.ts';
import { lintChange } from '../domain/config/lint-lines.ts';
import type { Device } from '../domain/device.ts';
import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import { remediateInSteps } from '../domain/remediation/remediate.ts';
import { filterInSteps, type Steps } from '../domain/steps.ts';
import { DeviceError } from '../errors.ts';
import { withRemark } from './audit-device.ts';
import { type FleetRun, reportFleet } from './audit-fleet.ts';
import type { AuditTools } from './audit-tools.ts';
import { checkShrink, type SizeBefore } from './check-shrink.ts';
import { checkUndisturbed, disturbancesIn } from './check-undisturbed.ts';
import { readRunning } from './fetch-running.ts';
import { type Judgement, judgeDevice } from './judge-device.ts';
import { judgeFeatures } from './judge-features.ts';
import type { Revisions } from './ports.ts';
import { prepareBase } from './prepare-base.ts';
import { prepareIntended } from './prepare-intended.ts';
import { type IntendedChange, readChange } from './read-change.ts';
import { refuseSilent } from './refuse-silent.ts';
import { toolsAtHead, touchedDevices } from './touched-devices.ts';
import { refuseOutOfTime } from './unknown-report.ts';

/**
 * Checks a change of intended configs before it is merged: asks only the devices whose file differs between the merge
 * base and head, or stands elsewhere at head, and tells for every difference whether it is planned, already applied,
 * drift or a conflict.
 *
 * The deadline is the run's signal: a device that is not done by then is `unknown: timed-out` and listed.
 */
export async function preflight(run: FleetRun, given: AuditTools, revisions: Revisions): Promise<FleetReport> {
	const touched = await touchedDevices(run.devices, given, revisions);
	const tools = toolsAtHead(given);
	let isRehearsed = false;
	const judge = (device: Device): Promise<DeviceReport> => {
		// Read while the device is asked; a failure is met when the files are needed.
		const change = readChange(device, touched.pathsOf(device), revisions);
		change.catch(() => {});
		const asked = (): void => {
			if (!isRehearsed) void rehearse(device, change, { tools, signal: run.signal });
			isRehearsed = true;
		};
		const expected = { check: () => {}, read: () => change };
		return judgeDevice(device, { tools, signal: run.signal, expected, ahead: true, asked }, (running, both, before) =>
			judgeChange(device, { running, change: both, before, tools }),
		);
	};
	return reportFleet({ ...run, devices: touched.devices }, { tools, mode: 'preflight', judge });
}

/**
 * Judges the first device once while it makes its config, as if it ran the base, for nothing but the time: code and masks
 * that have never run take six times as long. Any earlier it would keep the session waiting, which needs us for each step.
 */
async function rehearse(
	device: Device,
	reading: Promise<IntendedChange>,
	{ tools, signal }: { readonly tools: AuditTools; readonly signal: AbortSignal },
): Promise<void> {
	try {
		const change = await reading;
		await nextTurn();
		const judging = judgeChange(device, { running: change.base ?? '', change, before: null, tools });
		await tools.judging.run(judging, () => refuseOutOfTime(device, signal));
	} catch {
		// Whatever is wrong is found again when it counts.
	}
}

function* judgeChange(
	device: Device,
	{
		running: runningText,
		change: { base: baseText, head: headText },
		before,
		tools,
	}: {
		readonly running: string;
		readonly change: IntendedChange;
		readonly before: SizeBefore;
		readonly tools: AuditTools;
	},
): Steps<Judgement> {
	const running = yield* readRunning(device, runningText, tools);
	yield;
	if (headText === null) {
		const message = 'this change removes its intended config: nothing is left to compare with';
		throw new DeviceError(device.name, 'ERR_NO_INTENDED', message, { reachable: true });
	}
	const masks = tools.masksOf(device);
	const base = yield* prepareBase(device, baseText, masks);
	const head = yield* prepareIntended(device, headText, masks);
	const shrink = checkShrink(device, { intended: head, running }, { before, tools });
	const options: DiffOptions = tools.optionsFor(device);
	refuseSilent(device, head, { ...options, syntax: masks.platform.syntax });
	yield;
	const remaining = yield* compareInSteps({ intended: head, running }, masks, options);
	if (base.unreadable !== null && remaining.changes.length > 0) throw base.unreadable;
	const disturbances = disturbancesIn(runningText, tools);
	checkUndisturbed(device, { disturbances, changes: remaining.changes });
	yield;
	const since = yield* compareInSteps({ intended: base.config, running }, masks, options);
	yield;
	const plan = yield* compareInSteps({ intended: base.config, running: head }, masks, {
		...options,
		scope: 'full',
		plannedOn: running,
	});
	yield;
	const comparisons = { drift: since.changes, plan: plan.changes, remaining: remaining.changes };
	const classified = yield* classifyInSteps(comparisons, masks.platform.order);
	// That the lines of a new file run already is what taking a device under management means.
	const changes = yield* filterInSteps(classified, (change) => !base.isNew || change.class !== 'applied');
	yield;
	const remediation = yield* remediateInSteps({ intended: head, running }, remaining.changes, masks.platform);
	yield;
	const drift = yield* withClasses(remaining, changes);
	yield;
	return {
		drift: withRemark(drift, shrink),
		drifted: changes.some(isDrift),
		remediation,
		features: judgeFeatures(tools.features, { intended: head, running, changes, platform: masks.platform }),
		secretsNotCompared: secretsNotCompared({ intended: head, running }),
		findings: yield* lintChange(base.config, head),
	};
}
