import { execFile, execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** Why a shell cannot be asked; null when it can. */
export function shellMissing(shell: 'zsh' | 'fish'): string | null {
	try {
		execFileSync(shell, ['--version'], { stdio: 'ignore' });
		return null;
	} catch {
		return `Debian package ${shell} is not installed`;
	}
}

/** Puts `fleet-drift` into a folder, as `npm install --global` would, and its script of completion beside it. */
export async function installInto(folder: string, shell: string): Promise<void> {
	const command = join(folder, 'fleet-drift');
	await writeFile(command, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
	await chmod(command, 0o755);
	const { stdout } = await run(command, ['completion', shell], { cwd: folder });
	await writeFile(join(folder, shell === 'zsh' ? '_fleet-drift' : `completion.${shell}`), stdout);
}

/**
 * What a bash offers behind these words; the last one is being typed.
 *
 * @param before - run in front: a function in place of what bash knows only while somebody types
 */
export async function offeredByBash(folder: string, words: readonly string[], before = ''): Promise<readonly string[]> {
	const quoted = words.map((word) => `'${word}'`).join(' ');
	const ask = `COMP_WORDS=(fleet-drift ${quoted}); COMP_CWORD=${words.length}; _fleet_drift; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const { stdout } = await run(
		'bash',
		['--norc', '-euc', `source completion.bash\n${before}\n${ask}`],
		inFolder(folder),
	);
	return stdout.split('\n').filter((word) => word !== '');
}

/** What a fish offers at the end of a line. */
export async function offeredByFish(folder: string, line: string): Promise<readonly string[]> {
	const ask = `source completion.fish; complete -C '${line}'`;
	const { stdout } = await run('fish', ['--no-config', '-c', ask], inFolder(folder));
	return stdout.split('\n').flatMap((row) => row.split('\t')[0] || []);
}

/**
 * Types lines into an interactive zsh, each with the tabulator and return behind it, and returns the arguments that were run:
 * what the shell made of what was typed.
 */
export async function completedByZsh(folder: string, lines: readonly string[]): Promise<readonly string[]> {
	const typing = lines.map((line) => `zpty -w shell $'${line}\\t'; zpty -r shell line '*RAN<*>*'; print -r -- $line`);
	const script = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; fleet-drift() {'
zpty -w shell '[[ $1 == devices ]] && { command fleet-drift "$@"; return }; print -r -- "RA""N<$*>" }; print REA""DY'
zpty -r shell line '*READY*'
${typing.join('\n')}
zpty -d shell
`;
	const { stdout } = await run('zsh', ['-f', '-c', script], inFolder(folder));
	return [...stdout.matchAll(/RAN<(?<args>[^>]*)>/g)].map(({ groups }) => groups?.args?.trim() ?? '');
}

function inFolder(folder: string): { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly timeout: number } {
	const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' };
	return { cwd: folder, env, timeout: 60_000 };
}
