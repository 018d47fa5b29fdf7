import { type LogMessageLine, logMessageLines, logMessageName } from '../domain/config/log-messages.ts';
import type { Device } from '../domain/device.ts';
import type { Change } from '../domain/drift-report.ts';
import { DeviceError } from '../errors.ts';
import type { AuditTools } from './audit-tools.ts';

/** Log messages in a running config that cannot be read again; a session of our own is, when one comes into it. */
export function disturbancesIn(running: string, { fetchedElsewhere }: AuditTools): readonly LogMessageLine[] {
	return fetchedElsewhere === true ? logMessageLines(running) : [];
}

/**
 * Throws a `DeviceError` where a log message may be what differs: it may have cut a line in two, and the halves look like
 * drift. One that changes nothing around it is no harm, and one that the intended config has is part of the config.
 */
export function checkUndisturbed(
	device: Device,
	{ disturbances, changes }: { readonly disturbances: readonly LogMessageLine[]; readonly changes: readonly Change[] },
): void {
	if (disturbances.length === 0) return;
	const changed = new Set(changes.map(({ runningLine }) => runningLine));
	const harmful = disturbances.find(({ number }) => [number - 1, number, number + 1].some((line) => changed.has(line)));
	if (harmful !== undefined) throw disturbed(device, harmful, 'what differs there may be what it cut');
}

/** The same where there is nothing to compare with: any message may have cut a line in two. */
export function refuseDisturbed(device: Device, running: string, tools: AuditTools): void {
	const [first] = disturbancesIn(running, tools);
	if (first !== undefined) throw disturbed(device, first, 'it may have cut a line in two');
}

function disturbed({ name }: Device, { number, line }: LogMessageLine, harm: string): DeviceError {
	const message =
		`line ${number} of the running-config reads like a log message ("${logMessageName(line)}") that came ` +
		`into it, and ${harm}. Fetch it again with log messages switched off for the ` +
		"account's terminal; if the line belongs to the config, write it into the intended config";
	return new DeviceError(name, 'ERR_INCOMPLETE', message, { reachable: true });
}
