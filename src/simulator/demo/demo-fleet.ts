import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, SimulatedDevice } from '../simulated-device.ts';
import { demoClientKey, demoPassword } from '../simulated-keys.ts';
import { demoEdits } from './demo-edits.ts';
import { edited } from './edit-config.ts';

/** The sample fleet, ready to be started, and the variables that its fleet.yml refers to. */
export interface DemoFleet {
	readonly devices: readonly SimulatedDevice[];
	readonly env: Readonly<Record<string, string>>;
}

/** Below the ports that Linux gives to outgoing connections (32768 and up): one of those may be taken at any time. */
const FIRST_PORT = 22_201;
const USERNAME = 'auditor';

/** In the order of fleet.yml, from which the ports follow. */
const INVENTORY: Readonly<Record<string, string>> = {
	'ams-edge-01': 'cisco_xr',
	'ams-edge-02': 'cisco_xr',
	'ams-core-01': 'juniper_junos',
	'ams-core-02': 'juniper_junos',
	'ams-spine-01': 'arista_eos',
	'ams-spine-02': 'arista_eos',
	'ams-leaf-01': 'arista_eos',
	'ams-leaf-02': 'arista_eos',
	'ams-leaf-03': 'arista_eos',
	'ams-leaf-04': 'arista_eos',
	'ams-branch-01': 'cisco_ios',
	'ams-branch-02': 'cisco_ios',
	'fra-edge-01': 'cisco_xr',
	'fra-edge-02': 'cisco_xr',
	'fra-core-01': 'juniper_junos',
	'fra-core-02': 'juniper_junos',
	'fra-spine-01': 'cisco_nxos',
	'fra-spine-02': 'cisco_nxos',
	'fra-leaf-01': 'cisco_nxos',
	'fra-leaf-02': 'cisco_nxos',
	'fra-leaf-03': 'cisco_nxos',
	'fra-leaf-04': 'cisco_nxos',
	'fra-branch-01': 'cisco_ios',
	'fra-branch-02': 'cisco_ios',
	'lon-edge-01': 'frr',
	'lon-edge-02': 'frr',
	'lon-rr-01': 'frr',
	'lon-core-01': 'juniper_junos',
	'lon-core-02': 'cisco_xr',
	'lon-branch-01': 'cisco_ios',
	'lon-branch-02': 'cisco_ios',
	'lon-branch-03': 'cisco_ios',
};

const FAULTS: Readonly<Record<string, Fault>> = {
	'fra-leaf-04': 'auth-failed',
	'fra-branch-02': 'unreachable',
	'lon-core-02': 'truncated',
};

/** Round trip from an office in Amsterdam. */
const LATENCY_MS: Readonly<Record<string, number>> = { ams: 4, fra: 9, lon: 12 };
/** What rendering its configuration takes a platform; slow control planes stay slow. */
const COMMAND_MS: Readonly<Record<string, number>> = {
	cisco_ios: 900,
	cisco_nxos: 600,
	cisco_xr: 1_100,
	arista_eos: 400,
	juniper_junos: 500,
	frr: 80,
};
/** Platforms whose devices know the auditor by key; the others ask for a password. */
const BY_KEY: readonly string[] = ['juniper_junos', 'frr'];

/**
 * Reads the intended configs of the sample fleet and makes of them what its devices run.
 *
 * @param intendedDir - the repository's `intended-configs`
 */
export function demoFleet({ intendedDir }: { readonly intendedDir: string }): DemoFleet {
	const devices = Object.entries(INVENTORY).map(([name, platform], index) => {
		const intended = readFileSync(join(intendedDir, `${name}.cfg`), 'utf8');
		return demoDevice({ name, platform, intended, port: FIRST_PORT + index });
	});
	const env = {
		FLEET_USERNAME: USERNAME,
		FLEET_PASSWORD: demoPassword('login'),
		FLEET_ENABLE: demoPassword('enable'),
		FLEET_PRIVATE_KEY: demoClientKey().privateKey,
	};
	return { devices, env };
}

interface DemoDeviceOptions {
	readonly name: string;
	readonly platform: string;
	readonly intended: string;
	readonly port: number;
}

function demoDevice({ name, platform, intended, port }: DemoDeviceOptions): SimulatedDevice {
	const { drift = [], noise = [], lastChange } = demoEdits[name] ?? {};
	const byKey = BY_KEY.includes(platform);
	return {
		name,
		platform,
		port,
		runningConfig: edited(intended, [...drift, ...noise]),
		username: USERNAME,
		password: byKey ? null : demoPassword('login'),
		publicKey: byKey ? demoClientKey().publicKey : null,
		enablePassword: platform === 'cisco_ios' || name.includes('spine') ? demoPassword('enable') : null,
		latencyMs: LATENCY_MS[name.slice(0, 3)] ?? 0,
		commandMs: COMMAND_MS[platform] ?? 0,
		pageLines: 24,
		fault: FAULTS[name] ?? 'none',
		...greetingOf(name, platform),
		...(lastChange === undefined ? {} : { lastChange }),
	};
}

/** Greetings that end like a prompt: a client that takes the first `#` for one learns the wrong prompt here. */
function greetingOf(name: string, platform: string): Pick<SimulatedDevice, 'banner' | 'motd'> {
	if (platform === 'cisco_ios')
		return { motd: `${name}: authorised access only.\nTrouble? mail <noc@example.com>\nRack row #` };
	if (platform === 'arista_eos') return { banner: `${name} belongs to Example. Authorised access only.` };
	return {};
}
