import { withCode } from '../../errors.ts';
import { concludeKilled } from '../../infrastructure/github/check/conclude-killed.ts';
import { openCheckId } from '../../infrastructure/github/check/open-check-state.ts';
import { createOctokit } from '../../infrastructure/github/client/octokit.ts';
import { RequestTime } from '../../infrastructure/github/client/request-time.ts';
import { asPublishError } from '../../infrastructure/github/publish-failure.ts';
import type { Log } from '../../infrastructure/log.ts';
import { removeLeftovers } from '../../infrastructure/remove-leftovers.ts';

/** Of the runner's patience at the end of a job. */
const REQUESTS_MS = 10_000;

/** Does what a run that was killed could not: takes away what it has left, and concludes its check. Never throws. */
export async function tidyUpAfterJob(env: Readonly<Record<string, string | undefined>>, log: Log): Promise<void> {
	const { RUNNER_TEMP: folder = '', GITHUB_REPOSITORY: name = '', GITHUB_API_URL: apiUrl } = env;
	if (folder !== '') await removeLeftovers(folder);
	const token = env['INPUT_GITHUB-TOKEN'] ?? '';
	const id = openCheckId(env);
	const [owner = '', repo = ''] = name.split('/');
	if (id === null || token === '') return;
	log.registerSecrets([token]);
	const time = new RequestTime({ endMs: performance.now() + REQUESTS_MS, signal: new AbortController().signal });
	try {
		const octokit = await createOctokit({ token, log, time, ...(apiUrl === undefined ? {} : { apiUrl }) });
		await concludeKilled(octokit, { owner, repo }, id);
	} catch (error) {
		const { code, message } = asPublishError('check run', error);
		log.warning(withCode(code, message));
	}
}
