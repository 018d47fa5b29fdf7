import { compareConfigs, type DiffOptions } from '../domain/compare/calculate-diff.ts';
import { findIncompleteness } from '../domain/config/completeness.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { DriftReport } from '../domain/drift-report.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import type { CompiledMasks, MasksOf } from '../domain/masking/registry.ts';
import { prepareConfig } from '../domain/prepare-config.ts';
import { remediate } from '../domain/remediation/remediate.ts';
import { gradeChanges } from '../domain/severity/grade-changes.ts';
import { DeviceError, DriftAuditError } from '../errors.ts';
import type { Clock, DeviceAdapter, IntendedConfigs, Progress, SessionFacts } from './ports.ts';
import { prepareIntended } from './prepare-intended.ts';

/** Everything that auditing a device takes, the same for the whole fleet. */
export interface AuditTools {
	readonly adapter: DeviceAdapter;
	readonly intended: IntendedConfigs;
	readonly masksOf: MasksOf;
	/** Scope and ignore rules as they hold for this device. */
	readonly optionsFor: (device: Device) => DiffOptions;
	/** Milliseconds that one device may take from the first byte to the last. */
	readonly timeoutOf: (device: Device) => number;
	readonly clock: Clock;
	readonly progress: Progress;
}

/** What one device came to: the judgement's own part of a DeviceReport. */
export interface Judgement {
	readonly drift: DriftReport;
	/** Whether these changes make the device drifted; planned changes of a pull request do not. */
	readonly drifted: boolean;
	/** Commands that would bring the device to its intended config. */
	readonly remediation: readonly string[];
}

/** Audits one device: fetch, prove that it is whole, mask, compare. Whatever goes wrong is a status, never a throw. */
export function auditDevice(device: Device, tools: AuditTools, signal: AbortSignal): Promise<DeviceReport> {
	return judgeDevice(device, { tools, signal }, async (running) => {
		const masks = tools.masksOf(device.platform, device.name);
		const intended = prepareIntended(device, (await tools.intended.read(device)).text, masks);
		const drift = compareConfigs({ intended, running }, masks, tools.optionsFor(device));
		const remediation = remediate({ intended, running }, drift.changes, masks.platform);
		return { drift, drifted: drift.changes.length > 0, remediation };
	});
}

/** Fetches a device's running-config and has it judged. The one place where a failure becomes a status. */
export async function judgeDevice(
	device: Device,
	{ tools, signal }: { readonly tools: AuditTools; readonly signal: AbortSignal },
	judge: (running: DeviceConfig) => Promise<Judgement>,
): Promise<DeviceReport> {
	const start = tools.clock.elapsed();
	const blank = blankReport(device, tools.intended.pathOf(device));
	const durationMs = (): number => Math.round(tools.clock.elapsed() - start);
	let reachable = false;
	tools.progress.started(device);
	try {
		const { running, session } = await fetchRunning(device, tools, signal);
		reachable = true;
		const { drift, drifted, remediation } = await judge(running);
		const { changes, diff, fingerprint, masked, metadata } = drift;
		return {
			...blank,
			status: drifted ? 'drifted' : 'in-sync',
			reason: null,
			message: null,
			reachable: true,
			durationMs: durationMs(),
			fingerprint,
			changes: gradeChanges(changes, tools.masksOf(device.platform).platform),
			diff,
			remediation,
			ignored: drift.ignored.length,
			masked,
			metadata: { ...metadata, ...session },
		};
	} catch (error) {
		const report = unknownReport(device, error, { blank, progress: tools.progress });
		return { ...report, reachable: reachable || report.reachable, durationMs: durationMs() };
	}
}

/** What a failure says about a device; one that nobody foresaw is told to the debug log. */
export function unknownReport(
	device: Device,
	error: unknown,
	{ blank, progress }: { readonly blank: DeviceReport; readonly progress: Progress },
): DeviceReport {
	if (error instanceof DeviceError) {
		const { reason, message, reachable } = error;
		return { ...blank, reason, message, reachable };
	}
	progress.defect(device, error);
	return blank;
}

/** Fetches a device's running-config, proves that it is whole and masks it. Throws a `DeviceError` that says why not. */
export async function fetchRunning(
	device: Device,
	{ adapter, masksOf, timeoutOf }: AuditTools,
	signal: AbortSignal,
): Promise<{ readonly running: DeviceConfig; readonly session: SessionFacts }> {
	const masks = masksOf(device.platform, device.name);
	const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutOf(device))]);
	const { text, session } = await untilAborted(device, adapter.fetchConfig(device, deadline), deadline);
	const incompleteness = findIncompleteness(text, masks.platform);
	if (incompleteness !== null) {
		const message = `the running-config is not whole: ${incompleteness}. Look for a pager, a dropped line or missing rights`;
		throw new DeviceError(device.name, 'ERR_INCOMPLETE', message, { reachable: true });
	}
	return { running: readRunning(device, text, masks), session };
}

function readRunning(device: Device, text: string, masks: CompiledMasks): DeviceConfig {
	try {
		return prepareConfig(text, masks);
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		const message = `the running-config cannot be read: ${error.message}`;
		throw new DeviceError(device.name, error.code, message, { cause: error, reachable: true });
	}
}

/** An adapter that does not let go must not hold up the fleet. */
async function untilAborted<Value>(device: Device, work: Promise<Value>, signal: AbortSignal): Promise<Value> {
	const { promise: abandoned, reject } = Promise.withResolvers<never>();
	let grace: NodeJS.Timeout | undefined;
	const giveUp = (): void => {
		// The adapter hears of it at the same moment and knows more; its own error goes first if it comes soon.
		grace = setTimeout(() => reject(outOfTime(device, signal)), ADAPTER_GRACE_MS);
	};
	if (signal.aborted) giveUp();
	signal.addEventListener('abort', giveUp, { once: true });
	try {
		return await Promise.race([work, abandoned]);
	} finally {
		clearTimeout(grace);
		signal.removeEventListener('abort', giveUp);
	}
}

/** How long an adapter may take to tear its session down. */
const ADAPTER_GRACE_MS = 250;

/** A device that was not done, or not even asked, when the run's time was over. */
export function outOfTime(device: Device, signal: AbortSignal): DeviceError {
	const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
	return timedOut
		? new DeviceError(
				device.name,
				'ERR_TIMEOUT',
				'not done within its time. Raise `timeouts` or the deadline, or look why it is slow',
			)
		: new DeviceError(device.name, 'ERR_CANCELLED', 'the run was cancelled before this device was done');
}

/** A device that nothing is known of, until more is. */
export function blankReport(device: Device, intendedPath: string | null): DeviceReport {
	return {
		name: device.name,
		platform: device.platform,
		site: device.site,
		role: device.role,
		status: 'unknown',
		reason: 'internal',
		message: 'an internal error; please report it with the debug log',
		reachable: false,
		durationMs: 0,
		fingerprint: null,
		intendedPath,
		changes: [],
		diff: '',
		ignored: 0,
		masked: { lines: 0, patterns: {} },
		metadata: {},
	};
}
