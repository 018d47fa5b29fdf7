import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommands } from '../../scripts/tables/command-tables.ts';
import { createBareRepository } from '../../src/infrastructure/git/bare-repository.ts';
import { starterWorkflow } from '../../src/settings/starter/starter-workflow.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { installInto } from '../support/e2e/real-shells.ts';
import { connectionsOf } from '../support/e2e/small-change.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { openBranch } from '../support/git/open-branch.ts';
import { type GitHubServer, startGitHubServer } from '../support/github/server.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

/** Run by demo.test.ts; it takes seconds. */
const ELSEWHERE = ['fleet-drift demo', 'fleet-drift demo --out demo-report'];

/** Those that wait, and are told to end when they have begun to. */
const INTERRUPTED: Readonly<Record<string, { readonly exitCode: number; readonly says: RegExp }>> = {
	'fleet-drift calibrate edge-01 --interval 30s': { exitCode: 3, says: /interrupted before it was done: edge-01/ },
	'fleet-drift simulate': { exitCode: 0, says: /simulated devices listen on/ },
};

/** What has to be done in front of them. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
	preflight: ['git checkout --quiet change'],
};

const examplesIn = (help: string): readonly string[] =>
	(help.split(/^Examples?:\n/m)[1] ?? '').split('\n').flatMap((line) => line.trim() || []);
const commands = readCommands().map((command) => {
	const shown: string[] = [];
	command.configureOutput({ writeOut: (written) => shown.push(written) }).outputHelp();
	return { name: command.name(), examples: examplesIn(shown.join('')).filter((line) => !ELSEWHERE.includes(line)) };
});

/** What shards have reported can only be merged where they have. */
const chains = commands.flatMap(({ name, examples }) => {
	if (name === 'merge') return [];
	const after = name === 'plan' ? 'merge' : '';
	return [
		{ name, examples: [...examples, ...commands.flatMap((other) => (other.name === after ? other.examples : []))] },
	];
});

const devices = ['edge-01', 'edge-02'].map((name) => simulatedDevice({ name, runningConfig: iosConfig(name) }));

interface Finished {
	readonly exitCode: number | null;
	readonly said: string;
}

/** Each command in a copy of a repository in which a team works with us. */
describe('the examples of --help', () => {
	const started = new AsyncDisposableStack();
	let fleet: SimulatedFleet;
	let github: GitHubServer;
	let team: Checkout;
	let bin: TemporaryFolder;

	beforeAll(async () => {
		fleet = started.use(await startSimulatedFleet({ devices }));
		github = started.use(await startGitHubServer());
		bin = started.use(await temporaryFolder('bin-'));
		await installInto(bin.path, 'bash');
		const remote = join(started.use(await temporaryFolder('remote-')).path, 'octo', 'network.git');
		await createBareRepository(remote);
		team = started.use(await createCheckout(remote));
		await team.commit({
			'fleet.yml': fleetYml(fleet, devices, { defaults: { credentials: 'lab', site: 'ams' } }),
			'backup.txt': iosConfig('edge-01'),
			'.github/workflows/drift.yml': starterWorkflow(['FLEET_USERNAME', 'FLEET_PASSWORD']),
			'inventory/hosts.yml': 'all: { hosts: { edge-01: { ansible_host: 192.0.2.1, ansible_network_os: ios } } }\n',
		});
		await run('fleet-drift fetch "*" --write', team.folder);
		await cp(join(team.folder, 'intended-configs'), join(team.folder, 'backups'), { recursive: true });
		await team.commit({});
		const { stdout } = await spawnCli(['audit', '--json', '-'], { cwd: team.folder, env: LOGIN });
		const tempDir = started.use(await temporaryFolder('history-')).path;
		await openBranch({ remoteUrl: remote, tempDir, report: JSON.parse(stdout) }).record(JSON.parse(stdout));
		await team.branch('change');
		await team.commit({ [intendedPath('edge-02')]: iosConfig('edge-02', { mtu: 9000 }) });
		await team.git('checkout', '--quiet', 'main');
	});
	afterAll(() => started.disposeAsync());

	const run = async (line: string, cwd: string, onStart?: (process: ChildProcess) => void): Promise<Finished> => {
		const env = {
			...LOGIN,
			PATH: `${bin.path}:${process.env.PATH}`,
			HOME: tmpdir(),
			GITHUB_API_URL: github.url,
			GITHUB_TOKEN: github.token,
			GITHUB_REPOSITORY: 'octo/network',
		};
		const shell = spawn('sh', ['-c', `exec ${line}`], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		onStart?.(shell);
		const [out, error, [exitCode]] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'close')]);
		return { exitCode, said: `${out}${error}` };
	};
	const runUntil = (line: string, cwd: string): Promise<Finished> => {
		const before = connectionsOf(fleet);
		return run(line, cwd, async (shell) => {
			const said = once(shell.stdout ?? shell, 'data');
			const asked = async (): Promise<void> => {
				while (shell.exitCode === null && connectionsOf(fleet) === before) await sleep(20);
			};
			await Promise.race([said, asked(), once(shell, 'exit')]);
			shell.kill('SIGINT');
		});
	};

	it.each(chains.filter(({ examples }) => examples.length > 0))(
		'of $name can be run as they stand',
		async ({ name, examples }) => {
			await using copy = await temporaryFolder('team-');
			await cp(team.folder, copy.path, { recursive: true });
			for (const line of BEFORE[name] ?? []) expect((await run(line, copy.path)).exitCode, line).toBe(0);
			for (const example of examples) {
				if (name === 'init') await rm(join(copy.path, 'fleet.yml'));
				const waits = INTERRUPTED[example];

				const { exitCode, said } = await (waits === undefined ? run(example, copy.path) : runUntil(example, copy.path));

				expect(said, example).not.toMatch(/^\s+at |internal error/mu);
				// Its ports are those of the sample fleet, and somebody else may have one of them.
				if (example === 'fleet-drift simulate' && said.includes('which is taken')) continue;
				expect([example, exitCode, said]).toEqual([example, waits?.exitCode ?? 0, said]);
				if (waits !== undefined) expect(said).toMatch(waits.says);
			}
		},
	);

	it('of the program are those of its commands, or can be run as well', async () => {
		const { stdout } = await spawnCli(['--help'], { cwd: team.folder });
		const known = commands.flatMap(({ examples }) => examples);
		const more = examplesIn(stdout).filter((line) => !known.includes(line) && !ELSEWHERE.includes(line));

		expect(more).toEqual(['fleet-drift init --from ansible --file inventory/hosts.yml', 'fleet-drift doctor "edge-*"']);
		await using copy = await temporaryFolder('team-');
		await cp(team.folder, copy.path, { recursive: true });
		const examined = await run('fleet-drift doctor "edge-*"', copy.path);
		await rm(join(copy.path, 'fleet.yml'));
		const begun = await run('fleet-drift init --from ansible --file inventory/hosts.yml', copy.path);

		expect([examined.exitCode, begun.exitCode]).toEqual([0, 0]);
	});
});
