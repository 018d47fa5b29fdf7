import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostKeyOf } from '../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { startNetBox } from '../support/inventory/netbox-server.ts';
import { testAuthority } from '../support/rest/rest-server.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { removeFolder } from '../support/temporary-folder.ts';

const NAMES = ['edge-1', 'edge-2'] as const;
const [IN_SYNC, DRIFTED] = NAMES;
const devices = [
	simulatedDevice({ name: IN_SYNC, runningConfig: iosConfig(IN_SYNC) }),
	simulatedDevice({ name: DRIFTED, runningConfig: iosConfig(DRIFTED, { timers: '5 15' }) }),
];

let fleet: SimulatedFleet;
let folder = '';
beforeAll(async () => {
	fleet = await startSimulatedFleet({ devices });
	folder = await mkdtemp(join(tmpdir(), 'inventories-'));
	for (const name of NAMES) await write(`intended/${name}.cfg`, iosConfig(name));
	await write('ca.pem', testAuthority);
});
afterAll(async () => {
	await fleet[Symbol.asyncDispose]();
	await removeFolder(folder);
});

async function write(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(folder, path)), { recursive: true });
	await writeFile(join(folder, path), text);
}

/** What no inventory knows: host keys, and here the ports, because devices of a test share one address. */
function fleetYml(entry: string): string {
	// RANCID knows a device by its name alone, and nobody resolves the names of a test.
	const host = entry.includes('rancid') ? `host: ${fleet.host}, ` : '';
	const own = NAMES.map(
		(name) => `  ${name}: { ${host}port: ${fleet.portOf(name)}, host-key: "${hostKeyOf(name).fingerprint}" }`,
	);
	return `version: 1
intended: intended/{device}.cfg
defaults: { credentials: lab }
credentials: { lab: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" } }
inventory: [${entry}]
devices:
${own.join('\n')}
`;
}

const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'{ from: ansible, file: inv/hosts.ini }': {
		'inv/hosts.ini': '[edge]\nedge-[1:2]\n[edge:vars]\nansible_host=127.0.0.1\nansible_network_os=cisco.ios.ios\n',
		'inv/group_vars/edge.yml': 'site: ams\n',
	},
	'{ from: ansible, file: hosts.yml }': {
		'hosts.yml':
			'edge: { vars: { ansible_host: 127.0.0.1, ansible_network_os: ios, site: ams }, hosts: { edge-1: {}, edge-2: {} } }\n',
	},
	'{ from: nornir, file: nornir/hosts.yaml }': {
		'nornir/hosts.yaml': 'edge-1: { groups: [ams] }\nedge-2: { groups: [ams] }\n',
		'nornir/groups.yaml': 'ams: { hostname: 127.0.0.1, platform: ios, data: { site: ams } }\n',
	},
	'{ from: oxidized, file: ox/router.db, columns: { name: 0, platform: 1, site: 2, host: 3 } }': {
		'ox/router.db': 'edge-1:ios:ams:127.0.0.1\nedge-2:ios:ams:127.0.0.1\n',
	},
	'{ from: rancid, file: router.db }': { 'router.db': 'edge-1;cisco;up\nedge-2;cisco;up\nedge-3;cisco;down\n' },
	'{ from: csv, file: devices.csv }': {
		'devices.csv': 'Name,IP,OS,Site\nedge-1,127.0.0.1,cisco_ios,ams\nedge-2,127.0.0.1,cisco_ios,ams\n',
	},
};

interface Report {
	readonly devices: readonly { readonly name: string; readonly status: string; readonly site: string | null }[];
}

async function audit(env: Readonly<Record<string, string>> = {}) {
	const { stdout, stderr, exitCode } = await spawnCli(['audit', '--json', '-'], {
		cwd: folder,
		env: { ...LOGIN, ...env },
	});
	expect(stderr).not.toContain('problems');
	const { devices: found } = JSON.parse(stdout) as Report;
	return { exitCode, stdout, stderr, statuses: found.map(({ name, status }) => [name, status]), found };
}

const AUDITED = [
	[IN_SYNC, 'in-sync'],
	[DRIFTED, 'drifted'],
];

describe('an audit of what another tool keeps', () => {
	it.each(Object.entries(files))('%s', async (entry, written) => {
		for (const [path, text] of Object.entries(written)) await write(path, text);
		await write('fleet.yml', fleetYml(entry));

		const { statuses, exitCode, found } = await audit();

		expect(statuses).toEqual(AUDITED);
		expect(exitCode).toBe(1);
		if (!entry.includes('rancid')) expect(found.map(({ site }) => site)).toEqual(['ams', 'ams']);
	});

	it('{ from: netbox }', async () => {
		const token = 'aaaaaaaabbbbbbbbccccccccddddddddeeeeeeee';
		const known = NAMES.map((name) => ({
			name,
			address: '127.0.0.1/8',
			platform: 'cisco-ios',
			site: 'ams',
			role: 'edge',
		}));
		await using netbox = await startNetBox({ devices: known, authorization: `Token ${token}` });
		const url = `https://127.0.0.1:${netbox.port}`;
		await write('fleet.yml', fleetYml(`{ from: netbox, url: "${url}", token: "\${NETBOX_TOKEN}", ca-file: ca.pem }`));

		const { statuses, stdout, stderr } = await audit({ NETBOX_TOKEN: token });

		expect(statuses).toEqual(AUDITED);
		expect(stdout + stderr).not.toContain(token);
	});

	it('{ from: netbox } is told by its address where it has a platform that nobody knows', async () => {
		const odd = { name: 'edge-3', address: '127.0.0.1/8', platform: 'acme-os', site: 'ams', role: 'edge' };
		await using netbox = await startNetBox({ devices: [odd], authorization: 'Token x' });
		const url = `https://127.0.0.1:${netbox.port}`;
		await write('fleet.yml', fleetYml(`{ from: netbox, url: "${url}", token: "\${NETBOX_TOKEN}", ca-file: ca.pem }`));

		const { stderr } = await spawnCli(['audit'], { cwd: folder, env: { ...LOGIN, NETBOX_TOKEN: 'x' } });

		expect(stderr).toContain(` ${url}/dcim/devices/1/: unknown platform "acme-os" of edge-3`);
	});

	it('is refused with everything that is wrong, before any device is asked', async () => {
		const before = connectionsOf(fleet);
		await write('devices.csv', 'Name,OS\nedge-1,cisco_oss\nedge 2,ios\n');
		await write('hosts.yml', 'all: { hosts: { x: { ansible_host: "a b", ansible_network_os: ios } } }\n');
		await write(
			'fleet.yml',
			fleetYml('{ from: csv, file: devices.csv }, { from: ansible, file: hosts.yml }, { from: rancid }'),
		);

		const { exitCode, stdout, stderr } = await spawnCli(['audit'], { cwd: folder, env: LOGIN });

		expect(exitCode).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toContain('fleet.yml:5:');
		expect(stderr).toMatch(/devices\.csv:2:1: unknown platform "cisco_oss" of edge-1\. Did you mean "cisco_\w+"\?/);
		expect(stderr).toContain('devices.csv:3:1: "edge 2" cannot be the name of a device');
		expect(stderr).toMatch(/hosts\.yml:1:\d+: devices\.x\.host cannot be "a b"/);
		expect(connectionsOf(fleet)).toBe(before);
	});
});

describe('a pull request', () => {
	it('takes the inventory of its base commit, so that it cannot send a login elsewhere', async () => {
		await using hosting = await startHosting();
		await using own = await startTwoDevices();
		await using elsewhere = await startTwoDevices();
		const { base } = await proposeSmallChange(hosting, own);
		const inventory = (at: SimulatedFleet): string =>
			`name,host,port,os\n${NAMES.map((name) => `${name},${at.host},${at.portOf(name)},ios\n`).join('')}`;
		const yml = `version: 1
intended: intended-configs/{device}.cfg
defaults: { credentials: lab }
credentials: { lab: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" } }
known-hosts: known_hosts
inventory: [{ from: csv, file: inv/devices.csv }]
`;
		const keys = NAMES.map((name) => `[${own.host}]:${own.portOf(name)} ${hostKeyOf(name).publicKey}\n`).join('');
		await hosting.checkout.git('checkout', '-q', 'main');
		const trusted = await hosting.checkout.commit({
			'fleet.yml': yml,
			'inv/devices.csv': inventory(own),
			known_hosts: keys,
		});
		await hosting.checkout.branch('moved');
		const head = await hosting.checkout.commit({
			'inv/devices.csv': inventory(elsewhere),
			...Object.fromEntries(NAMES.map((name) => [`intended-configs/${name}.cfg`, iosConfig(name, { mtu: 9000 })])),
		});
		hosting.github.state.mergeBases.set(`${trusted}...${head}`, trusted);
		expect(base).not.toBe(trusted);

		const { outputs } = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base: trusted, head }),
			env: LOGIN,
		});

		expect(outputs.devices).toBe('2');
		expect(connectionsOf(own)).toBeGreaterThan(0);
		expect(connectionsOf(elsewhere)).toBe(0);
	});
});
