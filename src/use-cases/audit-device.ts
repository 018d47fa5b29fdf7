import { compareInSteps, reportInSteps, withoutChanges } from '../domain/compare/calculate-diff.ts';
import { secretsNotCompared } from '../domain/compare/secrets-not-compared.ts';
import type { Device } from '../domain/device.ts';
import type { DriftReport } from '../domain/drift-report.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { redactedText } from '../domain/masking/redacted-text.ts';
import { remediateInSteps } from '../domain/remediation/remediate.ts';
import type { Steps } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import { checkUndisturbed } from './check-undisturbed.ts';
import { type Expectation, type Judgement, judgeDevice } from './judge-device.ts';
import { judgeFeatures } from './judge-features.ts';
import { type ReadSides, readSides } from './read-sides.ts';
import { refuseSilent } from './refuse-silent.ts';

/** Audits one device: fetch, prove that it is whole, mask, compare. Whatever goes wrong is a status, never a throw. */
export function auditDevice(device: Device, tools: AuditTools, signal: AbortSignal): Promise<DeviceReport> {
	return judgeDevice(device, { tools, signal, expected: intendedFile(tools) }, function* (running, _, before) {
		const { text: intended } = tools.intended.read(device);
		yield;
		return yield* judgeSides(yield* readSides(device, { intended, running, before }, tools), device, tools);
	});
}

/** What an audit judges by. Nobody has to wait for a file, so it is read as the device is judged: `judge` does that. */
export function intendedFile({ intended }: AuditTools): Expectation<void> {
	return { check: (device) => intended.check(device), read: async () => {} };
}

/**
 * Compares both sides of a device, and hands on what runs to whoever keeps it. Throws a `DeviceError` where what differs may
 * be no drift.
 */
export function* judgeSides(
	{ intended, running, same, shrink, disturbances }: ReadSides,
	device: Device,
	tools: AuditTools,
): Steps<Judgement> {
	const masks = tools.masksOf(device);
	const options = tools.optionsFor(device);
	if (!same) refuseSilent(device, intended, { ...options, syntax: masks.platform.syntax });
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
