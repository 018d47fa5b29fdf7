import { chown } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type FinishedCli, spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

describe('usage of the command line', () => {
	let checkout: Checkout;
	const cli = (args: readonly string[]): Promise<FinishedCli> => spawnCli(args, { cwd: checkout.folder, env: LOGIN });

	beforeAll(async () => {
		checkout = await createCheckout(null);
		// No usage error gets so far as to look for the device.
		const nowhere = { host: '192.0.2.1', portOf: () => 22 };
		await checkout.commit({
			'fleet.yml': fleetYml(nowhere, [simulatedDevice()]),
			[intendedPath('edge-01')]: 'hostname edge-01\n',
			'empty.cfg': '! rendered without its data\n',
		});
	});
	afterAll(async () => {
		await checkout?.[Symbol.asyncDispose]();
	});

	it.each([
		[['aduit'], /Did you mean audit/u],
		[['audit', '--fleeet', 'x'], /Did you mean --fleet/u],
		[['audit', '--fail-on', 'drfit'], /--fail-on/u],
		[['audit', '--min-health', 'all'], /--min-health/u],
		[['audit', '--select', 'name='], /select|name/u],
		[['audit', '--select', 'site=nowhere'], /matches no device/u],
		[['audit', '--running-dir', 'nowhere'], /nowhere: there is no such file or folder to take/u],
		[['audit', '--fleet', 'nope/fleet.yml'], /error: nope\/fleet\.yml: there is no such file\. Write one/u],
		[['audit', '--fleet', 'other.yml'], /other\.yml: there is no such file\. Write one with "fleet-drift init"/u],
		[['fetch', 'edge-1'], /no device of the fleet is called "edge-1". Did you mean "edge-01"\?/u],
		[['fetch', 'edge-01', 'egde-01'], /no device "egde-01" in the fleet. Did you mean "edge-01"\?/u],
		[['mask', 'x', '--platform', 'cisco_isos'], /unknown platform "cisco_isos". Did you mean "cisco_ios"\?/u],
		[['preflight'], /--base/u],
		[['preflight', '--base', 'nothing'], /no commit nothing/u],
		[['diff', 'a.cfg', 'b.cfg', '--platform', 'cisco_ioss'], /unknown platform "cisco_ioss"/u],
		[
			['diff', 'a.cfg', 'b.cfg', '--platform', 'cisco_ios'],
			/a\.cfg: there is no such file.*b\.cfg: there is no such file/su,
		],
		[['mask', intendedPath('edge-01')], /--platform/u],
		[
			['diff', 'a', 'b', '--platform', 'eos', '--scope', 'all'],
			/'all' is invalid\. Allowed choices are full, declared/u,
		],
		[
			['diff', 'empty.cfg', intendedPath('edge-01'), '--platform', 'cisco_ios', '--scope', 'declared'],
			/empty\.cfg says nothing, and with --scope declared only what it says counts/u,
		],
		[['fetch', 'edge-01', '--write', '--json', 'x.json'], /'--write' cannot be used with option '--json <file>'/u],
		[['fetch', 'edge-01', '--force'], /--force has no effect without --write\. Add --write, or leave it out/u],
		[['audit', '--manifest', 'x.json'], /--manifest has no effect without --shard/u],
		[['preflight', '--base', 'main', '--remote', 'x'], /--remote has no effect without --results-branch/u],
		[['mask', intendedPath('edge-01'), '--platform', 'eos', '--unused'], /--unused has no effect without --explain/u],
		[['doctor', '--repository', 'a/b'], /--repository has no effect without --github/u],
		[['doctor', '--github', 'edge-01'], /--github examines no devices, so "edge-01" cannot be given with it/u],
		[['history', 'edge-01', '--html', 'x.html'], /--html shows the whole fleet, so "edge-01" cannot be given/u],
		[['init', '--file', 'hosts.csv', '--fleet', 'x.yml'], /--file has no effect without --from/u],
		[['init', '--from', 'csv', '--file', 'x', '--url', 'y', '--fleet', 'x.yml'], /--url has no effect for csv/u],
		[['simulate', '--fleet', 'nope.yml'], /nope\.yml: there is no such file\. Leave --fleet out/u],
		[['plan', '--measured', 'nowhere.json'], /nowhere\.json: there is no such file/u],
		[['plan', '--measured', 'fleet.yml'], /fleet\.yml: is not the report of an audit. Name what/u],
		[
			['fetch'],
			/missing required argument 'device' \[ERR_CONFIGURATION\]\s+\(fleet-drift fetch --help shows what it takes\)/u,
		],
		[[], /audit/u],
	])('%j is answered with 2 and what to do', async (args, said) => {
		const { exitCode, stdout, stderr } = await cli(args);

		expect(exitCode).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toMatch(said);
		expect(stderr).not.toMatch(/^\s+at /mu);
	});

	it.each([[['--help']], [['audit', '--help']], [['--version']]])('%j is no error', async (args) => {
		const { exitCode, stdout, stderr } = await cli(args);

		expect([exitCode, stderr]).toEqual([0, '']);
		expect(stdout).not.toBe('');
	});

	it('tells in the help of a command what every command takes', async () => {
		const { stdout } = await cli(['devices', '--help']);

		expect(stdout).toMatch(/Global Options:[\s\S]+-q, --quiet +no progress/u);
	});

	it('warns that a switch of Node.js has secrets printed', async () => {
		const env = { ...LOGIN, NODE_DEBUG: 'nothing' };
		const loud = await spawnCli(['devices'], { cwd: checkout.folder, env });
		const quiet = await spawnCli(['--quiet', 'devices'], { cwd: checkout.folder, env });

		expect(loud.stderr).toMatch(/^warning: NODE_DEBUG is set: .* tokens among it/u);
		expect(quiet.stderr).toBe('');
	});

	it('says that git is missing, and not that this is a defect', async () => {
		const { exitCode, stderr } = await spawnCli(['history'], { cwd: checkout.folder, env: { PATH: '/nowhere' } });

		expect([exitCode, stderr]).toEqual([
			2,
			'error: git is not installed, or not on the PATH: install git 2.34 or newer [ERR_CONFIGURATION]\n',
		]);
	});

	it.skipIf(process.getuid?.() !== 0)('says how to have a repository of another user read (needs root)', async () => {
		await using another = await createCheckout(null);
		await another.commit({ 'fleet.yml': 'version: 1\n' });
		await chown(another.folder, 65_534, 65_534);

		for (const args of [['history'], ['preflight', '--base', 'main']]) {
			const { exitCode, stderr } = await spawnCli(args, { cwd: another.folder, env: LOGIN });

			expect(exitCode).toBe(2);
			expect(stderr).toContain(`git config --global --add safe.directory '${another.folder}'`);
			expect(stderr).not.toContain('internal error');
		}
	});

	it('says on an old Node.js what it needs, instead of stumbling over it', async () => {
		const old = 'Object.defineProperty(process, "versions", { value: { node: "20.20.2" } })';
		const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` };

		const { exitCode, stdout, stderr } = await spawnCli(['audit'], { cwd: checkout.folder, env });

		expect([exitCode, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(/^error: fleet-drift needs Node\.js 24 or newer, and this is v\d+.*"npx node@24"/u);
	});
});
