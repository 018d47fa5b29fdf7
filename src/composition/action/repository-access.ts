import { tmpdir } from 'node:os';
import type { EventContext } from '../../infrastructure/github/event/event-context.ts';
import type { Log } from '../../infrastructure/log.ts';
import { temporaryProblem } from '../../infrastructure/make-temporary.ts';

/** The repository as git knows it; credentials travel apart from it. */
export function cloneUrl({ serverUrl, repository }: Pick<EventContext, 'serverUrl' | 'repository'>): string {
	return `${serverUrl}/${repository.owner}/${repository.repo}.git`;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The runner empties its own folder between jobs; the machine's outlives them. */
export function temporaryFolder({ RUNNER_TEMP }: Environment): string {
	return RUNNER_TEMP || tmpdir();
}

/**
 * The environment with the machine's folder as RUNNER_TEMP where the runner's cannot be used, and a warning. Where neither
 * can, each place that needs one says so: the report still goes wherever none is needed.
 */
export async function withUsableTemporary(env: Environment, { warning }: Pick<Log, 'warning'>): Promise<Environment> {
	const given = temporaryFolder(env);
	const problem = await temporaryProblem(given);
	if (problem === null) return env;
	const instead = tmpdir();
	const why = `RUNNER_TEMP (${given}) takes no temporary folder (${problem})`;
	const isNoBetter = (await temporaryProblem(instead)) !== null;
	warning(isNoBetter ? `${why}, nor does ${instead}` : `${why}, so they are made in ${instead}`);
	return isNoBetter ? env : { ...env, RUNNER_TEMP: instead };
}
