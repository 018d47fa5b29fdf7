import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCommands } from '../../scripts/tables/command-tables.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';

const commands = readCommands();
const scripts = new Map<string, string>();
beforeAll(async () => {
	for (const shell of ['bash', 'zsh', 'fish']) {
		const { stdout, stderr, exitCode } = await spawnCli(['completion', shell], { cwd: tmpdir() });
		expect([exitCode, stderr]).toEqual([0, '']);
		scripts.set(shell, stdout);
	}
});

/** What a bash offers behind these words; the last one is being typed. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
	const quoted = words.map((word) => `'${word}'`).join(' ');
	const ask = `COMP_WORDS=(fleet-drift ${quoted}); COMP_CWORD=${words.length}; _fleet_drift; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const { stdout } = await promisify(execFile)('bash', ['--norc', '-euc', `${scripts.get('bash')}\n${ask}`]);
	return stdout.split('\n').filter((word) => word !== '');
}

describe('completion in bash', () => {
	it('offers every command', async () => {
		expect(await offered('')).toEqual([...commands.map((command) => command.name()), '--help', '--version']);
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

	it('leaves files to the shell everywhere else', async () => {
		expect(await offered('audit', '--fleet', '')).toEqual([]);
		expect(await offered('mask', 'ba')).toEqual([]);
		expect(scripts.get('bash')).toContain('complete -o default -F _fleet_drift fleet-drift');
	});
});

describe.each(['zsh', 'fish'])('completion in %s', (shell) => {
	it('names every command and option', () => {
		const script = scripts.get(shell) ?? '';

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
		const { exitCode, stderr } = await spawnCli(['completion', 'tcsh'], { cwd: tmpdir() });

		expect(exitCode).toBe(2);
		expect(stderr).toContain('Allowed choices are bash, zsh, fish');
	});
});
