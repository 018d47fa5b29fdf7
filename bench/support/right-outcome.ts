import type { DeviceReport } from '../../src/domain/fleet-report.ts';
import type { LineFault } from '../../src/simulator/faults/line-fault.ts';
import type { Fault, SimulatedDevice } from '../../src/simulator/simulated-device.ts';

type Outcome = NonNullable<DeviceReport['reason']> | DeviceReport['status'];

/** What may come of a fault of a device with a shell. */
const OF_SESSIONS: Readonly<Record<Fault, readonly Outcome[]>> = {
	none: ['in-sync'],
	unreachable: ['unreachable'],
	'auth-failed': ['auth-failed'],
	'wrong-host-key': ['host-key-mismatch'],
	silent: ['timed-out'],
	'resets-once': ['in-sync'],
	truncated: ['incomplete'],
	dropped: ['incomplete'],
	hang: ['timed-out'],
	drips: ['timed-out'],
	reloads: ['incomplete'],
	floods: ['incomplete', 'timed-out'],
	garbled: ['drifted', 'incomplete'],
	// Read again, and in every reading a message: nobody can tell it from a line of the config.
	'logs-in-between': ['in-sync', 'drifted', 'incomplete'],
	'prompts-in-between': ['drifted'],
	'echoes-twice': ['in-sync'],
	'renames-itself': ['in-sync'],
	'pages-always': ['in-sync'],
	'pager-sticks': ['timed-out'],
	'clock-jumps': ['in-sync'],
	// Where it is "enable" that is not known, the account gets no further.
	rejects: ['command-rejected', 'auth-failed'],
};

/**
 * Behind the last byte that a session sends nothing can break: a place that is never reached is a good line. A connection that
 * ends when the password has been offered is how many devices refuse one.
 */
const OF_LINES: Readonly<Record<LineFault['kind'], readonly Outcome[]>> = {
	reset: ['unreachable', 'auth-failed', 'incomplete', 'in-sync'],
	end: ['unreachable', 'auth-failed', 'incomplete', 'in-sync'],
	hang: ['timed-out', 'in-sync'],
	drip: ['timed-out', 'in-sync'],
	flood: ['unreachable', 'auth-failed', 'incomplete', 'timed-out', 'in-sync'],
	// One byte of its host key is enough to make it another device's.
	garble: ['unreachable', 'auth-failed', 'incomplete', 'timed-out', 'host-key-mismatch', 'in-sync'],
};

export function isRightFor({ fault, lineFault }: SimulatedDevice, device: DeviceReport): boolean {
	const right = lineFault === undefined ? OF_SESSIONS[fault] : OF_LINES[lineFault.kind];
	return right.includes(device.reason ?? device.status);
}

export function describeFault({ fault, lineFault }: SimulatedDevice): string {
	return lineFault === undefined ? fault : `${lineFault.kind} after ${lineFault.afterBytes} bytes`;
}
