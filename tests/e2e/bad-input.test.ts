import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostKeyOf } from '../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { type Checkout, createCheckout, type Files, writeFiles } from '../support/e2e/checkout.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { connectionsOf } from '../support/e2e/small-change.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { type FinishedAction, runAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

interface Mistake {
	/** What stands in fleet.yml instead of what. */
	readonly edits?: readonly (readonly [from: string, to: string])[];
	/** Files other than those of a good repository. */
	readonly files?: Files;
	readonly env?: Readonly<Record<string, string>>;
	/** How each problem begins: place and message. */
	readonly problems: readonly RegExp[];
	/** What one of the fixes says. */
	readonly fix: RegExp;
}

const UNKNOWN_KEY: Mistake = {
	edits: [['transport: ssh', 'transport: ssh, transprot: ssh']],
	problems: [/^fleet\.yml:5:\d+: unknown key "transprot" in defaults/],
	fix: /Did you mean "transport"/,
};
const UNKNOWN_PLATFORM: Mistake = {
	edits: [['platform: cisco_ios', 'platform: cisco_ioss']],
	problems: [/^fleet\.yml:5:\d+: unknown platform "cisco_ioss"/],
	fix: /Did you mean "cisco_ios"/,
};
const UNKNOWN_TRANSPORT: Mistake = {
	edits: [['transport: ssh', 'transport: telnet']],
	problems: [/^fleet\.yml:5:\d+: defaults\.transport cannot be "telnet"/],
	fix: /ssh/,
};
const UNKNOWN_CREDENTIALS: Mistake = {
	edits: [['credentials: lab', 'credentials: lap']],
	problems: [/^fleet\.yml:5:\d+: unknown credentials "lap"/],
	fix: /lab/,
};
const NO_CREDENTIALS: Mistake = {
	edits: [[', credentials: lab', '']],
	problems: [/^fleet\.yml:9:\d+: device edge-1 has no credentials \(2 devices: edge-1 at line 9, edge-2 at line 10\)/],
	fix: /Add credentials: NAME/,
};
const MISSING_VARIABLE: Mistake = {
	edits: [[`\${FLEET_PASSWORD}`, `\${FLEET_PASSWROD}`]],
	problems: [/^fleet\.yml:7:\d+: environment variable FLEET_PASSWROD is not set/],
	fix: /secrets\.FLEET_PASSWROD/,
};
const EMPTY_VARIABLE: Mistake = {
	env: { FLEET_PASSWORD: '' },
	problems: [/^fleet\.yml:7:\d+: environment variable FLEET_PASSWORD is empty/],
	fix: /secret exists/,
};
const LITERAL_PASSWORD: Mistake = {
	edits: [[`\${FLEET_PASSWORD}`, 'hunter2-secret']],
	problems: [/^fleet\.yml:7:\d+: credentials\.lab\.password is not a reference but a value/],
	fix: /\$\{/,
};
const MISSING_INTENDED: Mistake = {
	files: { 'intended-configs/edge-2.cfg': null },
	problems: [/^intended-configs\/edge-2\.cfg: the intended config of edge-2 does not exist/],
	fix: /fetch edge-2 --write/,
};
const EMPTY_INTENDED: Mistake = {
	files: { 'intended-configs/edge-1.cfg': '\n\n' },
	problems: [/^intended-configs\/edge-1\.cfg:1:1: the intended config of edge-1 is empty/],
	fix: /Write the config into it/,
};
const ABSOLUTE_PATH: Mistake = {
	edits: [['intended-configs/{device}.cfg', '/etc/{device}.cfg']],
	problems: [/^fleet\.yml:3:\d+: intended cannot be "\/etc\/\{device\}\.cfg"/],
	fix: /relative/,
};
const PATH_OUTSIDE: Mistake = {
	edits: [['intended-configs/{device}.cfg', '../{device}.cfg']],
	problems: [
		/^\.\.\/edge-1\.cfg: the intended config of edge-1 leads out of the repository/,
		/^\.\.\/edge-2\.cfg: the intended config of edge-2 leads out of the repository/,
	],
	fix: /Keep the file inside/,
};
const MISSING_KNOWN_HOSTS: Mistake = {
	edits: [['# known-hosts', 'known-hosts: hosts #']],
	problems: [/^hosts: the known_hosts file of fleet\.yml does not exist/],
	fix: /fleet-drift doctor/,
};
const BACKSLASHES: Mistake = {
	edits: [['# known-hosts', 'known-hosts: keys\\hosts #']],
	problems: [/^keys\\hosts: the known_hosts file of fleet\.yml does not exist/],
	fix: /Divide folders by "\/", not by "\\"/,
};
const UNREADABLE_KNOWN_HOSTS: Mistake = {
	edits: [['# known-hosts', 'known-hosts: hosts #']],
	files: { hosts: '127.0.0.1 ssh-ed25519 AAAA\n\0' },
	problems: [/^hosts:2:1: holds a NUL byte/],
	fix: /UTF-8/,
};
const NO_YAML: Mistake = {
	edits: [['credentials:\n', 'credentials: [\n']],
	problems: [/^fleet\.yml:\d+:\d+: /],
	fix: /./,
};
const NO_FLEET: Mistake = {
	files: { 'fleet.yml': null },
	problems: [/^fleet\.yml: there is no such file/],
	fix: /--fleet/,
};

const MISTAKES: Readonly<Record<string, Mistake>> = {
	'an unknown key': UNKNOWN_KEY,
	'an unknown platform': UNKNOWN_PLATFORM,
	'an unknown transport': UNKNOWN_TRANSPORT,
	'unknown credentials': UNKNOWN_CREDENTIALS,
	'devices without credentials': NO_CREDENTIALS,
	'folders divided by backslashes': BACKSLASHES,
	'a missing variable': MISSING_VARIABLE,
	'an empty variable': EMPTY_VARIABLE,
	'a password in the file': LITERAL_PASSWORD,
	'no intended config that can be used': together([EMPTY_INTENDED, MISSING_INTENDED]),
	'an absolute path': ABSOLUTE_PATH,
	'a path that leaves the repository': PATH_OUTSIDE,
	'a missing known_hosts file': MISSING_KNOWN_HOSTS,
	'a file that is no YAML': NO_YAML,
	'no fleet.yml': NO_FLEET,
	'all of it': together([
		UNKNOWN_PLATFORM,
		UNKNOWN_KEY,
		MISSING_VARIABLE,
		UNREADABLE_KNOWN_HOSTS,
		EMPTY_INTENDED,
		MISSING_INTENDED,
	]),
};

const devices = ['edge-1', 'edge-2'].map((name) => simulatedDevice({ name, runningConfig: iosConfig(name) }));

describe('bad input', () => {
	let fleet: SimulatedFleet;
	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
	});

	it.each(Object.entries(MISTAKES))('is told with place and fix, and nothing is contacted: %s', async (_, mistake) => {
		await using checkout = await makeRepository(fleet, mistake);
		const env = { ...LOGIN, ...mistake.env };

		const [cli, action] = await Promise.all([
			spawnCli(['audit'], { cwd: checkout.folder, env }),
			runInWorkflow(checkout, { env }),
		]);

		expect([cli.exitCode, action.exitCode]).toEqual([2, 2]);
		expect([cli.stdout, action.stderr]).toEqual(['', '']);
		for (const told of [problemsIn(cli.stderr), errorsOf(action)]) {
			expect(told).toHaveLength(mistake.problems.length);
			for (const [index, problem] of mistake.problems.entries()) expect(told[index]).toMatch(problem);
			expect(told.join('\n')).toMatch(mistake.fix);
		}
		expect(cli.stderr + action.stdout).not.toMatch(/^\s+at |Error:|hunter2/mu);
		expect(connectionsOf(fleet)).toBe(0);
	});

	it('annotates the lines that are wrong', async () => {
		await using checkout = await makeRepository(fleet, UNKNOWN_PLATFORM);

		const { commands } = await runInWorkflow(checkout, { env: LOGIN });

		expect(commands).toContainEqual(
			expect.objectContaining({ name: 'error', properties: expect.objectContaining({ file: 'fleet.yml', line: '5' }) }),
		);
	});

	it('in the inputs of the Action is told at once as well', async () => {
		await using checkout = await makeRepository(fleet, { problems: [], fix: /./ });
		const inputs = {
			mode: 'adit',
			'fail-on': 'drfit',
			deadline: 'soon',
			'fingerprint-key': 'short',
			selekt: 'site=ams',
		};

		const action = await runInWorkflow(checkout, { inputs, env: LOGIN });

		expect(action.exitCode).toBe(2);
		expect(errorsOf(action).join('\n')).toMatch(/selekt.*Did you mean "select"/u);
		for (const name of Object.keys(inputs)) expect(errorsOf(action).join('\n')).toContain(name);
		expect(withoutMasks(action.stdout)).not.toContain('short');
		expect(connectionsOf(fleet)).toBe(0);
	});

	it('in the inputs of the Action shows no secret that was given to another one by mistake', async () => {
		await using checkout = await makeRepository(fleet, { problems: [], fix: /./ });
		const token = 'ghs_0123456789hunter2';

		const run = await runInWorkflow(checkout, { inputs: { 'github-token': token, 'fail-on': token }, env: LOGIN });

		expect(run.exitCode).toBe(2);
		expect(errorsOf(run)).toEqual([expect.stringContaining('input fail-on cannot be "***"')]);
		expect(withoutMasks(run.stdout)).not.toContain('hunter2');
	});

	it.each(['empty', 'missing', 'a link out of the repository'])(
		'of one device does not keep the others from being judged: an intended config that is %s',
		async (what) => {
			const file = 'intended-configs/edge-1.cfg';
			const files = { [file]: what === 'empty' ? '\n\n' : null };
			await using checkout = await makeRepository(fleet, { files, problems: [], fix: /./ });
			if (what.startsWith('a link')) await symlink('/etc/hostname', join(checkout.folder, file));
			const before = connectionsOf(fleet);

			const cli = await spawnCli(['audit', '--json', 'report.json', '--fail-on', 'drift,unknown'], {
				cwd: checkout.folder,
				env: LOGIN,
			});

			const report = JSON.parse(await readFile(join(checkout.folder, 'report.json'), 'utf8'));
			expect(report.devices).toMatchObject([
				{ name: 'edge-1', status: 'unknown', reason: 'no-intended', message: expect.stringContaining(file) },
				{ name: 'edge-2', status: 'in-sync' },
			]);
			expect(report.devices[0].findings ?? []).toHaveLength(what === 'empty' ? 1 : 0);
			expect(cli.exitCode).toBe(3);
			expect(connectionsOf(fleet) - before).toBe(what === 'empty' ? 2 : 1);
		},
	);
});

/** Mistakes that do not hide each other, in the order in which they are told. */
function together(mistakes: readonly Mistake[]): Mistake {
	return {
		edits: mistakes.flatMap(({ edits = [] }) => edits),
		files: Object.assign({}, ...mistakes.map(({ files = {} }) => files)),
		problems: mistakes.flatMap(({ problems }) => problems),
		fix: mistakes[0]?.fix ?? /./,
	};
}

async function makeRepository(fleet: SimulatedFleet, { edits = [], files = {} }: Mistake): Promise<Checkout> {
	const checkout = await createCheckout(null);
	const good = Object.fromEntries(devices.map(({ name }) => [`intended-configs/${name}.cfg`, iosConfig(name)]));
	const fleetYml = edits.reduce((text, [from, to]) => text.replaceAll(from, to), goodFleetYml(fleet));
	await writeFiles(checkout.folder, { 'fleet.yml': fleetYml, ...good });
	await writeFiles(checkout.folder, files);
	return checkout;
}

/** By hand, because lines are counted. */
function goodFleetYml(fleet: SimulatedFleet): string {
	const device = (name: string): string =>
		`  ${name}: { host: ${fleet.host}, port: ${fleet.portOf(name)}, host-key: "${hostKeyOf(name).fingerprint}" }`;
	return [
		'# the fleet of the tests',
		'version: 1',
		'intended: intended-configs/{device}.cfg',
		'# known-hosts',
		'defaults: { platform: cisco_ios, transport: ssh, credentials: lab }',
		'credentials:',
		`  lab: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" }`,
		'devices:',
		device('edge-1'),
		device('edge-2'),
		'',
	].join('\n');
}

function runInWorkflow(
	{ folder }: Checkout,
	run: { readonly inputs?: Readonly<Record<string, string>>; readonly env: Readonly<Record<string, string>> },
): Promise<FinishedAction> {
	return runAction({
		inputs: { 'github-token': '', 'results-branch': '', ...run.inputs },
		eventName: 'schedule',
		event: scheduleEvent,
		workspace: folder,
		env: run.env,
	});
}

/** The sentences of a log, one per problem; the line that counts them is left out. */
function problemsIn(text: string): readonly string[] {
	return text
		.replace(/^error: /u, '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !/^\d+ problems; no device was contacted \[ERR_CONFIGURATION\]$/u.test(line));
}

/** What people see of a log: the runner takes these lines for itself. */
function withoutMasks(stdout: string): string {
	return stdout.replaceAll(/^::add-mask::.*$/gmu, '');
}

/** What the run failed with, without the annotations that say it again on the lines of the files. */
function errorsOf({ commands }: FinishedAction): readonly string[] {
	const errors = commands.filter(({ name, properties }) => name === 'error' && properties.file === undefined);
	return errors.flatMap(({ data }) => problemsIn(data));
}
