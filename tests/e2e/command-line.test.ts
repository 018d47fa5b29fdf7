import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { connectionsOf } from '../support/e2e/small-change.ts';
import { type CliOptions, type FinishedCli, spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const ESCAPE = '\u001b';
const SECRET = 'C0mmunity-of-the-tests';
const withSecret = { lines: [`snmp-server community ${SECRET} RO`] };
const drift = { ...withSecret, uplink: ['shutdown'] };

const devices = [
	simulatedDevice({ name: 'edge-1', runningConfig: iosConfig('edge-1', withSecret) }),
	simulatedDevice({ name: 'edge-2', runningConfig: iosConfig('edge-2', drift) }),
	simulatedDevice({ name: 'gone', runningConfig: iosConfig('gone'), fault: 'unreachable' }),
];

describe('the command line', () => {
	let fleet: SimulatedFleet;
	let checkout: Checkout;

	const cli = (args: readonly string[], options: Partial<CliOptions> = {}): Promise<FinishedCli> =>
		spawnCli(args, { cwd: checkout.folder, env: LOGIN, ...options });
	const read = (path: string): Promise<string> => readFile(join(checkout.folder, path), 'utf8');

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
		checkout = await createCheckout(null);
		await checkout.commit({
			'fleet.yml': fleetYml(fleet, devices),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name, withSecret)])),
			'masked.yml': fleetYml(fleet, devices, {
				masks: [{ id: 'gone', pattern: '^no such line$', kind: 'volatile', reason: 'it is not there' }],
			}),
			'backups/edge-1.txt': iosConfig('edge-1', withSecret),
			'backups/edge-2.txt': iosConfig('edge-2', drift),
		});
	});
	afterAll(async () => {
		await checkout?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	describe('audit', () => {
		it('prints the report on stdout and progress on stderr', async () => {
			const { exitCode, stdout, stderr } = await cli(['audit']);

			expect(exitCode).toBe(1);
			expect(stdout).toMatch(/edge-2[\s\S]+shutdown/u);
			expect(stderr).toMatch(/^\[\d\/3\] edge-1: in-sync/mu);
			expect(stdout + stderr).not.toContain(SECRET);
		});

		it('tells of a mask that hits nothing in the whole fleet, but not where only a part was asked', async () => {
			const args = ['audit', '--fleet', 'masked.yml', '--running-dir', 'backups', '--json', '-'];

			const whole = JSON.parse((await cli(args)).stdout);
			const part = JSON.parse((await cli([...args, '--select', 'name=edge-1'])).stdout);

			expect(whole.warnings).toEqual([expect.stringContaining('volatile/gone hit nothing on any of the 2 devices')]);
			expect(part.warnings).toEqual([]);
		});

		it('says nothing but the report and errors with --quiet', async () => {
			const { exitCode, stdout, stderr } = await cli(['audit', '--quiet']);

			expect([exitCode, stderr]).toEqual([1, '']);
			expect(stdout).toContain('edge-2');
			expect((await cli(['audit', '--quiet', '--fleet', 'none.yml'])).stderr).toContain('there is no such file');
		});

		it('prints nothing but JSON for --json -, and writes the other formats beside it', async () => {
			const files = ['--markdown', 'out/report.md', '--html', 'out/report.html'];

			const { exitCode, stdout } = await cli(['audit', '--json', '-', ...files]);

			expect(exitCode).toBe(1);
			expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, mode: 'audit', fleet: { devices: 3, drifted: 1 } });
			expect(await read('out/report.md')).toContain('edge-2');
			expect(await read('out/report.html')).toContain('edge-2');
			expect(stdout + (await read('out/report.md')) + (await read('out/report.html'))).not.toContain(SECRET);
		});

		it('refuses every file that can have no place before it asks anybody', async () => {
			const before = connectionsOf(fleet);
			const files = ['--json', '/proc/nope/x.json', '--markdown', 'backups', '--html', 'out/'];

			const refused = await cli(['audit', ...files]);
			const same = await cli(['audit', '--json', 'out/same', '--html', './out/same']);

			expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
			expect(refused.stderr).toMatch(/^error: 3 problems; no device was contacted \[ERR_CONFIGURATION\]$/mu);
			expect(refused.stderr).toContain(
				'/proc/nope/x.json: cannot be written: nothing can be created there (ENOENT). Name',
			);
			expect(refused.stderr).toContain('backups: cannot be written: it is a folder (EISDIR). Name a file in it');
			expect(refused.stderr).toContain('out/: is the name of a folder. Name a file in it');
			expect([same.exitCode, same.stderr]).toEqual([2, expect.stringContaining('--json and --html both name it')]);
			expect(connectionsOf(fleet)).toBe(before);
		});

		it('loses only the file that a full disk does not take, and says so', async () => {
			const files = ['--json', '/dev/full', '--markdown', 'out/beside.md'];

			const { exitCode, stdout, stderr } = await cli(['audit', '--running-dir', 'backups', ...files]);

			expect(exitCode).toBe(2);
			expect(stderr).toContain('/dev/full: cannot be written: the disk is full (ENOSPC). Make room and run again');
			expect(stdout).toMatch(/edge-2[\s\S]+shutdown/u);
			expect(await read('out/beside.md')).toContain('edge-2');
		});

		it('takes running configs from a folder and asks nobody', async () => {
			const before = connectionsOf(fleet);

			const { exitCode, stdout } = await cli(['audit', '--running-dir', 'backups', '--json', '-'], { env: {} });

			expect(exitCode).toBe(1);
			const statuses = JSON.parse(stdout).devices.map(
				({ status, reason }: { readonly status: string; readonly reason: string | null }) => reason ?? status,
			);
			expect(statuses).toEqual(['in-sync', 'drifted', 'unreachable']);
			expect(connectionsOf(fleet)).toBe(before);
		});

		it.each([
			[['--select', 'name=edge-1'], 0],
			[['--select', 'name=edge-2', '--fail-on', 'none'], 0],
			[['--select', 'name=edge-2', '--fail-on', 'none', '--min-health', '50'], 1],
			[['--select', 'name=edge-1,gone', '--fail-on', 'unknown'], 3],
			[['--select', 'name=edge-1,gone', '--fail-on', 'drift'], 0],
			[['--fail-on', 'drift,unknown'], 1],
		])('%j ends with %i', async (options, expected) => {
			expect((await cli(['audit', ...options])).exitCode).toBe(expected);
		});

		it('writes its files and ends as ever when nobody reads what it prints', async () => {
			const { exitCode, stderr } = await cli(['audit', '--fail-on', 'none', '--json', 'out/unread.json'], {
				readsStdout: false,
			});

			expect(exitCode).toBe(0);
			expect(stderr).not.toMatch(/EPIPE|^\s+at /mu);
			expect(JSON.parse(await read('out/unread.json'))).toMatchObject({ fleet: { devices: 3 } });
		});

		it.skipIf(!existsSync('/dev/full'))('ends with 2, never with a verdict, when its report is lost', async () => {
			const { exitCode, stderr } = await cli(['audit', '--json', '-'], { stdoutFile: '/dev/full' });

			expect(exitCode).toBe(2);
			expect(stderr).toContain('error: stdout: cannot be written: the disk is full (ENOSPC). Make room and run again');
			expect(stderr).not.toMatch(/^\s+at /mu);
		});
	});

	describe('a command that is interrupted', () => {
		const hanging = simulatedDevice({ name: 'edge-1', runningConfig: iosConfig('edge-1'), fault: 'silent' });
		let slow: SimulatedFleet;
		let folder: Checkout;
		beforeAll(async () => {
			slow = await startSimulatedFleet({ devices: [hanging] });
			folder = await createCheckout(null);
			await folder.commit({ 'fleet.yml': fleetYml(slow, [hanging]), [intendedPath('edge-1')]: iosConfig('edge-1') });
		});
		afterAll(async () => {
			await folder?.[Symbol.asyncDispose]();
			await slow?.[Symbol.asyncDispose]();
		});

		const interrupted = async (...args: readonly string[]): Promise<FinishedCli> => {
			const before = connectionsOf(slow);
			return cli(args, {
				cwd: folder.folder,
				onStart: (child) => {
					const wait = setInterval(() => {
						if (connectionsOf(slow) === before) return;
						clearInterval(wait);
						child.kill('SIGINT');
					}, 20);
				},
			});
		};

		it('reports what is known, and does not end as if all were in order', async () => {
			const { exitCode, stdout } = await interrupted('audit', '--json', '-');

			expect(exitCode).toBe(3);
			expect(JSON.parse(stdout).devices).toMatchObject([{ name: 'edge-1', reason: 'timed-out', cancelled: true }]);
		});

		it('says of no device that it is ill because nobody waited', async () => {
			const [examined, fetched] = [await interrupted('doctor'), await interrupted('fetch', 'edge-1')];

			expect([examined.exitCode, fetched.exitCode]).toEqual([3, 3]);
			expect(examined.stdout).toBe('');
			expect(examined.stderr).toBe('error: interrupted: 1 of 1 devices were not fully examined\n');
			expect(fetched.stderr).toBe('error: interrupted before it was done: edge-1\n');
		});
	});

	it('preflight compares a branch with its base and asks only what it touches', async () => {
		await using repository = await createCheckout(null);
		await repository.commit({
			'fleet.yml': fleetYml(fleet, devices),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name, withSecret)])),
		});
		await repository.branch('change');
		await repository.commit({
			[intendedPath('edge-1')]: iosConfig('edge-1', { ...withSecret, mtu: 9000 }),
			'fleet.yml': 'version: 99\n',
		});
		const before = connectionsOf(fleet);

		const { exitCode, stdout } = await cli(['preflight', '--base', 'main', '--json', '-'], { cwd: repository.folder });

		expect(exitCode).toBe(0);
		const report = JSON.parse(stdout);
		expect(report).toMatchObject({ mode: 'preflight', fleet: { devices: 1, drifted: 0 } });
		expect(report.devices).toMatchObject([
			{ name: 'edge-1', status: 'in-sync', changes: [{ class: 'planned', line: 'mtu 9000', runningText: 'mtu 1500' }] },
		]);
		expect(connectionsOf(fleet)).toBe(before + 1);
	});

	it('takes intended configs from anywhere in the repository around, as the Action does', async () => {
		await using repository = await createCheckout(null);
		const fleetFile = fleetYml(fleet, devices, { intended: '../configs/{device}.cfg' });
		await repository.commit({ 'net/fleet.yml': fleetFile, 'configs/edge-2.cfg': iosConfig('edge-2', withSecret) });
		const folder = join(repository.folder, 'net');

		const fetched = await cli(['fetch', 'edge-1', '--write'], { cwd: folder });
		const audit = await cli(['audit', '--select', 'edge-1', '--json', '-'], { cwd: folder });

		expect(fetched.exitCode).toBe(0);
		expect(await readFile(join(repository.folder, 'configs/edge-1.cfg'), 'utf8')).toContain('hostname edge-1');
		expect(JSON.parse(audit.stdout).devices).toMatchObject([
			{ name: 'edge-1', status: 'in-sync', intendedPath: '../configs/edge-1.cfg' },
		]);

		// In no repository the folder of the fleet is all that it may read.
		await rm(join(repository.folder, '.git'), { recursive: true, maxRetries: 5 });
		expect((await cli(['audit'], { cwd: folder })).stderr).toContain('leads out of the repository');
	});

	it('preflight names the base that has no fleet.yml, and the file as the repository does', async () => {
		await using repository = await createCheckout(null);
		const base = await repository.commit({ 'README.md': 'a network\n' });
		await repository.branch('change');
		await repository.commit({ 'net/fleet.yml': fleetYml(fleet, devices) });

		const run = await cli(['preflight', '--base', 'main', '--fleet', 'net/fleet.yml'], { cwd: repository.folder });

		expect(run.exitCode).toBe(2);
		expect(run.stderr).toContain(`error: net/fleet.yml: is not in the base commit ${base.slice(0, 7)}`);
		expect(run.stderr).toContain('If this change adds it, merge it first');
	});

	it('preflight tells all of a change that is too long to stay in memory', async () => {
		const routes = Array.from(
			{ length: 5_000 },
			(_, index) => `ip route 10.${index >> 8}.${index & 255}.0 255.255.255.0 192.0.2.0`,
		);
		await using repository = await createCheckout(null);
		await repository.commit({
			'fleet.yml': fleetYml(fleet, devices),
			[intendedPath('edge-1')]: iosConfig('edge-1', withSecret),
		});
		await repository.branch('change');
		await repository.commit({
			[intendedPath('edge-1')]: iosConfig('edge-1', { lines: [...withSecret.lines, ...routes] }),
		});

		const { exitCode, stdout, stderr } = await cli(['preflight', '--base', 'main', '--json', '-'], {
			cwd: repository.folder,
		});

		expect(stderr).not.toContain('error');
		expect(exitCode).toBe(0);
		expect(JSON.parse(stdout).devices[0].changes).toHaveLength(routes.length);
		// From 1 MiB on, what there is to tell of devices lies on a disk until the run is over.
		expect(stdout.length).toBeGreaterThan(2 ** 20);
	});

	describe('diff', () => {
		it('ends with 1 for files that differ, and with 0 for those that mean the same', async () => {
			const compare = (running: string): Promise<FinishedCli> =>
				cli(['diff', intendedPath('edge-2'), running, '--platform', 'ios']);

			const [different, same] = await Promise.all([compare('backups/edge-2.txt'), compare(intendedPath('edge-2'))]);

			expect([different.exitCode, same.exitCode]).toEqual([1, 0]);
			expect(different.stdout).toContain('shutdown');
			expect(different.stdout).not.toContain(ESCAPE);
		});

		it('says that a backup may have been cut short, and nothing of parts that are compared', async () => {
			const whole = iosConfig('edge-2');
			const parts = { 'whole.cfg': whole, 'cut.cfg': whole.replace(/end\n$/u, ''), 'part.cfg': 'ip http server\n' };
			for (const [path, text] of Object.entries(parts)) await writeFile(join(checkout.folder, path), text);
			const compare = (...files: readonly string[]): Promise<FinishedCli> =>
				cli(['diff', ...files, '--platform', 'ios', '--json']);

			const [cut, part] = await Promise.all([compare('whole.cfg', 'cut.cfg'), compare('part.cfg', 'part.cfg')]);

			expect(cut.stderr).toBe(
				'warning: cut.cfg may have been cut short: the last line is not "end". What is missing may be missing in the file alone\n',
			);
			expect(JSON.parse(cut.stdout).remarks).toHaveLength(1);
			expect(part).toMatchObject({ exitCode: 0, stderr: '' });
		});

		it('prints one device of a report as JSON', async () => {
			const files = [intendedPath('edge-2'), 'backups/edge-2.txt'];

			const { stdout } = await cli(['diff', ...files, '--platform', 'cisco_ios', '--json']);

			expect(JSON.parse(stdout)).toMatchObject({
				name: 'edge-2',
				platform: 'cisco_ios',
				status: 'drifted',
				changes: [{ kind: 'extra', lineage: ['interface Ethernet0/0'], line: 'shutdown' }],
			});
		});
	});

	it('mask shows what the compare sees, and says which pattern did what', async () => {
		const args = ['mask', 'backups/edge-1.txt', '--platform', 'cisco_ios'];

		const [masked, explained, unused] = await Promise.all([
			cli(args),
			cli([...args, '--explain']),
			cli([...args, '--explain', '--unused']),
		]);

		expect(masked.stdout).toMatch(/^snmp-server community <secret:[0-9a-f]{6}> RO$/mu);
		expect(explained.stdout).toMatch(/^\s+12 {2}\S+snmp\S* +snmp-server community <secret:[0-9a-f]{6}> RO$/mu);
		expect(explained.stdout).toMatch(/^\d+ of \d+ masks hit nothing$/mu);
		expect(unused.stdout).toMatch(/^\d+ of \d+ masks hit nothing: .*secret\/ios-vtp/mu);
		expect(explained.stdout).not.toContain('check whether its pattern is too wide');
		expect(masked.stdout + explained.stdout).not.toContain(SECRET);
	});

	it.each(['utf16le', 'latin1'] as const)('mask reads a file in %s from its first line on', async (encoding) => {
		const path = join(checkout.folder, `${encoding}.txt`);
		const mark = encoding === 'utf16le' ? '\uFEFF' : '';
		await writeFile(path, Buffer.from(`${mark}enable password ${SECRET}\n! Zürich\n`, encoding));

		const { stdout } = await cli(['mask', path, '--platform', 'cisco_ios']);

		expect(stdout).toMatch(/^enable password <secret:[0-9a-f]{6}>\n! Zürich\n$/u);
	});

	it('mask and diff read a document as the API that gives it, and refuse it as lines of a command line', async () => {
		const document = `<config>\n  <secret>${SECRET}</secret>\n</config>\n`;
		await writeFile(join(checkout.folder, 'one.xml'), document);
		await writeFile(join(checkout.folder, 'other.xml'), document.replace(SECRET, `${SECRET}-2`));
		await writeFile(join(checkout.folder, 'lines.txt'), 'set deviceconfig system hostname a\n');
		await writeFile(join(checkout.folder, 'cut.xml'), document.slice(0, -5));
		await writeFile(join(checkout.folder, 'echoed.txt'), `anna@fw> show\n${document}`);
		const panos = ['--platform', 'paloalto_panos'];

		const finished = await Promise.all([
			cli(['mask', 'one.xml', ...panos]),
			cli(['diff', 'one.xml', 'other.xml', ...panos]),
			cli(['mask', 'one.xml', ...panos, '--transport', 'ssh']),
			cli(['diff', 'lines.txt', 'one.xml', ...panos]),
			cli(['diff', 'lines.txt', 'cut.xml', ...panos]),
			cli(['mask', 'echoed.txt', ...panos]),
		]);

		expect(finished.map(({ exitCode }) => exitCode)).toEqual([0, 1, 2, 2, 2, 2]);
		expect(finished[0]?.stdout).toMatch(/<secret:[0-9a-f]{6}>/u);
		for (const { stderr } of finished.slice(2, 4)) {
			expect(stderr).toContain(
				'one.xml: this is XML, but ssh gives lines of a command line on paloalto_panos. Add --transport rest',
			);
		}
		expect(finished[4]?.stderr).toContain('cut.xml: this is XML, but ssh gives lines of a command line');
		expect(finished[5]?.stderr).toContain('echoed.txt: XML stands behind its first lines. Keep nothing but the XML');
		for (const { stdout, stderr } of finished) expect(stdout + stderr).not.toContain(SECRET);
	});

	it('mask --explain names a mask that takes a large share of a config', async () => {
		const path = join(checkout.folder, 'communities.txt');
		await writeFile(path, Array.from({ length: 30 }, (_, index) => `snmp-server community c${index}\n`).join(''));

		const { stdout } = await cli(['mask', path, '--platform', 'cisco_ios', '--explain']);

		expect(stdout).toContain(
			'secret/ios-snmp-community takes 100 % of the lines: check whether its pattern is too wide\n',
		);
	});

	describe('fetch', () => {
		it('prints a config that may be kept', async () => {
			const { exitCode, stdout, stderr } = await cli(['fetch', 'edge-1']);

			expect(exitCode).toBe(0);
			const config = iosConfig('edge-1', withSecret).replace(SECRET, '<removed>');
			expect(stdout.endsWith(config)).toBe(true);
			// Of one device there is nothing but the config: `fetch core-1 > file`.
			expect(stdout).not.toContain('==>');
			expect(stdout).not.toMatch(/Building configuration|Last configuration change/mu);
			expect(stderr).not.toContain(SECRET);
		});

		it('writes intended configs for a team that starts, and the next audit is in sync', async () => {
			await using start = await createCheckout(null);
			await start.commit({ 'fleet.yml': fleetYml(fleet, devices.slice(0, 2)) });
			const inStart = { cwd: start.folder };

			const fetched = await cli(['fetch', 'edge-*', '--write'], inStart);
			const audited = await cli(['audit'], inStart);

			expect([fetched.exitCode, audited.exitCode]).toEqual([0, 0]);
			expect(fetched.stdout).toBe('');
			expect(await readFile(join(start.folder, intendedPath('edge-2')), 'utf8')).toContain('RO\n');
		});

		it('writes intended configs out of the backups of another tool, and asks nobody', async () => {
			await using start = await createCheckout(null);
			const backup = iosConfig('edge-1');
			await start.commit({
				'fleet.yml': fleetYml(fleet, devices.slice(0, 2)),
				'backups/edge-1': backup,
				'backups/edge-2': backup.replace('end\n', '*Nov 12 09:13:45.123: %LINK-3-UPDOWN: Interface Te0/1, down\nend\n'),
			});
			const inStart = { cwd: start.folder, env: {} };

			const fetched = await cli(['fetch', 'edge-*', '--write', '--running-dir', 'backups'], inStart);
			const audited = await cli(['audit', '--select', 'edge-1', '--running-dir', 'backups'], inStart);

			expect([fetched.exitCode, audited.exitCode]).toEqual([3, 0]);
			expect(fetched.stderr).toMatch(
				/edge-2: config incomplete \(incomplete\): line \d+ of .* "?.*%LINK-3-UPDOWN.*may have cut a line in two/u,
			);
			expect(await readFile(join(start.folder, intendedPath('edge-1')), 'utf8')).toContain('hostname edge-1');
			expect(existsSync(join(start.folder, intendedPath('edge-2')))).toBe(false);
		});

		it('keeps configs for a later audit, which finds what one of the devices would', async () => {
			const key = { ...LOGIN, FLEET_FINGERPRINT_KEY: 'a key of the team' };
			const kept = await cli(['fetch', 'edge-*', '--json', 'kept.json']);
			const keyed = await cli(['fetch', 'edge-*', '--json', 'keyed.json'], { env: key });
			const file = await read('kept.json');
			await writeFile(
				join(checkout.folder, 'other.json'),
				(await read('keyed.json')).replaceAll(/<secret:\w{6}>/g, '<secret:123abc>'),
			);

			const audit = async (running: string, env: Readonly<Record<string, string>> = {}) => {
				const { stdout } = await cli(['audit', '--running-dir', running, '--json', '-'], { env });
				const { devices: judged, warnings } = JSON.parse(stdout);
				return { statuses: judged.map(({ status }: { readonly status: string }) => status), warnings };
			};

			expect([kept.exitCode, keyed.exitCode, kept.stdout]).toEqual([0, 0, '']);
			expect(file + (await read('keyed.json'))).not.toContain(SECRET);
			expect(JSON.parse(file)).toMatchObject({ schemaVersion: 1, fingerprintKey: null });
			expect(file).toContain('Last configuration change at');
			expect(await audit('kept.json')).toEqual({
				statuses: ['in-sync', 'drifted', 'unknown'],
				warnings: [expect.stringContaining('kept.json: they were taken out when it was written')],
			});
			expect(await audit('keyed.json', key)).toEqual({ statuses: ['in-sync', 'drifted', 'unknown'], warnings: [] });
			expect(await audit('keyed.json')).toMatchObject({ warnings: [expect.stringContaining('with another key')] });
			// A secret that changed is drift to whoever has the key.
			expect((await audit('other.json', key)).statuses).toEqual(['drifted', 'drifted', 'unknown']);
		});

		it('refuses a file that holds no configs of an earlier fetch', async () => {
			const { exitCode, stderr } = await cli(['audit', '--running-dir', 'fleet.yml']);

			expect(exitCode).toBe(2);
			expect(stderr).toContain('the file holds no running configs from an earlier fetch');
		});

		it('goes on with the others when one device cannot be fetched', async () => {
			const { exitCode, stdout, stderr } = await cli(['fetch', 'gone', 'edge-1', 'edge-2']);

			expect(exitCode).toBe(3);
			expect(stdout).toMatch(
				/^==> edge-1 <==\n[^=]*^hostname edge-1$[^=]*\n\n==> edge-2 <==\n[^=]*^hostname edge-2$[^=]*$/mu,
			);
			expect(stderr).toContain('gone: unreachable');
		});

		it('knows no device that is not in the fleet', async () => {
			const { exitCode, stderr } = await cli(['fetch', 'edge-9']);

			expect(exitCode).toBe(2);
			expect(stderr).toContain('edge-9');
		});
	});

	it('platforms lists every platform with its proof of completeness', async () => {
		const [table, json] = await Promise.all([cli(['platforms']), cli(['platforms', '--json'])]);
		const rows: readonly { readonly name: string; readonly transports: readonly object[] }[] = JSON.parse(json.stdout);

		expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['cisco_ios', 'juniper_junos', 'frr']));
		expect(table.stdout.trim().split('\n')).toHaveLength(rows.flatMap(({ transports }) => transports).length + 1);
	});

	it('schema prints what is committed, and the sample fleet keeps to it', async () => {
		const { stdout } = await cli(['schema']);
		const repositoryFile = (path: string): Promise<string> =>
			readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
		const validate = new Ajv({ strict: false }).compile(JSON.parse(stdout));

		expect(stdout).toBe(await repositoryFile('schema/fleet.schema.json'));
		expect(validate(parse(await repositoryFile('fleet.yml'))), JSON.stringify(validate.errors)).toBe(true);
	});
});
