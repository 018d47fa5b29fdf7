import type { Device } from '../domain/device.ts';
import type { DriftReport } from '../domain/drift-report.ts';
import type { FeatureCompliance } from '../domain/features/assess-features.ts';
import type { DeviceReport, LineFinding } from '../domain/fleet-report.ts';
import { countByReason } from '../domain/ignored-changes.ts';
import { gradeInSteps } from '../domain/severity/grade-changes.ts';
import { inRanges, type Steps } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import { type SizeBefore, sizeBefore } from './check-shrink.ts';
import { fetchText } from './fetch-running.ts';
import type { FetchListener } from './ports.ts';
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
	readonly findings?: readonly LineFinding[];
}

/** What a device is judged by. */
export interface Expectation<Expected> {
	/** Throws a `DeviceError` where there is nothing to judge the device by; it is not asked then. */
	check(device: Device): void;
	/** Gets what has to be waited for. */
	read(device: Device): Promise<Expected>;
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
		const { text, session } = await fetchText(device, tools, { signal, listener: { asked, arrived } });
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
	// A line that was cut out of a config would keep all of it in memory until the run ends. The diff is a text of its own.
	const ofConfig = structuredClone({
		fingerprint,
		changes: [],
		remediation: [],
		...(tools.features === undefined ? {} : { features }),
		...(remarks.length === 0 ? {} : { remarks }),
		...(findings.length === 0 ? {} : { findings }),
		...(hidden === 0 ? {} : { secretsNotCompared: hidden }),
		ignored: drift.ignored.length,
		...(drift.ignored.length === 0 ? {} : { ignoredBy: countByReason(drift.ignored) }),
		masked,
		metadata,
	} satisfies Partial<DeviceReport>);
	const status = drifted ? 'drifted' : 'in-sync';
	const known: DeviceReport = { ...blank, status, reason: null, message: null, reachable: true, diff, ...ofConfig };
	return { ...known, changes: yield* copied(graded), remediation: yield* copied(remediation) };
}

function* copied<Item>(items: readonly Item[]): Steps<readonly Item[]> {
	const copies: Item[] = [];
	yield;
	// What they share within such a range they share afterwards, too.
	yield* inRanges(items.length, (from, to) => {
		for (const copy of structuredClone(items.slice(from, to))) copies.push(copy);
	});
	return copies;
}
