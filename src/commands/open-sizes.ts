import { lastSizes } from '../composition/last-sizes.ts';
import { DriftAuditError } from '../errors.ts';
import type { AuditTools } from '../use-cases/audit-tools.ts';
import type { CommandLine } from './command-line.ts';
import { readResults } from './results-remote.ts';
import type { SinceOptions } from './tell-since.ts';

/** How long configs were when they were judged last, until it is disposed of. */
export interface SizesOfPast extends AsyncDisposable {
	/** Left out where no results branch was named. */
	readonly lastSizes?: NonNullable<AuditTools['lastSizes']>;
}

/** Reads them while devices are asked. A history that cannot be read is a warning: devices are judged without it. */
export function openSizes({ resultsBranch: branch, remote }: SinceOptions, line: CommandLine): SizesOfPast {
	if (branch === undefined) return { [Symbol.asyncDispose]: async () => {} };
	const stop = new AbortController();
	const signal = AbortSignal.any([line.signal, stop.signal]);
	const latest = readResults({ remote, branch }, { ...line, signal }, (past) => past.latest());
	const closed = latest.then(
		() => {},
		(error: unknown) => {
			if (signal.aborted) return;
			const why = error instanceof DriftAuditError ? error.message : String(error);
			line.log.warning(`configs that lost most of their lines are not noticed: ${why}`);
		},
	);
	return {
		lastSizes: lastSizes(() => latest),
		async [Symbol.asyncDispose]() {
			stop.abort();
			await closed;
		},
	};
}
