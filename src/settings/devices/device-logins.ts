import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import type { RestLogin } from '../../domain/platform/rest-rules.ts';
import { inPortions, type Steps } from '../../domain/steps.ts';
import { alternatives } from '../../domain/text/alternatives.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import type { Path } from '../yaml/yaml-index.ts';
import type { DeviceEntry } from './devices.ts';

/** What a way in takes: one of these is enough. */
type Need = 'password' | 'private-key' | 'agent' | 'token';

/**
 * Tells devices whose credentials hold nothing that their transport takes. Whether the values are there is another question.
 */
export function* checkDeviceLogins(
	source: FleetSource,
	{ entries, platforms }: { readonly entries: readonly DeviceEntry[]; readonly platforms: PlatformRegistry },
): Steps<void> {
	const { document, problems } = source;
	yield* inPortions(entries, ({ device, credentials }) => {
		if (credentials === null) return;
		const rest = device.transport === 'rest' ? platforms.resolve(device.platform)?.rest : undefined;
		const needs = rest === undefined ? SSH_NEEDS : [...new Set(rest.logins.map(partFor))];
		const held = ALL_NEEDS.filter((need) => document.has(['credentials', credentials, need]));
		// Credentials that hold nothing at all are told of where they stand.
		if (held.length === 0 || held.some((need) => needs.includes(need))) return;
		const finding = {
			message: `device ${device.name} cannot be logged in to over ${device.transport}: credentials.${credentials} holds no ${alternatives(needs)}`,
			fix: 'Add it there by reference, or name other credentials',
		};
		problems.add(credentialsPath(source, device.name), finding, device.name);
	});
}

/** What of its credentials a device is sent by a login to its API. */
export function partFor({ kind }: RestLogin): 'password' | 'token' {
	return kind === 'token' ? 'token' : 'password';
}

const SSH_NEEDS: readonly Need[] = ['password', 'private-key', 'agent'];
const ALL_NEEDS: readonly Need[] = [...SSH_NEEDS, 'token'];

function credentialsPath({ document }: FleetSource, device: string): Path {
	const own = ['devices', device, 'credentials'];
	return document.has(own) ? own : ['defaults', 'credentials'];
}
