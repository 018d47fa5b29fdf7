import type { Device } from '../domain/device.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { DeviceError, isTimeout } from '../errors.ts';
import type { Progress } from './ports.ts';

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

/** What a failure says about a device; one that nobody foresaw is told to the debug log. */
export function unknownReport(
	device: Device,
	error: unknown,
	{ blank, progress }: { readonly blank: DeviceReport; readonly progress: Progress },
): DeviceReport {
	if (error instanceof DeviceError) return failedReport(error, blank);
	progress.defect(device, error);
	return blank;
}

/** What an expected failure says about a device. */
export function failedReport(error: DeviceError, blank: DeviceReport): DeviceReport {
	const { reason, hostKeyUnknown, cancelled, message, reachable, line } = error;
	const more = { ...(hostKeyUnknown ? { hostKeyUnknown } : {}), ...(cancelled ? { cancelled } : {}) };
	const known = { ...blank, reason, ...more, message, reachable };
	return { ...known, ...(line === null ? {} : { findings: [{ line, message }] }) };
}

/** Throws where the run's time is over: what is under way for the device is given up. */
export function refuseOutOfTime(device: Device, signal: AbortSignal): void {
	if (signal.aborted) throw outOfTime(device, signal);
}

/** A device that was not done, or not even asked, when the run's time was over. */
export function outOfTime(device: Device, signal: AbortSignal): DeviceError {
	return isTimeout(signal.reason)
		? new DeviceError(
				device.name,
				'ERR_TIMEOUT',
				'not finished in time. Raise `timeouts` or the deadline, or find out why it is slow',
			)
		: new DeviceError(device.name, 'ERR_CANCELLED', 'the run was cancelled before this device was done');
}
