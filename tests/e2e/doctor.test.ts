import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import { demoPassword, hostKeyOf } from '../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { fleetYml, LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { connectionsOf } from '../support/e2e/small-change.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { passwordLogin } from '../support/ssh/logins.ts';
import { startSshServer } from '../support/ssh/ssh-server.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

const device = (name: string, more: Parameters<typeof simulatedDevice>[0] = {}) =>
	simulatedDevice({ name, runningConfig: iosConfig(name), ...more });

const enablePassword = demoPassword('enable');
const devices = [
	device('well', { enablePassword, pageLines: 5 }),
	device('frr', { platform: 'frr', runningConfig: 'frr version 8.4.4\nhostname frr\n!\nend\n' }),
	device('refuses', { fault: 'unreachable' }),
	device('stranger', { fault: 'wrong-host-key' }),
	device('locked', { fault: 'auth-failed' }),
	device('locked-too', { fault: 'auth-failed' }),
	device('guarded', { enablePassword: 'another' }),
	device('half', { fault: 'truncated' }),
	device('gone', { fault: 'dropped' }),
];

let fleet: SimulatedFleet;
let folder: TemporaryFolder;
beforeAll(async () => {
	fleet = await startSimulatedFleet({ devices });
	folder = await temporaryFolder('doctor-');
	const credentials = {
		lab: { username: `\${FLEET_USERNAME}`, password: `\${FLEET_PASSWORD}`, enable: `\${FLEET_ENABLE}` },
	};
	const text = fleetYml(fleet, devices, { credentials, 'known-hosts': 'known_hosts' });
	// A device that nobody has seen yet, and one whose name nobody knows.
	const strangers = `devices:
  unseen: { host: 127.0.0.1, port: ${fleet.portOf('well')}, platform: cisco_ios }
  nameless: { host: nowhere.invalid, platform: cisco_ios }
`;
	await writeFile(join(folder.path, 'fleet.yml'), text.replace('devices:\n', strangers));
	await writeFile(join(folder.path, 'known_hosts'), '');
});
afterAll(async () => {
	await fleet[Symbol.asyncDispose]();
	await folder[Symbol.asyncDispose]();
});

const doctor = (...args: readonly string[]) =>
	spawnCli(['doctor', ...args], { cwd: folder.path, env: { ...LOGIN, FLEET_ENABLE: enablePassword } });

async function diagnose(name: string): Promise<{ readonly diagnosis: Diagnosis; readonly exitCode: number | null }> {
	const { stdout, exitCode } = await doctor(name, '--json');
	const [diagnosis] = JSON.parse(stdout) as readonly Diagnosis[];
	if (diagnosis === undefined) throw new Error('nothing was diagnosed');
	return { diagnosis, exitCode };
}

describe('doctor', () => {
	it('shows every step to a device that is well', async () => {
		const { exitCode, stdout } = await doctor('well');

		expect(exitCode).toBe(0);
		const steps = [
			'well: well \\(cisco_ios over ssh\\)',
			'  ✓ address       127\\.0\\.0\\.1',
			`  ✓ connection    127\\.0\\.0\\.1:${fleet.portOf('well')}`,
			'  ✓ algorithms    curve25519-sha256\\S*, \\S+',
			`  ✓ host key      ssh-ed25519 ${hostKeyOf('well').fingerprint.replaceAll(/[+/]/g, '\\$&')}`,
			'  ✓ login         as auditor',
			'  ✓ prompt        well>',
			'  ✓ privileges    raised by "enable"',
			'  ✓ paging        after terminal length 0, terminal width 512',
			'  ✓ config        \\d+ lines',
			'  ✓ complete      \\d+ lines, \\d+ of them masked in part or whole',
			'  ! intended      intended-configs/well\\.cfg is not there yet\\. Make it with:\n +fleet-drift fetch well --write$',
		];
		for (const step of steps) expect(stdout).toMatch(new RegExp(`^${step}`, 'm'));
		expect(stdout).toContain(
			'\n1 of 1 device is well\n1 has no intended config yet\nNext: fleet-drift fetch well --write\n',
		);
	});

	it('leaves out steps that a way does not have', async () => {
		const { diagnosis } = await diagnose('frr');

		expect(diagnosis.status).toBe('well');
		expect(diagnosis.steps.filter(({ status }) => status === 'not-needed').map(({ step }) => step)).toEqual([
			'bastion',
			'prompt',
			'privileges',
			'paging',
		]);
	});

	it.each([
		['nameless', 'address', 'unreachable', /the name is unknown\. Check the host in fleet\.yml/],
		['refuses', 'connection', 'unreachable', /refused the connection\. Check the port, and that SSH is switched on/],
		[
			'stranger',
			'host-key',
			'host-key-mismatch',
			/presented the host key ssh-ed25519 SHA256:.*but devices\.stranger pins/,
		],
		[
			'unseen',
			'host-key',
			'host-key-mismatch',
			/write host-key: "SHA256:.*under devices\.unseen.*\[127\.0\.0\.1\]:\d+ ssh-ed25519 AAAA/,
		],
		['locked', 'login', 'auth-failed', /refused the password.*Login: credentials\.lab as auditor$/],
		['guarded', 'privileges', 'auth-failed', /Check the enable password and its rights/],
		['half', 'complete', 'incomplete', /the running-config is incomplete/],
		['gone', 'config', 'incomplete', /./],
	])('says of %s that %s failed, and what to do', async (name, failed, reason, advice) => {
		const { diagnosis, exitCode } = await diagnose(name);

		expect(exitCode).toBe(3);
		expect(diagnosis).toMatchObject({ device: name, status: 'ill', reason });
		const at = diagnosis.steps.findIndex(({ status }) => status === 'failed');
		expect(diagnosis.steps[at]?.step).toBe(failed);
		expect(diagnosis.steps[at]?.detail).toMatch(advice);
		expect(diagnosis.steps.slice(at + 1).every(({ status }) => status === 'not-reached')).toBe(true);
		expect(diagnosis.steps.slice(0, at).every(({ status }) => ['passed', 'not-needed'].includes(status))).toBe(true);
	});

	it('hides a password of several words that a device repeats, wherever a line is broken', async () => {
		const password = Array.from({ length: 12 }, (_, index) => `word${index}`).join(' ');
		await using server = await startSshServer({
			login: passwordLogin(password),
			exec: (_command, channel) => {
				channel.stderr.write(`${password}\n`);
				channel.exit(1);
				channel.end();
			},
		});
		const { port, fingerprint } = server;
		const repeater = {
			host: '127.0.0.1',
			port,
			'host-key': fingerprint,
			platform: 'juniper_junos',
			credentials: 'lab',
		};
		const credentials = { lab: { username: 'auditor', password: `\${FLEET_PASSWORD}` } };
		const text = stringify({ version: 1, intended: '{device}.cfg', credentials, devices: { repeater } });
		await writeFile(join(folder.path, 'repeater.yml'), text);

		const { stdout } = await spawnCli(['doctor', '--fleet', 'repeater.yml'], {
			cwd: folder.path,
			env: { FLEET_PASSWORD: password },
		});

		expect(stdout).toContain('***');
		expect(stdout).not.toMatch(/word\d/u);
	});

	it('trusts a host that nothing is known of where fleet.yml says so, and keeps its key', async () => {
		const text = await readFile(join(folder.path, 'fleet.yml'), 'utf8');
		await writeFile(
			join(folder.path, 'new.yml'),
			text.replace('unseen: {', 'unseen: { host-keys: accept-new,').replace('known_hosts', 'new_hosts'),
		);

		const { stdout, stderr } = await doctor('unseen', '--fleet', 'new.yml');

		expect(stdout).toContain('✓ host key');
		expect(stderr).toContain('trusted at first sight');
		expect(await readFile(join(folder.path, 'new_hosts'), 'utf8')).toContain(hostKeyOf('well').publicKey);
	});

	it('shows the keys of new hosts where there is no file of known hosts yet, and makes none', async () => {
		const text = await readFile(join(folder.path, 'fleet.yml'), 'utf8');
		await writeFile(join(folder.path, 'first.yml'), text.replace('known_hosts', 'first_hosts'));

		const { exitCode, stdout } = await doctor('unseen', '--fleet', 'first.yml');

		expect(exitCode).toBe(3);
		expect(stdout).toContain(`[127.0.0.1]:${fleet.portOf('well')} ${hostKeyOf('well').publicKey}`);
		expect(existsSync(join(folder.path, 'first_hosts'))).toBe(false);
	});

	it('knows which algorithms were agreed upon with a host of which nothing else is known', async () => {
		const { diagnosis } = await diagnose('unseen');

		expect(diagnosis.steps.find(({ step }) => step === 'algorithms')).toMatchObject({
			status: 'passed',
			detail: expect.stringMatching(/^curve25519-sha256\S*, \S+$/),
		});
	});

	it('and the commands beside it tell one wrong login once, of all devices; an audit leaves the username out', async () => {
		const run = (...args: readonly string[]) =>
			spawnCli(args, { cwd: folder.path, env: { ...LOGIN, FLEET_ENABLE: '-' } });
		for (const name of ['locked', 'locked-too']) {
			await mkdir(join(folder.path, 'intended-configs'), { recursive: true });
			await writeFile(join(folder.path, 'intended-configs', `${name}.cfg`), iosConfig(name));
		}

		const fetched = await run('fetch', 'locked*', '--write');
		const audited = await run('audit', '--select', 'name=locked*', '--markdown', 'report.md', '--html', 'report.html');

		const refused =
			'refused the password. Check the credentials; they were tried once and will not be tried again. Login: credentials.lab';
		expect(fetched.stderr).toBe(`error: locked, locked-too: login refused (auth-failed): each ${refused} as auditor\n`);
		const reports = [
			audited.stdout.replaceAll(/\s+/g, ' '),
			await readFile(join(folder.path, 'report.md'), 'utf8'),
			await readFile(join(folder.path, 'report.html'), 'utf8'),
		];
		for (const report of reports) {
			expect(report.split('each refused the password')).toHaveLength(2);
			expect(report).not.toContain('auditor');
		}
		expect(reports[0]).toContain(`locked, locked-too: login refused (auth-failed) each ${refused} `);
	});

	it('shows the keys of new hosts together, in lines that can be copied', async () => {
		const { stdout } = await doctor('unseen', 'well');

		const line = `[127.0.0.1]:${fleet.portOf('well')} ${hostKeyOf('well').publicKey}`;
		expect(stdout.split('\n').filter((text) => text.includes('AAAA'))).toEqual([line]);
		expect(stdout).toContain('host key not known yet (host-key-mismatch)');
		expect(stdout).toContain("A new host key: compare with the device's console, then add to known_hosts:\n\n");
	});

	it('examines the whole fleet where none is named, and tells no secret', async () => {
		const { exitCode, stdout, stderr } = await doctor();

		expect(exitCode).toBe(3);
		expect(stdout).toContain('\n2 of 11 devices are well\n');
		expect(stdout).toMatch(/^ {2}- not reached {3}login, prompt, privileges, paging, config, complete$/m);
		const listed = [...stdout.matchAll(/^([\w-]+): .* \(\w+ over ssh\)$/gmu)].map(([, name]) => name);
		expect(listed).toEqual(['unseen', 'nameless', ...devices.map(({ name }) => name)]);
		expect(stdout.match(/refused the password/g)).toHaveLength(1);
		expect(stdout).toMatch(/^locked-too: .*\n(?: {2}✓ .*\n)+ {2}✗ login {9}the same as locked, above$/mu);
		for (const secret of [LOGIN.FLEET_PASSWORD, enablePassword]) expect(stdout + stderr).not.toContain(secret);
	});

	it('says everything that is wrong with the settings, and asks nobody then', async () => {
		const before = connectionsOf(fleet);

		const { exitCode, stderr } = await spawnCli(['doctor'], { cwd: folder.path, env: {} });

		expect(exitCode).toBe(2);
		expect(stderr).toContain('environment variable FLEET_PASSWORD is not set');
		expect(stderr).toContain('environment variable FLEET_ENABLE is not set');
		expect(connectionsOf(fleet)).toBe(before);
	});

	it('names a device that is none', async () => {
		expect((await doctor('wll')).stderr).toContain('no device of the fleet is called "wll". Did you mean "well"?');
	});
});
