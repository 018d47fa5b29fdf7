import type { DeviceTransport } from '../../domain/platform/transports.ts';
import { platforms } from '../../platforms/index.ts';
import type { LoginMethod } from '../../settings/starter/starter-fleet.ts';

/** Ways to log in that a transport takes, the usual one first; of a platform that is not known yet, all that any takes. */
export function loginsOf({
	transport,
	platform,
}: {
	readonly transport: DeviceTransport;
	readonly platform: string | null;
}): readonly [LoginMethod, ...LoginMethod[]] {
	if (transport !== 'rest') return ['password', 'private-key'];
	const kinds = platforms.resolve(platform ?? '')?.rest?.logins.map(({ kind }) => kind) ?? ['basic', 'token'];
	if (!kinds.includes('token')) return ['password'];
	return kinds.some((kind) => kind !== 'token') ? ['password', 'token'] : ['token'];
}
