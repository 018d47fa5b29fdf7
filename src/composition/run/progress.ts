import { plural } from '../../domain/text/count-words.ts';
import type { Log } from '../../infrastructure/log.ts';
import { nameReason } from '../../reporting/wording/describe-reason.ts';
import type { Progress } from '../../use-cases/ports.ts';
import { ProgressBar, type ProgressBarOptions } from './progress-bar.ts';

/** Where progress is shown. */
export interface ProgressOptions {
	readonly log: Log;
	/** null: a plain line for every device that is done. */
	readonly terminal: ProgressBarOptions['terminal'];
}

/** Shows what is going on: one line that moves on a terminal, one line per device in a log. */
export function createProgress({ log, terminal }: ProgressOptions): Progress {
	const bar = new ProgressBar({ terminal });
	return {
		started({ name }) {
			bar.begin(name);
		},
		finished(report, done, total) {
			const { name, status, durationMs, changes } = report;
			bar.end(name, total);
			if (terminal !== null) return;
			const why = nameReason(report);
			const what = why === '' ? (status === 'drifted' ? `drifted, ${plural(changes.length, 'change')}` : status) : why;
			log.info(`[${done}/${total}] ${name}: ${what} (${(durationMs / 1_000).toFixed(1)} s)`);
		},
		defect({ name }, error) {
			log.debug(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
		},
	};
}
