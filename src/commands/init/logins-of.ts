import type { DeviceTransport } from '../../domain/platform/transports.ts';
import { platforms } from '../../platforms/index.ts';
import { partFor } from '../../settings/devices/device-logins.ts';
import type { LoginMethod } from '../../settings/starter/starter-fleet.ts';

/**
 * Ways to log in that a transport takes on each of these platforms, the usual one first; all that any takes where no platform
 * is known, or nothing suits all of them.
 */
export function loginsOf(
	transport: DeviceTransport,
	names: readonly string[],
): readonly [LoginMethod, ...LoginMethod[]] {
	if (transport !== 'rest') return ['password', 'private-key'];
	const takenBy = names.map((name) => platforms.resolve(name)?.rest?.logins.map(partFor) ?? WAYS);
	const [first, ...others] = WAYS.filter((way) => takenBy.every((taken) => taken.includes(way)));
	return first === undefined ? WAYS : [first, ...others];
}

const WAYS = ['password', 'token'] as const;
