import type { Octokit } from '../client/octokit.ts';
import type { Repository } from '../event/event-context.ts';
import { concludeCheck } from './check-run.ts';

const KILLED = {
	conclusion: 'cancelled',
	title: 'The audit was ended before it could finish',
	summary: 'No result: the process was killed, or GitHub did not take the result. See the log of the job.',
	text: '',
	annotations: [],
} as const;

/**
 * Concludes the check run of a run that was killed: in progress, a required one blocks its pull request. One that was
 * concluded after all is left alone.
 *
 * @throws PublishError when GitHub refuses
 */
export async function concludeKilled(octokit: Octokit, repository: Repository, id: number): Promise<void> {
	const { data } = await octokit.rest.checks.get({ ...repository, check_run_id: id });
	if (data.status === 'completed') return;
	await concludeCheck(octokit, { id, repository, name: data.name, url: data.html_url }, KILLED);
}
