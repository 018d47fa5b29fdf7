import type { DeviceError } from '../../errors.ts';
import type { Log } from '../../infrastructure/log.ts';
import { groupFailures } from '../../reporting/group-failures.ts';

/** Tells which devices could not be asked, and why: of many to which the same happened once. */
export function tellFailures(errors: readonly DeviceError[], { error }: Pick<Log, 'error'>): void {
	const failures = errors.map(({ device, reason, hostKeyUnknown, messageInFull }) => ({
		name: device,
		reason,
		hostKeyUnknown,
		message: messageInFull,
	}));
	for (const { devices, reason, message } of groupFailures(failures)) {
		error(`${devices.map(({ name }) => name).join(', ')}: ${reason}: ${message}`);
	}
}
