import type { ChangedLines } from '../../../domain/annotation.ts';
import type { Octokit } from '../client/octokit.ts';
import type { Repository } from '../event/event-context.ts';

/** A page holds a hundred files; a reviewer of more will not miss the order of annotations. */
const MAX_PAGES = 10;

/** The lines that GitHub shows of a pull request's changes, by path, numbered as they are at its head. */
export async function changedLines(
	octokit: Octokit,
	repository: Repository,
	pullNumber: number,
): Promise<ChangedLines> {
	const lines = new Map<string, ReadonlySet<number>>();
	let pages = 0;
	const all = { ...repository, pull_number: pullNumber, per_page: 100 };
	for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.listFiles, all)) {
		// A binary or very long file comes without a patch.
		for (const { filename, patch } of data) lines.set(filename, headLines(patch ?? ''));
		pages += 1;
		if (pages === MAX_PAGES) break;
	}
	return lines;
}

/** The head's side of a patch: what it adds and what stands around it. */
function headLines(patch: string): ReadonlySet<number> {
	const lines = new Set<number>();
	let next = 0;
	for (const line of patch.split('\n')) {
		const start = /^@@ -\d+(?:,\d+)? \+(?<start>\d+)/u.exec(line)?.groups?.start;
		if (start !== undefined) next = Number(start);
		else if (line.startsWith('+') || line.startsWith(' ')) lines.add(next++);
	}
	return lines;
}
