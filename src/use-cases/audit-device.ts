import { compareConfigs } from '../domain/compare/calculate-diff.ts';
import { comparableTrees } from '../domain/compare/comparable-trees.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { DriftReport } from '../domain/drift-report.ts';
import { assessFeatures, type FeatureCompliance } from '../domain/features/assess-features.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { remediate } from '../domain/remediation/remediate.ts';
import { gradeChanges } from '../domain/severity/grade-changes.ts';
import type { AuditTools } from './audit-tools.ts';
import { fetchRunning } from './fetch-running.ts';
import { prepareIntended } from './prepare-intended.ts';
import { blankReport, unknownReport } from './unknown-report.ts';

/** What one device came to: the judgement's own part of a DeviceReport. */
export interface Judgement {
	readonly drift: DriftReport;
	/** Whether these changes make the device drifted; planned changes of a pull request do not. */
	readonly drifted: boolean;
	/** Commands that would bring the device to its intended config. */
	readonly remediation: readonly string[];
	readonly features: readonly FeatureCompliance[];
}

/** Audits one device: fetch, prove that it is whole, mask, compare. Whatever goes wrong is a status, never a throw. */
export function auditDevice(device: Device, tools: AuditTools, signal: AbortSignal): Promise<DeviceReport> {
	return judgeDevice(device, { tools, signal }, async (running) => {
		const masks = tools.masksOf(device.platform, device.name);
		const intended = prepareIntended(device, (await tools.intended.read(device)).text, masks);
		const drift = compareConfigs({ intended, running }, masks, tools.optionsFor(device));
		const remediation = remediate({ intended, running }, drift.changes, masks.platform);
		const features = assessFeatures(tools.features ?? [], {
			...comparableTrees({ intended, running }, masks.platform),
			changes: drift.changes,
		});
		return { drift, drifted: drift.changes.length > 0, remediation, features };
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
		const { drift, drifted, remediation, features } = await judge(running);
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
			...(tools.features === undefined ? {} : { features }),
			ignored: drift.ignored.length,
			masked,
			metadata: { ...metadata, ...session },
		};
	} catch (error) {
		const report = unknownReport(device, error, { blank, progress: tools.progress });
		return { ...report, reachable: reachable || report.reachable, durationMs: durationMs() };
	}
}
