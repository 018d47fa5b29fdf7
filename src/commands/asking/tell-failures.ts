import type { DeviceError } from '../../errors.ts';
import type { Log } from '../../infrastructure/log.ts';
import { groupFailures } from '../../reporting/group-failures.ts';

/**
 * Tells which devices could not be asked, and why: of many to which the same happened once. That a run was cancelled says nothing
 * of those that it had not done.
 */
export function tellFailures(errors: readonly DeviceError[], { error }: Pick<Log, 'error'>): void {
	const cancelled = errors.filter(({ code }) => code === 'ERR_CANCELLED');
	const failed = errors.filter(({ code }) => code !== 'ERR_CANCELLED');
	const failures = failed.map(({ device, reason, hostKeyUnknown, messageInFull }) => ({
		name: device,
		reason,
		hostKeyUnknown,
		message: messageInFull,
	}));
	for (const { devices, reason, message } of groupFailures(failures)) {
		error(`${devices.map(({ name }) => name).join(', ')}: ${reason}: ${message}`);
	}
	if (cancelled.length > 0)
		error(`interrupted before it was done: ${cancelled.map(({ device }) => device).join(', ')}`);
}
