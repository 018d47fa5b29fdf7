import { compareInSteps, reportInSteps, withoutChanges } from '../domain/compare/calculate-diff.ts';
import { secretsNotCompared } from '../domain/compare/secrets-not-compared.ts';
import type { Device } from '../domain/device.ts';
import type { DriftReport } from '../domain/drift-report.ts';
import type { FeatureCompliance } from '../domain/features/assess-features.ts';
import type { DeviceReport, Finding } from '../domain/fleet-report.ts';
import { redactedText } from '../domain/masking/redacted-text.ts';
import { remediateInSteps } from '../domain/remediation/remediate.ts';
import { gradeInSteps } from '../domain/severity/grade-changes.ts';
import type { Steps } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import { type SizeBefore, sizeBefore } from './check-shrink.ts';
import { checkUndisturbed } from './check-undisturbed.ts';
import { fetchText } from './fetch-running.ts';
import { judgeFeatures } from './judge-features.ts';
import type { FetchListener } from './ports.ts';
import { readSides, type Sides } from './read-sides.ts';
import { refuseSilent } from './refuse-silent.ts';
import { blankReport, refuseOutOfTime, unknownReport } from './unknown-report.ts';
import { WorkAhead } from './work-ahead.ts';

/** What one device came to: the judgement's own part of a DeviceReport. */
export interface Judgement {
	readonly drift: DriftReport;
	/** Whether these changes make the device drifted; planned changes of a pull request do not. */
	readonly drifted: boolean;
	/** Commands that would bring the device to its intended config. */
	readonly remediation: readonly string[];
	readonly features: readonly FeatureCompliance[];
	/** How many secrets say nothing of what the device runs. */
	readonly secretsNotCompared: number;
	/** What is wrong with lines that a change brings to the intended file. */
	readonly findings?: readonly Finding[];
}

/** What a device is judged by. */
export interface Expectation<Expected> {
	/** Throws a `DeviceError` where there is nothing to judge the device by; it is not asked then. */
	check(device: Device): void;
	/** Gets what has to be waited for. */
	read(device: Device): Promise<Expected>;
}

/** What an audit judges by. Nobody has to wait for a file, so it is read as the device is judged: `judge` does that. */
export function intendedFile({ intended }: AuditTools): Expectation<void> {
	return { check: (device) => intended.check(device), read: async () => {} };
}

/** Audits one device: fetch, prove that it is whole, mask, compare. Whatever goes wrong is a status, never a throw. */
export function auditDevice(device: Device, tools: AuditTools, signal: AbortSignal): Promise<DeviceReport> {
	return judgeDevice(device, { tools, signal, expected: intendedFile(tools) }, function* (running, _, before) {
		const { text: intended } = tools.intended.read(device);
		yield;
		return yield* judgeSides(yield* readSides(device, { intended, running, before }, tools), device, tools);
	});
}

/**
 * Compares both sides of a device, and hands on what runs to whoever keeps it. Throws a `DeviceError` where what differs may
 * be no drift.
 */
export function* judgeSides(
	{ intended, running, same, shrink, disturbances }: Sides,
	device: Device,
	tools: AuditTools,
): Steps<Judgement> {
	const masks = tools.masksOf(device);
	const options = tools.optionsFor(device);
	if (!same) refuseSilent(device, intended, options);
	const drift = same
		? withoutChanges(running)
		: yield* reportInSteps(yield* compareInSteps({ intended, running }, masks, options));
	yield;
	checkUndisturbed(device, { disturbances, changes: drift.changes });
	tools.keepConfig?.(device.name, redactedText(running, masks.platform));
	yield;
	const remediation = yield* remediateInSteps({ intended, running }, drift.changes, masks.platform);
	yield;
	return {
		drift: withRemark(drift, shrink),
		drifted: drift.changes.length > 0,
		remediation,
		features: judgeFeatures(tools.features, { intended, running, changes: drift.changes, platform: masks.platform }),
		secretsNotCompared: secretsNotCompared({ intended, running, same }),
	};
}

/** @param remark - null: there is none */
export function withRemark(drift: DriftReport, remark: string | null): DriftReport {
	return remark === null ? drift : { ...drift, remarks: [...drift.remarks, remark] };
}

/** How a device is fetched and judged. */
export interface JudgeOptions<Expected> {
	readonly tools: AuditTools;
	readonly signal: AbortSignal;
	readonly expected: Expectation<Expected>;
	/**
	 * Has it judged while its session is still proving where the text ends and saying goodbye, which takes round trips. What
	 * comes of that counts only if the very same text is returned; so `judge` must have no effect but its result.
	 *
	 * @default false
	 */
	readonly ahead?: boolean;
	readonly asked?: FetchListener['asked'];
}

/**
 * Fetches a device's running-config and has it judged. The one place where a failure becomes a status.
 *
 * A config that is read takes many times the memory of its text. Therefore what to judge it by is awaited before it is
 * read, and judging waits for nothing but the turns of timers and sockets: of all the devices under way only one is in memory as
 * more than its text.
 *
 * @param judge - is given the text as the device sent it: whether it is whole is not known yet, and nothing is masked;
 * and how long it was when it was judged last
 */
export async function judgeDevice<Expected>(
	device: Device,
	{ tools, signal, expected, ahead = false, asked }: JudgeOptions<Expected>,
	judge: (running: string, expected: Expected, before: SizeBefore) => Steps<Judgement>,
): Promise<DeviceReport> {
	const start = tools.clock.elapsed();
	const blank = blankReport(device, tools.intended.pathOf(device));
	const durationMs = (): number => Math.round(tools.clock.elapsed() - start);
	const judging = new WorkAhead(async (text) => {
		const against = await expected.read(device);
		const before = await sizeBefore(device, tools, signal);
		const steps = function* (): Steps<DeviceReport> {
			return yield* judgedReport(device, yield* judge(text, against, before), { blank, tools });
		};
		return await tools.judging.run(steps(), () => refuseOutOfTime(device, signal));
	});
	const arrived = ahead ? (text: string): void => judging.begin(text) : undefined;
	let reachable = false;
	tools.progress.started(device);
	try {
		expected.check(device);
		const { text, session } = await fetchText(device, tools, signal, { asked, arrived });
		reachable = true;
		const report = await judging.finish(text);
		return { ...report, durationMs: durationMs(), metadata: { ...report.metadata, ...session } };
	} catch (error) {
		const report = unknownReport(device, error, { blank, progress: tools.progress });
		return { ...report, reachable: reachable || report.reachable, durationMs: durationMs() };
	}
}

/** What a judgement says, on top of what is known of the device by itself. */
function* judgedReport(
	device: Device,
	{ drift, drifted, remediation, features, secretsNotCompared: hidden, findings = [] }: Judgement,
	{ blank, tools }: { readonly blank: DeviceReport; readonly tools: AuditTools },
): Steps<DeviceReport> {
	yield;
	const { changes, diff, fingerprint, masked, metadata, remarks } = drift;
	const graded = yield* gradeInSteps(changes, tools.masksOf(device).platform);
	yield;
	// A line that was cut out of a config would keep all of it in memory until the run ends.
	const ofConfig = structuredClone({
		fingerprint,
		changes: [],
		diff,
		remediation: [],
		...(tools.features === undefined ? {} : { features }),
		...(remarks.length === 0 ? {} : { remarks }),
		...(findings.length === 0 ? {} : { findings }),
		...(hidden === 0 ? {} : { secretsNotCompared: hidden }),
		ignored: drift.ignored.length,
		masked,
		metadata,
	} satisfies Partial<DeviceReport>);
	const status = drifted ? 'drifted' : 'in-sync';
	const known: DeviceReport = { ...blank, status, reason: null, message: null, reachable: true, ...ofConfig };
	return { ...known, changes: yield* copied(graded), remediation: yield* copied(remediation) };
}

function* copied<Item>(items: readonly Item[]): Steps<readonly Item[]> {
	const copies: Item[] = [];
	for (let start = 0; start < items.length; start += COPIED_ON_END) {
		yield;
		for (const copy of structuredClone(items.slice(start, start + COPIED_ON_END))) copies.push(copy);
	}
	return copies;
}

/** Some 2 ms of them. What they share within a portion they share afterwards, too. */
const COPIED_ON_END = 500;
