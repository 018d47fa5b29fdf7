import { closeSync, openSync } from 'node:fs';
import { openGit } from '../../../src/infrastructure/git/git.ts';
import { userEnvironment } from '../../../src/infrastructure/git/git-environment.ts';

/**
 * A process that asks about an object in the folder that it is given: twice while it may open no more files, and once after
 * that.
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
	const asked = catFile.ask('f'.repeat(40));
	process.stdout.write(
		await asked.then(
			({ type }) => `${type}\n`,
			(error) => `${error.kind}\n`,
		),
	);
}
