import { findWithheld, scanWhole } from '../domain/config/completeness.ts';
import { formatOfStyle, strangeFormat } from '../domain/config/format.ts';
import { prepareLines } from '../domain/config/prepare-config.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { Platform } from '../domain/platform/platform.ts';
import type { SyntaxStyle } from '../domain/platform/syntax.ts';
import { atOnce, type Steps } from '../domain/steps.ts';
import { DeviceError, DriftAuditError } from '../errors.ts';
import type { AuditTools } from './audit-tools.ts';
import { Deadline } from './pacing/deadline.ts';
import type { FetchedConfig, FetchListener } from './ports.ts';
import { outOfTime } from './unknown-report.ts';

/** Fetches a device's running-config, proves that it is whole and masks it. Throws a `DeviceError` that says why not. */
export async function fetchRunning(device: Device, tools: AuditTools, signal: AbortSignal): Promise<DeviceConfig> {
	const { text } = await fetchText(device, tools, { signal });
	return atOnce(readRunning(device, text, tools));
}

/** Fetches the text of a device's running-config. Whether it is whole is not known yet, and nothing is masked. */
export async function fetchText(
	device: Device,
	{ adapter, timeoutOf }: AuditTools,
	{ signal, listener }: { readonly signal: AbortSignal; readonly listener?: FetchListener },
): Promise<FetchedConfig> {
	using deadline = new Deadline(signal, timeoutOf(device));
	return await untilAborted(device, adapter.fetchConfig(device, deadline.signal, listener), deadline.signal);
}

/** Proves that what was fetched is whole, masks and reads it. Throws a `DeviceError` where one of it cannot be done. */
export function* readRunning(device: Device, text: string, { masksOf }: AuditTools): Steps<DeviceConfig> {
	const masks = masksOf(device);
	refuseWithheld(device, text, masks.platform);
	try {
		const { lines, incompleteness } = yield* scanWhole(text, masks.platform);
		if (lines === null) throw notWhole(device, incompleteness);
		checkFormat(device, text, masks.platform.syntax.style);
		yield;
		return yield* prepareLines(lines, masks);
	} catch (error) {
		if (!(error instanceof DriftAuditError) || error instanceof DeviceError) throw error;
		const message = `the running-config cannot be read: ${error.message}`;
		throw new DeviceError(device.name, error.code, message, { cause: error, reachable: true });
	}
}

/** A text that ends as it should may have lost a part: where the device says so. An intended config may say so too. */
export function refuseWithheld(device: Device, text: string, platform: Platform): void {
	const withheld = findWithheld(text, platform);
	if (withheld !== null) throw notWhole(device, withheld);
}

/** A text that proves to be whole may still be another one than the device is compared by. */
function checkFormat({ name, platform, transport }: Device, text: string, style: SyntaxStyle): void {
	const strange = strangeFormat(text, style);
	if (strange === null) return;
	const message = `the running-config is ${strange}, but ${transport} should give ${formatOfStyle(style)} on ${platform}`;
	throw new DeviceError(name, 'ERR_PARSE', message, { reachable: true });
}

/** @param incompleteness - as `incompletenessOf` says it */
export function notWhole(device: Device, incompleteness: string): DeviceError {
	const message = `the running-config is incomplete: ${incompleteness}. Look for a pager, a dropped line or missing rights`;
	return new DeviceError(device.name, 'ERR_INCOMPLETE', message, { reachable: true });
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
