import { DeviceError, isTimeout } from '../../errors.ts';
import { ConnectionFailure } from './connection-failure.ts';
import { describeLogin, describeLoginInFull } from './login.ts';

/** Gives an error of the connection its device. What is none of ours is a defect and comes back as it is. */
export function toDeviceError(
	error: unknown,
	context: {
		readonly device: string;
		readonly where: string;
		/** Whether the device had let us in. */
		readonly reachable: boolean;
		readonly signal: AbortSignal;
	},
): unknown {
	const { device, where, reachable, signal } = context;
	if (signal.aborted) {
		const overdue = isTimeout(signal.reason);
		const message = overdue
			? `${where} did not finish in time. Raise timeouts.device or the deadline`
			: `${where} was abandoned because the run was cancelled`;
		return new DeviceError(device, overdue ? 'ERR_TIMEOUT' : 'ERR_CANCELLED', message, { cause: error, reachable });
	}
	if (error instanceof ConnectionFailure) {
		const { code, message, cause = error, hostKeyLine, login } = error;
		const options = { cause, reachable, hostKeyLine };
		if (login === null) return new DeviceError(device, code, message, options);
		return new DeviceError(device, code, `${message}. ${describeLogin(login)}`, {
			...options,
			messageInFull: `${message}. ${describeLoginInFull(login)}`,
		});
	}
	return error;
}
