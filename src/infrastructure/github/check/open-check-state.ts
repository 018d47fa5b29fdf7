import { saveState } from '@actions/core';
import type { CheckRun } from './check-run.ts';

const NAME = 'open-check';

/** Tells the last step of the job of a check run that waits for its conclusion: a run that is killed concludes nothing. */
export function rememberOpenCheck({ id }: Pick<CheckRun, 'id'>): void {
	save(String(id));
}

/** There is nothing left to conclude. */
export function forgetOpenCheck(): void {
	save('');
}

/** The check run that was left open; null: there is none. The runner hands what was saved to the last step of the job. */
export function openCheckId(env: Readonly<Record<string, string | undefined>>): number | null {
	const id = Number(env[`STATE_${NAME}`] ?? '');
	return Number.isSafeInteger(id) && id > 0 ? id : null;
}

function save(value: string): void {
	// Without the runner's file the library falls back to a command on stdout, past our log.
	if (!process.env.GITHUB_STATE) return;
	try {
		saveState(NAME, value);
	} catch {
		// Worth nothing but a check that may stay open; the outputs tell that the disk is full.
	}
}
