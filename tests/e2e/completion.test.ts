import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommands } from '../../scripts/tables/command-tables.ts';
import { completedByZsh, installInto, offeredByBash, offeredByFish, shellMissing } from '../support/e2e/real-shells.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';

const commands = readCommands();
const started = new AsyncDisposableStack();
let folder: string;

const fleetOf = (...names: readonly string[]): string =>
	`version: 1
intended: intended-configs/{device}.cfg
defaults: { platform: cisco_ios, credentials: lab }
credentials: { lab: { username: "\${NOT_SET}", password: "\${NOT_SET}" } }
devices:
${names.map((name) => `  ${name}: { host: 192.0.2.1 }\n`).join('')}`;

beforeAll(async () => {
	folder = started.use(await mkdtempDisposable(join(tmpdir(), 'completion-'))).path;
	await writeFile(join(folder, 'fleet.yml'), fleetOf('edge-01', 'edge-02', 'core-01'));
	await writeFile(join(folder, 'lab.yml'), fleetOf('lab-01'));
});
afterAll(() => started.disposeAsync());

describe('completion in bash', () => {
	beforeAll(() => installInto(folder, 'bash'));
	const offered = (...words: readonly string[]) => offeredByBash(folder, words);

	it('offers every command', async () => {
		expect(await offered('')).toEqual([...commands.map((command) => command.name()), '--help', '--quiet', '--version']);
		expect(await offered('au')).toEqual(expect.arrayContaining(['audit']));
	});

	it.each(commands.map((command) => [command.name(), command] as const))(
		'offers every option of %s',
		async (name, command) => {
			const options = command.options.flatMap(({ long }) => long ?? []);

			expect(await offered(name, '--')).toEqual(expect.arrayContaining([...options, '--quiet', '--help']));
		},
	);

	it('offers what an option takes, where that is known', async () => {
		expect(await offered('diff', '--platform', 'cisco_i')).toEqual(['cisco_ios']);
		expect(await offered('init', '--from', 'n')).toEqual(['netbox', 'nornir']);
		expect(await offered('completion', 'b')).toEqual(['bash']);
	});

	it('knows the command behind an option of all', async () => {
		expect(await offered('-q', 'prefl')).toEqual(['preflight']);
		expect(await offered('--quiet', 'audit', '--fail-on', 'dr')).toEqual(['drift', 'drift,unknown']);
	});

	it('takes an equals sign as it is meant', async () => {
		expect(await offered('diff', '--platform', '=', 'cisco_i')).toEqual(['cisco_ios']);
		// Files would be offered in a real bash: what a site may be called is not known.
		const asked = await offeredByBash(
			folder,
			['audit', '--select', 'site', '=', ''],
			'compopt() { echo "compopt $*"; }',
		);
		expect(asked).toEqual(['compopt +o default']);
	});

	it('offers the devices of the fleet, of the one that was named', async () => {
		expect(await offered('fetch', 'ed')).toEqual(['edge-01', 'edge-02']);
		expect(await offered('doctor', 'edge-01', 'c')).toEqual(['core-01']);
		expect(await offered('audit', '--fleet', 'lab.yml', '--select', '')).toEqual(['lab-01']);
		expect(await offered('fetch', '--fleet', 'missing.yml', '')).toEqual([]);
	});

	it('leaves files to the shell everywhere else', async () => {
		expect(await offered('audit', '--fleet', '')).toEqual([]);
		expect(await offered('mask', 'ba')).toEqual([]);
		const { stdout } = await spawnCli(['completion', 'bash'], { cwd: folder });
		expect(stdout).toContain('complete -o default -F _fleet_drift fleet-drift');
	});
});

const zshMissing = shellMissing('zsh');

describe.skipIf(zshMissing !== null)(`completion in zsh (${zshMissing ?? 'a real one'})`, () => {
	it('completes commands, options, their values and devices', async () => {
		await installInto(folder, 'zsh');

		const completed = await completedByZsh(folder, [
			'fleet-drift pref',
			'fleet-drift -q pref',
			'fleet-drift audit --min',
			'fleet-drift diff --platform arista',
			'fleet-drift completion fi',
			'fleet-drift fetch edge-02 co',
			'fleet-drift fetch --fleet lab.yml la',
			'fleet-drift mask lab.y',
		]);

		expect(completed).toEqual([
			'preflight',
			'-q preflight',
			'audit --min-health',
			'diff --platform arista_eos',
			'completion fish',
			'fetch edge-02 core-01',
			'fetch --fleet lab.yml lab-01',
			'mask lab.yml',
		]);
	});
});

const fishMissing = shellMissing('fish');

describe.skipIf(fishMissing !== null)(`completion in fish (${fishMissing ?? 'a real one'})`, () => {
	beforeAll(() => installInto(folder, 'fish'));
	const offered = (line: string) => offeredByFish(folder, line);

	it('completes commands, options, their values and devices', async () => {
		expect(await offered('fleet-drift pref')).toEqual(['preflight']);
		expect(await offered('fleet-drift audit --min')).toEqual(['--min-health']);
		expect(await offered('fleet-drift diff --platform arista')).toEqual(['arista_eos']);
		expect(await offered('fleet-drift completion fi')).toEqual(['fish']);
		expect(await offered('fleet-drift fetch ed')).toEqual(['edge-01', 'edge-02']);
		expect(await offered('fleet-drift fetch --fleet lab.yml ')).toEqual(['lab-01']);
		expect(await offered('fleet-drift mask lab')).toEqual(['lab.yml']);
	});
});

describe.each(['zsh', 'fish'])('the script for %s', (shell) => {
	it('names every command and option', async () => {
		const { stdout: script } = await spawnCli(['completion', shell], { cwd: folder });

		for (const command of commands) {
			expect(script).toContain(shell === 'zsh' ? `'${command.name()}:` : ` -a ${command.name()} `);
			for (const { long } of command.options) {
				expect(script).toContain(shell === 'zsh' ? `'${long}[` : ` -l ${long?.slice(2)}`);
			}
		}
		// An apostrophe that is not escaped would end the text.
		expect(script.replaceAll("'\\''", '').replaceAll("\\'", '').split("'").length % 2).toBe(1);
	});
});

describe('completion', () => {
	it('refuses a shell that it does not know', async () => {
		const { exitCode, stderr } = await spawnCli(['completion', 'tcsh'], { cwd: folder });

		expect(exitCode).toBe(2);
		expect(stderr).toContain('Allowed choices are bash, zsh, fish');
	});
});

describe('devices', () => {
	it('lists what a selection picks, without credentials and without asking a device', async () => {
		const { exitCode, stdout, stderr } = await spawnCli(['devices', '--select', 'edge-* !edge-01'], { cwd: folder });

		expect([exitCode, stdout, stderr]).toEqual([0, 'edge-02\n', '']);
	});
});
