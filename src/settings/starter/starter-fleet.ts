import { stringify } from 'yaml';
import { REPOSITORY } from '../../repository.ts';

/** A device that is written into the file. */
export interface StarterDevice {
	readonly name: string;
	readonly host: string;
	/** null: that of `defaults`. */
	readonly platform: string | null;
	readonly port?: number | null;
	/** ssh is left out. */
	readonly transport?: string;
	/** null: that of the credentials. */
	readonly username?: string | null;
	readonly site?: string | null;
	readonly role?: string | null;
	readonly tags?: readonly string[];
}

/** What a fleet.yml begins with. */
export interface StarterFleet {
	readonly intended: string;
	/** Of devices that do not say their own; null: all do. */
	readonly platform: string | null;
	readonly login: 'password' | 'private-key';
	/**
	 * The password of the privileged mode: by reference, as a hint in a comment, or nothing, where no platform has such a
	 * mode.
	 */
	readonly enable: 'reference' | 'hint' | 'none';
	/** An entry of `inventory`; null: the devices stand in the file. */
	readonly inventory: Readonly<Record<string, string>> | null;
	readonly devices: readonly StarterDevice[];
}

/** The text of a fleet.yml that says what its parts are for. */
export function starterFleet({ intended, platform, login, enable, inventory, devices }: StarterFleet): string {
	const defaults = { ...(platform === null ? {} : { platform }), credentials: 'audit' };
	const secret = login === 'password' ? { password: `\${FLEET_PASSWORD}` } : { 'private-key': `\${FLEET_PRIVATE_KEY}` };
	const privileged = enable === 'reference' ? { enable: `\${FLEET_ENABLE}` } : {};
	const parts = [
		`${HEAD}\n${block({ version: 1 })}`,
		part('Where the intended config of each device is; {platform}, {site} and {role} are replaced, too.', {
			intended,
		}),
		part(HOST_KEYS, { 'known-hosts': 'known_hosts' }),
		part('For devices that do not say otherwise.', { defaults }),
		part(enable === 'hint' ? `${LOGIN}\n# ${ENABLE}` : LOGIN, {
			credentials: { audit: { username: `\${FLEET_USERNAME}`, ...secret, ...privileged } },
		}),
		inventory === null
			? null
			: part('Devices that are kept elsewhere. What "devices" says about one of them wins.', {
					inventory: [inventory],
				}),
		devices.length === 0 ? null : part(DEVICES, { devices: Object.fromEntries(devices.map(entryOf)) }),
		part(POLICY, { policy: { scope: 'full', 'fail-on': ['drift', 'unknown'] } }),
	];
	return parts.filter((text) => text !== null).join('\n');
}

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/v0/schema/fleet.schema.json
# The fleet: its devices, how to log in to them, and what counts as drift.`;
const HOST_KEYS = `SSH host keys that are trusted. "fleet-drift doctor" prints those of your devices: compare, then add them.
# Too many? "host-keys: accept-new" in defaults adds each at first sight: on a network that you trust, once.`;
const LOGIN = 'How to log in, by reference to environment variables only. An account that may only read is enough.';
const ENABLE = `Does "enable" ask for another password? Then add enable: "\${FLEET_ENABLE}"`;
const DEVICES = 'The devices, by name. "fleet-drift platforms" lists the operating systems.';

const POLICY = `What counts as drift, and what fails a run. "unknown" is a device that could not be read: without it, a run that
# could not log in anywhere would pass.`;

function entryOf({
	name,
	host,
	platform,
	port = null,
	transport = 'ssh',
	username = null,
	site = null,
	role = null,
	tags = [],
}: StarterDevice) {
	const said = { host, port, platform, transport: transport === 'ssh' ? null : transport, username, site, role };
	const settings = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
	return [name, tags.length === 0 ? settings : { ...settings, tags }] as const;
}

function part(comment: string, value: Readonly<Record<string, unknown>>): string {
	return `# ${comment}\n${block(value)}`;
}

/** The innermost mappings and lists on one line, as people write a fleet. */
function block(value: Readonly<Record<string, unknown>>): string {
	const [[key, content] = ['', null]] = Object.entries(value);
	if (typeof content !== 'object' || content === null) return stringify(value, WIDE);
	const isShort =
		!Array.isArray(content) &&
		Object.values(content).every((child) => typeof child !== 'object' || Array.isArray(child));
	if (isShort) return `${key}: ${flow(content)}\n`;
	const lines = Array.isArray(content)
		? content.map((item) => `  - ${flow(item)}`)
		: Object.entries(content).map(([name, child]) => `  ${name}: ${flow(child)}`);
	return `${key}:\n${lines.join('\n')}\n`;
}

const WIDE = { lineWidth: 0 } as const;

function flow(value: unknown): string {
	return stringify(value, {
		...WIDE,
		collectionStyle: 'flow',
		flowCollectionPadding: true,
		defaultStringType: 'PLAIN',
	}).trimEnd();
}
