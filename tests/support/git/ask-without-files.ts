import { closeSync, openSync } from 'node:fs';
import { openGit } from '../../../src/infrastructure/git/git.ts';
import { userEnvironment } from '../../../src/infrastructure/git/git-environment.ts';

/**
 * A process that asks git in the folder that it is given, by a git that stays (`stay`) or one for each question: twice while it
 * may open no more files, and once after that.
 */
const git = openGit({ cwd: process.argv[2] ?? '', environment: userEnvironment() });
const catFile = git.openCatFile('sizes');
const opened = openAll();
await tell();
await tell();
for (const file of opened) closeSync(file);
await tell();
await catFile[Symbol.asyncDispose]();

function openAll(): readonly number[] {
	const files: number[] = [];
	try {
		for (;;) files.push(openSync('/dev/null', 'r'));
	} catch {
		return files;
	}
}

async function tell(): Promise<void> {
	process.stdout.write(
		await ask().then(
			(answer) => `${answer}\n`,
			(error) => `${error.kind}\n`,
		),
	);
}

async function ask(): Promise<string> {
	const absent = 'f'.repeat(40);
	if (process.argv[3] === 'stay') return (await catFile.ask(absent)).type;
	const [, answer = ''] = String(await git.catFile(['--batch-check'], `${absent}\n`))
		.trim()
		.split(' ');
	return answer;
}
