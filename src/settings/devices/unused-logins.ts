import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import type { RestRules } from '../../domain/platform/rest-rules.ts';
import { inPortions, type Steps } from '../../domain/steps.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import { partFor } from './device-logins.ts';
import type { DeviceEntry } from './devices.ts';

type Part = 'password' | 'private-key' | 'passphrase' | 'agent' | 'enable' | 'token';

/** Why nobody needs a part that nobody needs. */
const REASONS: Readonly<Record<Part, string>> = {
	password: 'everything that uses them logs in by token',
	'private-key': 'a key logs in over SSH, and everything that uses them is reached another way',
	passphrase: 'a key logs in over SSH, and everything that uses them is reached another way',
	agent: 'an agent logs in over SSH, and everything that uses them is reached another way',
	enable: 'nothing that uses them asks for an enable password',
	token: 'no device sends it (transport rest does, where the platform takes one)',
};
const SSH_PARTS: readonly Part[] = ['password', 'private-key', 'passphrase', 'agent'];

/** Warns of secrets that stand in credentials and are never given to anybody, whichever devices and bastions use them. */
export function* warnOfUnusedLogins(
	source: FleetSource,
	{ entries, platforms }: { readonly entries: readonly DeviceEntry[]; readonly platforms: PlatformRegistry },
): Steps<void> {
	const { draft, document, problems } = source;
	const used = new Map<string, Set<Part>>();
	const use = (name: string, parts: readonly Part[]): void => {
		const known = used.get(name) ?? new Set();
		for (const part of parts) known.add(part);
		used.set(name, known);
	};
	const asked = new Set<string>();
	yield* inPortions(entries, ({ device, credentials: name }) => {
		if (name === null) return;
		// A fleet has few kinds of devices, however many it has of each.
		const kind = `${device.transport} ${device.platform} ${name}`;
		if (asked.has(kind)) return;
		asked.add(kind);
		const platform = platforms.resolve(device.platform);
		if (platform === null) return;
		const holds = (part: Part): boolean => document.has(['credentials', name, part]);
		use(name, device.transport === 'rest' ? restParts(platform.rest, holds) : sshParts(platform, device.transport));
	});
	for (const bastion of Object.values(draft.bastions ?? {})) {
		if (bastion?.credentials !== undefined) use(bastion.credentials, SSH_PARTS);
	}
	for (const name of Object.keys(draft.credentials ?? {})) {
		const needed = used.get(name);
		for (const [part, why] of Object.entries(REASONS) as [Part, string][]) {
			// Credentials that are not used at all may be kept for devices to come.
			if (needed === undefined || needed.has(part) || !document.has(['credentials', name, part])) continue;
			problems.warnAtKey(['credentials', name, part], `the ${part} of credentials.${name} is not used: ${why}`);
		}
	}
}

function sshParts({ cli }: Platform, transport: DeviceEntry['device']['transport']): readonly Part[] {
	return transport === 'ssh' && cli.enable !== null ? [...SSH_PARTS, 'enable'] : SSH_PARTS;
}

/** One way to log in is taken, and no other is tried after it. */
function restParts(rest: RestRules | undefined, holds: (part: Part) => boolean): readonly Part[] {
	const login = rest?.logins.find((way) => holds(partFor(way)));
	if (rest === undefined || login === undefined) return ['password', 'token'];
	const asksToEnable = JSON.stringify(rest.showRunning).includes('{enable}');
	return [partFor(login), ...(asksToEnable ? (['enable'] as const) : [])];
}
