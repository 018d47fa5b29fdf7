import type { EventContext } from '../../infrastructure/github/event/event-context.ts';
import type { ReportLinks } from '../../reporting/markdown/links.ts';

/**
 * Where a report leads its reader.
 *
 * @param commit - of the results branch; null: nothing was stored
 */
export function linksTo({ serverUrl, repository, runUrl, headSha }: EventContext, commit: string | null): ReportLinks {
	const home = `${serverUrl}/${repository.owner}/${repository.repo}`;
	return {
		run: runUrl,
		report: commit === null ? runUrl : `${home}/tree/${commit}`,
		blob: `${home}/blob/${headSha}`,
	};
}
