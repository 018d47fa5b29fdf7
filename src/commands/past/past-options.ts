import type { Command } from 'commander';
import { branch } from '../../settings/input-parsers.ts';
import { parsed } from '../options/parsed.ts';
import { refuseIdle } from '../options/refuse-idle.ts';

/** The history that a user names; without a branch he does not. */
export interface PastOptions {
	readonly resultsBranch?: string;
	readonly remote?: string;
}

/** @param tells - what is known from it: "which configs lost most of their lines" */
export function withPastOptions(command: Command, tells: string): Command {
	command
		.option('--results-branch <name>', `also report ${tells}, from this branch of the remote "origin"`, parsed(branch))
		.option('--remote <url>', 'URL or path of the repository with that branch');
	return refuseIdle(command, { '--remote': '--results-branch' });
}
