import { tmpdir } from 'node:os';
import type { EventContext } from '../../infrastructure/github/event/event-context.ts';

/** The repository as git knows it; credentials travel apart from it. */
export function cloneUrl({ serverUrl, repository }: Pick<EventContext, 'serverUrl' | 'repository'>): string {
	return `${serverUrl}/${repository.owner}/${repository.repo}.git`;
}

/** The runner empties its own folder between jobs; the machine's outlives them. */
export function temporaryFolder(env: Readonly<Record<string, string | undefined>>): string {
	return env.RUNNER_TEMP ?? tmpdir();
}
