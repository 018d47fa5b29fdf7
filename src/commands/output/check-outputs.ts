import { resolve } from 'node:path';
import { ConfigurationError, NOWHERE, type Problem } from '../../errors.ts';
import { outputProblem } from '../../infrastructure/output-file.ts';
import type { CommandLine } from '../command-line.ts';
import type { ReportOptions } from '../options/report-options.ts';

/** Before anything is asked: a report that has no place is work for nothing. Refuses all files at once. */
export async function checkOutputs(
	options: Pick<ReportOptions, 'json' | 'markdown' | 'html'>,
	{ cwd }: Pick<CommandLine, 'cwd'>,
): Promise<void> {
	const { json, markdown, html } = options;
	const named = Object.entries({ '--json': json === '-' ? undefined : json, '--markdown': markdown, '--html': html });
	const taken = new Map<string, string>();
	const problems: Problem[] = [];
	for (const [option, file] of named) {
		if (file === undefined) continue;
		const path = resolve(cwd, file);
		const other = taken.get(path);
		taken.set(path, option);
		const problem = other === undefined ? await problemOf(file, path) : sameFile(file, `${other} and ${option}`);
		if (problem !== null) problems.push({ ...problem, file });
	}
	if (problems.length > 0) throw new ConfigurationError(problems);
}

async function problemOf(file: string, path: string): Promise<Problem | null> {
	if (/[\\/]$/u.test(file)) return noFile(file);
	return await outputProblem(path);
}

function noFile(file: string): Problem {
	return { ...NOWHERE, file, message: 'is the name of a folder', fix: 'Name a file in it' };
}

function sameFile(file: string, options: string): Problem {
	return { ...NOWHERE, file, message: `${options} both name it`, fix: 'Name a file for each' };
}
