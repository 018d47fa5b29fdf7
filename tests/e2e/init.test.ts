import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { simulatedPlatforms } from '../../src/simulator/personalities.ts';
import { demoPassword } from '../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { fleetYml, LOGIN } from '../support/e2e/fleet-yml.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let folder: TemporaryFolder;
beforeEach(async () => {
	folder = await temporaryFolder('init-');
});
afterEach(() => folder[Symbol.asyncDispose]());

const read = (path: string): Promise<string> => readFile(join(folder.path, path), 'utf8');
const write = async (path: string, text: string): Promise<void> => {
	await mkdir(dirname(join(folder.path, path)), { recursive: true });
	await writeFile(join(folder.path, path), text);
};
const init = (...args: readonly string[]) => spawnCli(['init', ...args], { cwd: folder.path });

describe('init', () => {
	it('points at what the team has, and says what comes next', async () => {
		await write('inv/hosts.yml', 'all:\n  vars: { ansible_network_os: ios }\n  hosts:\n    edge-[01:03]:\n');

		const { exitCode, stdout, stderr } = await init('--from', 'ansible', '--file', 'inv/hosts.yml', '--workflow');

		expect([exitCode, stderr]).toEqual([0, '']);
		expect(stdout).toMatch(/^Wrote fleet\.yml and \.github\/workflows\/fleet-drift\.yml: 3 devices of 1 platform\.\n/);
		expect(stdout).toContain('1. set FLEET_USERNAME and FLEET_PASSWORD');
		expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
			'replace OWNER in fleet.yml and .github/workflows/fleet-drift.yml with the account that publishes the Action',
		);
		expect(stdout).toContain('fleet-drift fetch "*" --write');
		expect(parse(await read('fleet.yml')).inventory).toEqual([{ from: 'ansible', file: 'inv/hosts.yml' }]);
		expect(await read('.github/workflows/fleet-drift.yml')).toContain('fleet-drift-audit@');
		expect(await read('known_hosts')).toBe('');
	});

	it('copies devices where that is wanted', async () => {
		await write('router.db', 'edge-01;cisco;up\ncore-01;juniper;up\n');

		expect((await init('--from', 'rancid', '--file', 'router.db', '--copy')).exitCode).toBe(0);

		const { devices, inventory } = parse(await read('fleet.yml'));
		expect(inventory).toBeUndefined();
		expect(devices).toEqual({
			'edge-01': { host: 'edge-01', platform: 'cisco_ios' },
			'core-01': { host: 'core-01', platform: 'juniper_junos' },
		});
	});

	it('copies nothing with mistakes, and says how to get a file to mend them in', async () => {
		await write('router.db', 'edge-01;cisco;up\ncore-01;nonesuch;up\n');

		const { exitCode, stderr } = await init('--from', 'rancid', '--file', 'router.db', '--copy');

		expect(exitCode).toBe(2);
		expect(stderr).toContain('router.db:2:9: the column of platforms holds none for this device');
		expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
			'nothing was written: --copy only takes an inventory without mistakes',
		);
		await expect(read('fleet.yml')).rejects.toThrow('ENOENT');
	});

	it('copies login names, too', async () => {
		await write('hosts', 'core-01 ansible_network_os=ios ansible_user=core-audit\n');

		expect((await init('--from', 'ansible', '--file', 'hosts', '--copy')).exitCode).toBe(0);

		expect(parse(await read('fleet.yml')).devices).toEqual({
			'core-01': { host: 'core-01', platform: 'cisco_ios', username: 'core-audit' },
		});
	});

	it('writes from scratch, with the devices that it is told', async () => {
		const { stdout } = await init(
			'--device',
			'a=192.0.2.1',
			'--device',
			'b=192.0.2.2',
			'--platform',
			'eos',
			'--login',
			'private-key',
		);

		expect(stdout).toContain('2 devices of 1 platform');
		expect(stdout).toContain('FLEET_PRIVATE_KEY');
		expect(parse(await read('fleet.yml')).devices).toEqual({ a: { host: '192.0.2.1' }, b: { host: '192.0.2.2' } });
	});

	it('never writes over a file, unless it is told to', async () => {
		await write('fleet.yml', 'mine\n');
		await write('known_hosts', 'kept\n');

		const refused = await init('--workflow', '--device', 'edge-01=192.0.2.1');

		expect(refused.exitCode).toBe(2);
		expect(refused.stderr).toBe(
			'error: fleet.yml: this file already exists, and nothing was written. Add --force to overwrite it, or name another with --fleet [ERR_CONFIGURATION]\n',
		);
		expect(await read('fleet.yml')).toBe('mine\n');
		await expect(read('.github/workflows/fleet-drift.yml')).rejects.toThrow('ENOENT');

		expect((await init('--force')).exitCode).toBe(0);
		expect(await read('fleet.yml')).toContain('version: 1');
		expect(await read('known_hosts')).toBe('kept\n');
	});

	it('adds the workflow to a fleet.yml that is there, with the secrets that it names', async () => {
		const mine = `credentials: { lab: { username: "\${NET_USER}", token: "\${NET_TOKEN}" } } # as ever\n# \${OLD}\n`;
		await write('fleet.yml', mine);

		const { exitCode, stdout } = await init('--workflow');

		expect(exitCode).toBe(0);
		expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
			'replace OWNER in .github/workflows/fleet-drift.yml with the account that publishes the Action, then store NET_USER, NET_TOKEN as secrets',
		);
		expect(await read('fleet.yml')).toBe(mine);
		const { jobs } = parse(await read('.github/workflows/fleet-drift.yml'));
		expect(Object.keys(jobs.drift.env)).toEqual(['NET_USER', 'NET_TOKEN']);
		const again = await init('--workflow');
		expect(again.exitCode).toBe(2);
		expect(again.stderr).toContain('Add --force to overwrite it; fleet.yml is kept');
		await write('.github/workflows/fleet-drift.yml', 'old');
		expect((await init('--workflow', '--force')).exitCode).toBe(0);
		expect(await read('.github/workflows/fleet-drift.yml')).toContain('NET_TOKEN');
		expect(await read('fleet.yml')).toBe(mine);
	});

	it('writes the workflow where GitHub looks for it, also for a fleet in a folder of a repository', async () => {
		await mkdir(join(folder.path, '.git'));

		const { exitCode, stdout } = await init('--fleet', "net's/wan.yml", '--device', 'edge-01=192.0.2.1', '--workflow');

		expect(exitCode).toBe(0);
		expect(stdout).toContain("Wrote net's/wan.yml and .github/workflows/fleet-drift.yml");
		const { jobs } = parse(await read('.github/workflows/fleet-drift.yml'));
		expect(jobs.drift.steps.at(-1).with).toEqual({ fleet: "net's/wan.yml" });
	});

	it('names every variable that it wrote, in the workflow and in what comes next', async () => {
		const { exitCode, stdout } = await init('--from', 'netbox', '--url', 'https://netbox.invalid', '--workflow');

		expect(exitCode).toBe(0);
		const { jobs } = parse(await read('.github/workflows/fleet-drift.yml'));
		expect(Object.keys(jobs.drift.env)).toEqual(['FLEET_USERNAME', 'FLEET_PASSWORD', 'NETBOX_TOKEN']);
		expect(stdout).toContain('set FLEET_USERNAME, FLEET_PASSWORD and NETBOX_TOKEN in the environment:');
		expect(stdout).toContain('store FLEET_USERNAME, FLEET_PASSWORD and NETBOX_TOKEN as secrets');
	});

	it('lists what is wrong with the inventory, with its places, before the next steps', async () => {
		await write('devices.csv', 'name,os\nedge-01,foo-os\n');

		const { exitCode, stdout } = await init('--from', 'csv', '--file', 'devices.csv');

		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/1\. fix these first:\n {5}devices\.csv:2:1: unknown platform "foo-os" of edge-01\. /);
	});

	it.each([
		[['--from', 'csv'], 'csv needs --file'],
		[['--from', 'netbox', '--file', 'x'], 'netbox needs --url'],
		[['--from', 'excel'], "argument 'excel' is invalid. Allowed choices are ansible, csv"],
		[['--from', 'csv', '--file', 'device.csv'], 'device.csv: there is no such file'],
		[['--device', 'edge-01:192.0.2.1'], 'Write its name and its address: edge-01=192.0.2.1'],
		[['--platform', 'cisco_iso'], 'unknown platform "cisco_iso". Did you mean "cisco_ios"?'],
		[['--platform', 'cisco_ios', '--transport', 'rest'], 'cisco_ios cannot be fetched over rest. Use one of ssh'],
		[['--platform', 'vyos', '--transport', 'rest', '--login', 'password'], 'Write --login token'],
		[['--platform', 'vyos', '--login', 'token'], 'Write --login password or private-key'],
	])('refuses %j, and writes nothing', async (args, message) => {
		const { exitCode, stderr } = await init(...args);

		expect(exitCode).toBe(2);
		expect(stderr).toContain(message);
		await expect(read('fleet.yml')).rejects.toThrow('ENOENT');
	});

	it('says that the device of its example is none', async () => {
		const { stdout } = await init();

		expect(stdout).toContain('1. replace the example in it with your devices');
	});

	it.each([
		['fw-01,fortinet', 'token'],
		['fw-01,fortinet\npa-01,paloalto_panos', 'token'],
		['ros-01,mikrotik_routeros\npa-01,paloalto_panos', 'password'],
		['ros-01,mikrotik_routeros\nfw-01,fortinet', 'password'],
	])('logs in by what the API of every device of an inventory takes: %j', async (devices, way) => {
		await write('devices.csv', `name,os\n${devices}\n`);

		for (const options of [[], ['--copy', '--force']]) {
			const args = ['--from', 'csv', '--file', 'devices.csv', '--transport', 'rest', ...options];
			expect((await init(...args)).exitCode).toBe(0);
			expect(Object.keys(parse(await read('fleet.yml')).credentials.audit)).toContain(way);
		}
	});

	it('copies the transport of a device that is asked another way than the others', async () => {
		await write('devices.csv', 'name,os,transport\nfw-01,fortinet,rest\nios-01,cisco_ios,ssh\neos-01,arista_eos,\n');

		await init('--from', 'csv', '--file', 'devices.csv', '--transport', 'rest', '--copy');

		expect(parse(await read('fleet.yml')).devices).toEqual({
			'fw-01': { host: 'fw-01', platform: 'fortinet' },
			'ios-01': { host: 'ios-01', platform: 'cisco_ios', transport: 'ssh' },
			'eos-01': { host: 'eos-01', platform: 'arista_eos' },
		});
	});

	it('asks for what an API takes, and not for what it does not', async () => {
		const stdout = await answerOnTerminal(['none', 'fw-01=192.0.2.9', 'fortinet', 'rest', 'n']);

		expect(stdout).toContain('Fetch it over ssh or rest?');
		expect(stdout).not.toMatch(/Log in with|Does "enable"|known_hosts/u);
		expect(parse(await read('fleet.yml'))).toMatchObject({
			defaults: { platform: 'fortinet', transport: 'rest' },
			credentials: { audit: { token: `\${FLEET_TOKEN}` } },
		});
		await expect(read('known_hosts')).rejects.toThrow('ENOENT');
	});

	it('asks on a terminal', async () => {
		await write('devices.csv', 'name,os,ip\nedge-01,eos,192.0.2.1\n');
		const answers = ['exel', 'c', 'device.csv', 'devices.csv', 'arista_oes', '', 'private', 'y', 'y', ''];
		const stdout = await answerOnTerminal(answers);

		expect(stdout).toContain(
			'Where are your devices kept? ansible, csv, netbox, nornir, oxidized, rancid, or none of them',
		);
		expect(stdout).toContain('Answer ansible, csv');
		expect(stdout).toContain('There is no such file in ');
		expect(stdout).toContain('Did you mean "arista_eos"?');
		expect(stdout).toMatch(/Wrote fleet\.yml and \S+fleet-drift\.yml: 1 device of 1 platform\./);
		expect(parse(await read('fleet.yml'))).toMatchObject({
			inventory: [{ from: 'csv', file: 'devices.csv' }],
			credentials: { audit: { 'private-key': `\${FLEET_PRIVATE_KEY}`, enable: `\${FLEET_ENABLE}` } },
		});
	});
});

/** Types the answers on a terminal that asks, and returns what stands on it then. */
async function answerOnTerminal(answers: readonly string[]): Promise<string> {
	// util-linux gives it a terminal; expect(1) would be one more package.
	const command = `${process.execPath} ${ROOT}dist/cli.js init`;
	const words = answers.map((word) => `"${word}"`).join(' ');
	const typing = `{ for answer in ${words}; do sleep 0.1; printf '%s\\n' "$answer"; done; }`;
	const { stdout } = await promisify(execFile)('sh', ['-c', `${typing} | script -qec '${command}' /dev/null`], {
		cwd: folder.path,
		env: { PATH: process.env.PATH ?? '', TERM: 'dumb' },
	});
	return stdout;
}

describe('fetch --write', () => {
	it('makes intended configs with which the next audit is in sync, on every platform that is simulated, and loses none', async () => {
		const devices = await Promise.all(
			simulatedPlatforms.map(async (platform) =>
				simulatedDevice({
					name: platform.replaceAll('_', '-'),
					platform,
					runningConfig: await readFile(`${ROOT}tests/platforms/${platform}/in-sync/running.cfg`, 'utf8'),
					enablePassword: demoPassword('enable'),
				}),
			),
		);
		const secrets = (
			await Promise.all(
				simulatedPlatforms.map((platform) =>
					readFile(`${ROOT}tests/platforms/${platform}/must-not-appear.txt`, 'utf8'),
				),
			)
		).flatMap((text) => text.split('\n').filter((secret) => secret !== ''));
		await using fleet = await startSimulatedFleet({ devices });
		const credentials = {
			lab: { username: `\${FLEET_USERNAME}`, password: `\${FLEET_PASSWORD}`, enable: `\${FLEET_ENABLE}` },
		};
		await write('fleet.yml', fleetYml(fleet, devices, { credentials }));
		const options = { cwd: folder.path, env: { ...LOGIN, FLEET_ENABLE: demoPassword('enable') } };

		const fetched = await spawnCli(['fetch', '*', '--write'], options);
		const audited = await spawnCli(['audit', '--json', '-'], options);
		const again = await spawnCli(['audit', '--running-dir', 'intended-configs', '--json', '-'], options);

		expect(fetched.exitCode, fetched.stderr).toBe(0);
		const report = JSON.parse(audited.stdout) as {
			readonly devices: readonly { name: string; status: string; diff: string }[];
		};
		expect(
			report.devices.filter(({ status }) => status !== 'in-sync').map(({ name, diff }) => `${name}\n${diff}`),
		).toEqual([]);
		expect(report.devices).toHaveLength(simulatedPlatforms.length);
		// What was written still holds the proof that it is whole.
		expect(JSON.parse(again.stdout).fleet, again.stderr).toMatchObject({ inSync: devices.length, unknown: 0 });
		const written = (await Promise.all(devices.map(({ name }) => read(`intended-configs/${name}.cfg`)))).join('\n');
		expect(secrets.length).toBeGreaterThan(20);
		expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);

		const name = devices[0]?.name ?? '';
		const path = `intended-configs/${name}.cfg`;
		const fetchedText = await read(path);
		const mine = `! what somebody noted\n${fetchedText}`;
		await write(path, mine);
		const refused = await spawnCli(['fetch', '*', '--write'], options);
		expect(refused.exitCode).toBe(2);
		expect(refused.stderr).toContain(`${path} already exists with other content and was left as it is`);
		expect(refused.stderr).not.toContain('configs written');
		expect(await read(path)).toBe(mine);
		expect((await spawnCli(['fetch', name, '--write', '--force'], options)).exitCode).toBe(0);
		expect(await read(path)).toBe(fetchedText);
	});

	it("writes nothing out of the repository, whatever leads there, and nothing into what is git's alone", async () => {
		const config = await readFile(`${ROOT}tests/platforms/cisco_ios/in-sync/running.cfg`, 'utf8');
		const paths = { folder: 'net/linked/a.cfg', file: 'net/link.cfg', git: '.git/hooks/a.cfg', up: 'net/../../a.cfg' };
		await mkdir(join(folder.path, 'top/.git/hooks'), { recursive: true });
		await mkdir(join(folder.path, 'top/net'));
		await mkdir(join(folder.path, 'outside'));
		await symlink('../../outside', join(folder.path, 'top/net/linked'));
		await symlink('../../outside/b.cfg', join(folder.path, 'top/net/link.cfg'));
		await write('outside/b.cfg', 'hostname before\n');
		const devices = Object.entries(paths).map(
			([name, intended]) => `  ${name}: { host: 192.0.2.1, credentials: lab, intended: ${intended} }`,
		);
		for (const name of Object.keys(paths)) await write(`running/${name}.cfg`, config);
		await write(
			'top/fleet.yml',
			`version: 1\nintended: "{device}.cfg"\ndefaults: { platform: cisco_ios }\ncredentials: { lab: { username: u, password: "\${FLEET_PASSWORD}" } }\ndevices:\n${devices.join('\n')}\n`,
		);

		const { exitCode, stderr } = await spawnCli(['fetch', '*', '--write', '--force', '--running-dir', '../running'], {
			cwd: join(folder.path, 'top'),
			env: LOGIN,
		});

		expect(exitCode, stderr).toBe(2);
		expect(stderr.match(/leads out of the repository: nothing was written/gu)).toHaveLength(4);
		expect(await readdir(join(folder.path, 'outside'))).toEqual(['b.cfg']);
		expect(await read('outside/b.cfg')).toBe('hostname before\n');
	});
});
