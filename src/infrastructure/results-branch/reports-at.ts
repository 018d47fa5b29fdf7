import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseReport } from './parse-history.ts';
import type { CommittedFiles } from './read-history.ts';
import { readReport } from './read-report.ts';
import type { StoredReport } from './stored-report.ts';

/** Whose texts are in memory at once. */
const REPORTS_AT_HAND = 10;

/** Those of the reports that exist, in turns with timers and sockets: short ones some at once, long ones a device at a time. */
export async function* reportsAt(
	files: CommittedFiles,
	paths: readonly string[],
): AsyncGenerator<readonly [path: string, report: StoredReport]> {
	const long = await files.longAmong(paths);
	for (let from = 0; from < paths.length; from += REPORTS_AT_HAND) {
		const portion = paths.slice(from, from + REPORTS_AT_HAND);
		const texts = await files.read(portion.filter((path) => !long.has(path)));
		for (const path of portion) {
			await nextTurn();
			const text = texts.get(path);
			const file = long.has(path) ? await files.open(path) : null;
			if (text !== undefined) yield [path, parseReport(text, path)];
			if (file !== null) yield [path, await readReport(file, path)];
		}
	}
}
