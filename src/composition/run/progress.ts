import type { Log } from '../../infrastructure/log.ts';
import { nameReason } from '../../reporting/wording/describe-reason.ts';
import type { Progress } from '../../use-cases/ports.ts';

export interface ProgressOptions {
	readonly log: Log;
	/** A terminal that can rewrite its line; null: a plain line for every device that is done. */
	readonly terminal: { readonly write: (text: string) => void; readonly columns: number } | null;
}

/** Shows what is going on: one line that moves on a terminal, one line per device in a log. */
export function createProgress({ log, terminal }: ProgressOptions): Progress {
	const underWay = new Set<string>();
	const redraw = (done: number, total: number): void => {
		if (terminal === null) return;
		const filled = total === 0 ? 0 : Math.round((done / total) * BAR);
		const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
		const line = ` ${bar} ${done}/${total}  ${[...underWay].join(' ')}`;
		terminal.write(`\r\u001b[K${done === total ? '' : line.slice(0, terminal.columns - 1)}`);
	};
	return {
		started({ name }) {
			underWay.add(name);
		},
		finished(report, done, total) {
			const { name, status, durationMs, changes } = report;
			underWay.delete(name);
			redraw(done, total);
			if (terminal !== null) return;
			const count = `${changes.length} change${changes.length === 1 ? '' : 's'}`;
			const why = nameReason(report);
			const what = why === '' ? (status === 'drifted' ? `drifted, ${count}` : status) : why;
			log.info(`[${done}/${total}] ${name}: ${what} (${(durationMs / 1_000).toFixed(1)} s)`);
		},
		defect({ name }, error) {
			log.debug(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
		},
	};
}

/** Cells of the bar. */
const BAR = 24;
