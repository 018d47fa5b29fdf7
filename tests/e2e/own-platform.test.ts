import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const SECRET = 'hunter2-of-the-tests';
const config = (name: string, ...lines: readonly string[]): string => iosConfig(name, { lines });

/** They answer as IOS does, which the fleet.yml of this test knows by another name. */
const devices = [
	simulatedDevice({ name: 'acme-1', runningConfig: config('acme-1', `acme key ${SECRET}`, 'acme uptime 12') }),
	simulatedDevice({ name: 'acme-2', runningConfig: config('acme-2', `acme key ${SECRET}`, 'acme mode fast') }),
];

const ACME = {
	title: 'Acme OS',
	cli: {
		prompt: '^[\\w.-]{1,63}[>#]\\s?$',
		enable: { command: 'enable', 'password-prompt': '[Pp]assword:\\s?$', privileged: '#\\s?$' },
		setup: ['terminal length 0', 'terminal width 511'],
		'show-running': 'show running-config',
		failures: ['^% (?:Invalid|Incomplete|Ambiguous) '],
		logout: 'exit',
	},
	syntax: { style: 'indented', comments: ['!'], frame: ['^Building configuration', '^Current configuration', '^end$'] },
	completeness: { proof: 'last-line', pattern: '^end$' },
	masks: [
		{ id: 'acme-uptime', pattern: '^acme uptime \\d+$', kind: 'volatile', reason: 'counts by itself' },
		{ id: 'acme-key', pattern: '^acme key (?<secret>\\S+)', kind: 'secret', reason: 'a key' },
	],
};

let fleet: SimulatedFleet;
let checkout: Checkout;
const acmeDevices = devices.map((device) => ({ ...device, platform: 'acme_os' }));
const intended = Object.fromEntries(
	devices.map(({ name }) => [intendedPath(name), config(name, 'acme key <removed>')]),
);

/** A mask beside the platform, as for one that ships. */
const MODE = { id: 'mode', platforms: ['acme_os'], pattern: '^acme mode', kind: 'volatile', reason: 'follows the day' };

beforeAll(async () => {
	fleet = await startSimulatedFleet({ devices });
	checkout = await createCheckout(null);
	await checkout.commit({
		'fleet.yml': fleetYml(fleet, acmeDevices, { platforms: { acme_os: ACME } }),
		'masked.yml': fleetYml(fleet, acmeDevices, { platforms: { acme_os: ACME }, masks: [MODE] }),
		'running.txt': config('acme-2', `acme key ${SECRET}`, 'acme mode fast'),
		...intended,
	});
});
afterAll(async () => {
	await checkout?.[Symbol.asyncDispose]();
	await fleet?.[Symbol.asyncDispose]();
});

it('a fleet of a platform that the tool does not know is audited by its rules', async () => {
	const { exitCode, stdout, stderr } = await spawnCli(['audit', '--json', '-'], { cwd: checkout.folder, env: LOGIN });

	expect(exitCode).toBe(1);
	expect(JSON.parse(stdout).devices).toMatchObject([
		{ name: 'acme-1', platform: 'acme_os', status: 'in-sync' },
		{ name: 'acme-2', status: 'drifted', changes: [{ kind: 'extra', line: 'acme mode fast' }] },
	]);
	expect(stdout + stderr).not.toContain(SECRET);
});

it('diff and mask know it where fleet.yml is named, and only there', async () => {
	const files = ['diff', intendedPath('acme-2'), 'running.txt', '--platform', 'acme_os'];
	const run = (args: readonly string[]) => spawnCli(args, { cwd: checkout.folder });

	const [known, unknown, quiet, masked] = await Promise.all([
		run([...files, '--fleet', 'fleet.yml']),
		run(files),
		run([...files, '--fleet', 'masked.yml']),
		run(['mask', 'running.txt', '--platform', 'acme_os', '--fleet', 'masked.yml', '--explain']),
	]);

	expect([known, unknown, quiet, masked].map(({ exitCode }) => exitCode)).toEqual([1, 2, 0, 0]);
	expect(known.stdout).toContain('acme mode fast');
	expect(unknown.stderr).toContain('unknown platform "acme_os"');
	expect(masked.stdout).toContain('secret/acme-key');
	expect(masked.stdout).toMatch(/^ +1 {2}volatile\/mode +follows the day$/mu);
	expect(known.stdout + masked.stdout).not.toContain(SECRET);
});

it('a pull request cannot bring its own', async () => {
	await using repository = await createCheckout(null);
	await repository.commit({ 'fleet.yml': fleetYml(fleet, devices), ...intended });
	await repository.branch('change');
	const blind = { ...ACME, masks: [{ id: 'blind', pattern: '^acme', kind: 'volatile', reason: 'to hide drift' }] };
	await repository.commit({
		'fleet.yml': fleetYml(fleet, acmeDevices, { platforms: { acme_os: blind } }),
		[intendedPath('acme-2')]: config('acme-2', 'acme key <removed>', 'ntp server 192.0.2.7'),
	});

	const { stdout } = await spawnCli(['preflight', '--base', 'main', '--json', '-'], {
		cwd: repository.folder,
		env: LOGIN,
	});

	const [device] = JSON.parse(stdout).devices;
	expect(device).toMatchObject({ name: 'acme-2', platform: 'cisco_ios', status: 'drifted' });
	expect(JSON.stringify(device.changes)).toContain('acme mode fast');
});
