import { stringify } from 'yaml';
import type { Transport } from '../../domain/device.ts';
import type { DeviceTransport } from '../../domain/platform/transports.ts';
import { REPOSITORY } from '../../repository.ts';

/** A device that is written into the file. */
export interface StarterDevice {
	readonly name: string;
	readonly host: string;
	/** null: that of `defaults`. */
	readonly platform: string | null;
	readonly port?: number | null;
	/** Left out: that of `defaults`. */
	readonly transport?: Transport;
	/** null: that of the credentials. */
	readonly username?: string | null;
	readonly site?: string | null;
	readonly role?: string | null;
	readonly tags?: readonly string[];
}

/** What the login of a new fleet.yml is made of, beside the username. */
export type LoginMethod = 'password' | 'private-key' | 'token';

/** What a fleet.yml begins with. */
export interface StarterFleet {
	readonly intended: string;
	/** Of devices that do not say their own; null: all do. */
	readonly platform: string | null;
	/** Of devices that do not say their own. */
	readonly transport: DeviceTransport;
	readonly login: LoginMethod;
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
export function starterFleet(starter: StarterFleet): string {
	const { intended, platform, transport, login, enable, inventory, devices } = starter;
	const defaults = {
		...(platform === null ? {} : { platform }),
		...(transport === 'ssh' ? {} : { transport }),
		credentials: 'audit',
	};
	const privileged = enable === 'reference' ? { enable: `\${FLEET_ENABLE}` } : {};
	const parts = [
		`${HEAD}\n${block({ version: 1 })}`,
		part('Where the intended config of each device is; {platform}, {site} and {role} are replaced, too.', {
			intended,
		}),
		transport === 'rest' ? null : part(HOST_KEYS, { 'known-hosts': 'known_hosts' }),
		part(transport === 'rest' ? `${DEFAULTS} ${CERTIFICATES}` : DEFAULTS, { defaults }),
		part(`${LOGIN} ${transport === 'rest' ? RIGHTS : READ_ONLY}${enable === 'hint' ? `\n# ${ENABLE}` : ''}`, {
			credentials: { audit: { ...SECRETS[login], ...privileged } },
		}),
		inventory === null
			? null
			: part('Devices that are kept elsewhere. What "devices" says about one of them wins.', {
					inventory: [inventory],
				}),
		devices.length === 0
			? null
			: part(DEVICES, { devices: Object.fromEntries(devices.map((device) => entryOf(device, transport))) }),
		part(POLICY, { policy: { scope: 'full', 'fail-on': ['drift', 'unknown'] } }),
	];
	return parts.filter((text) => text !== null).join('\n');
}

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/v0/schema/fleet.schema.json
# The fleet: its devices, how to log in to them, and what counts as drift.`;
/** By reference; a token says whose it is. */
const SECRETS: Readonly<Record<LoginMethod, Readonly<Record<string, string>>>> = {
	password: { username: `\${FLEET_USERNAME}`, password: `\${FLEET_PASSWORD}` },
	'private-key': { username: `\${FLEET_USERNAME}`, 'private-key': `\${FLEET_PRIVATE_KEY}` },
	token: { token: `\${FLEET_TOKEN}` },
};
const HOST_KEYS = `SSH host keys that are trusted. "fleet-drift doctor" prints those of your devices: compare, then add them.
# Too many? "host-keys: accept-new" in defaults adds each at first sight: on a network that you trust, once.`;
const DEFAULTS = 'For devices that do not say otherwise.';
const CERTIFICATES = `Do their certificates come from a CA of your own?
# Then add ca-file: the path of its PEM file.`;
const LOGIN = 'How to log in, by reference to environment variables only.';
const READ_ONLY = 'An account that may only read is enough, if it sees all of the config.';
const RIGHTS = `Which rights it takes is up to the API:\n# https://github.com/${REPOSITORY}/blob/v0/docs/fleet.md#netconf-and-rest`;
const ENABLE = `Does "enable" ask for another password? Then add enable: "\${FLEET_ENABLE}"`;
const DEVICES = 'The devices, by name. "fleet-drift platforms" lists the operating systems.';

const POLICY = `What counts as drift, and what fails a run. "unknown" is a device that could not be read: without it, a run that
# could not log in anywhere would pass.`;

function entryOf({ name, tags = [], ...device }: StarterDevice, usual: DeviceTransport) {
	const { host, platform, port = null, transport = usual, username = null, site = null, role = null } = device;
	const said = { host, port, platform, transport: transport === usual ? null : transport, username, site, role };
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
