import type { CheckAnnotation } from '../../../domain/annotation.ts';
import type { Octokit } from '../client/octokit.ts';
import { statusOf } from '../client/status-of.ts';
import type { Repository } from '../event/event-context.ts';
import { translateFailure } from '../publish-failure.ts';

/** A check run that was started and waits for its conclusion. */
export interface CheckRun {
	readonly id: number;
	readonly repository: Repository;
	readonly name: string;
	/** Its page; null where GitHub names none. */
	readonly url: string | null;
}

/** A check run that begins: GitHub shows it as in progress. */
export interface CheckStart {
	readonly repository: Repository;
	/** The pull request's head: on a merge commit nobody would see it. */
	readonly headSha: string;
	readonly name: string;
	/** The page of the run. */
	readonly detailsUrl: string;
	/** Unique per run and attempt: by it we know our check run again. */
	readonly externalId: string;
}

/** What a check run ends with, within the limits of the Checks API. */
export interface CheckConclusion {
	readonly conclusion: 'success' | 'failure' | 'neutral' | 'action_required' | 'cancelled';
	/** At most 255 bytes. */
	readonly title: string;
	/** Markdown, at most 65,535 bytes. */
	readonly summary: string;
	/** Markdown, at most 65,535 bytes; empty for none. */
	readonly text: string;
	readonly annotations: readonly CheckAnnotation[];
}

/** GitHub takes so many per request and appends them to what it has. */
const ANNOTATIONS_PER_REQUEST = 50;

/**
 * Shows people that the audit runs.
 *
 * @throws PublishError when GitHub refuses
 */
export async function startCheck(octokit: Octokit, start: CheckStart): Promise<CheckRun> {
	try {
		const { id, html_url: url } = await create(octokit, start);
		return { id, repository: start.repository, name: start.name, url: url ?? null };
	} catch (error) {
		throw translateFailure({ sink: 'check run', permission: 'checks: write', error });
	}
}

/**
 * Adds the annotations in batches; the last request sets the conclusion, so that a check is never concluded before it is
 * complete. Where GitHub refuses any of it, the check is concluded with less and the refusal is thrown.
 *
 * @returns the page of the check run
 * @throws PublishError when GitHub refuses
 */
export async function concludeCheck(
	octokit: Octokit,
	check: CheckRun,
	{ conclusion, title, summary, text, annotations }: CheckConclusion,
): Promise<string | null> {
	const output = { title, summary, ...(text === '' ? {} : { text }) };
	const batches = batchesOf(annotations.map(toApiAnnotation));
	const completed = { status: 'completed', completed_at: new Date().toISOString(), conclusion } as const;
	try {
		for (const [index, batch] of batches.slice(0, -1).entries()) {
			const added = { status: 'in_progress', output: { ...output, annotations: batch } } as const;
			await append(octokit, check, { update: added, after: (index + 1) * ANNOTATIONS_PER_REQUEST });
		}
		const last = { ...completed, output: { ...output, annotations: batches.at(-1) ?? [] } };
		return await append(octokit, check, { update: last, after: annotations.length });
	} catch (error) {
		const failure = translateFailure({ sink: 'check run', permission: 'checks: write', error });
		await completeWithLess(octokit, check, { output, conclusion });
		throw failure;
	}
}

interface CheckOutput {
	title: string;
	summary: string;
	text?: string;
}

interface Update {
	readonly status: 'in_progress' | 'completed';
	readonly completed_at?: string;
	readonly conclusion?: CheckConclusion['conclusion'];
	readonly output: CheckOutput & { annotations: ApiAnnotation[] };
}

const MAX_TRIES = 3;

/**
 * Sends one batch. Never repeated blindly: what answered with an error may have added the annotations all the same, and they
 * would stand there twice.
 *
 * @param options.after - how many annotations the check has then
 */
async function append(
	octokit: Octokit,
	check: CheckRun,
	{ update, after }: { readonly update: Update; readonly after: number },
): Promise<string | null> {
	for (let tries = 1; ; tries += 1) {
		try {
			const { data } = await octokit.rest.checks.update({ ...targetOf(check), ...update, request: { retries: 0 } });
			return data.html_url;
		} catch (error) {
			if ((statusOf(error) ?? 0) < 500 || tries === MAX_TRIES) throw error;
			const { data } = await octokit.rest.checks.get(targetOf(check));
			if (data.status === update.status && data.output.annotations_count >= after) return data.html_url;
		}
	}
}

/** Left in progress, a required check would block its pull request for ever. */
async function completeWithLess(
	octokit: Octokit,
	check: CheckRun,
	{ output, conclusion }: { readonly output: CheckOutput; readonly conclusion: CheckConclusion['conclusion'] },
): Promise<void> {
	const bare = { title: check.name, summary: 'The report did not fit here: see the summary of the job.' };
	for (const lesser of [output, bare]) {
		try {
			const completed = { status: 'completed', completed_at: new Date().toISOString(), conclusion } as const;
			// See `boundByTime()`.
			const request = { lastWord: true };
			await octokit.rest.checks.update({ ...targetOf(check), ...completed, output: lesser, request });
			return;
		} catch {
			// The refusal that brought us here says more, and is thrown by the caller.
		}
	}
}

function targetOf(check: CheckRun): { owner: string; repo: string; check_run_id: number } {
	return { ...check.repository, check_run_id: check.id };
}

async function create(octokit: Octokit, start: CheckStart): Promise<{ id: number; html_url: string | null }> {
	const { repository, headSha, name, detailsUrl, externalId } = start;
	const parameters = {
		...repository,
		head_sha: headSha,
		name,
		details_url: detailsUrl,
		external_id: externalId,
		status: 'in_progress',
		started_at: new Date().toISOString(),
	} as const;
	try {
		// Never repeated blindly: a check run that nobody knows of stays in progress for ever.
		return (await octokit.rest.checks.create({ ...parameters, request: { retries: 0 } })).data;
	} catch (error) {
		if ((statusOf(error) ?? 0) < 500) throw error;
		const { data } = await octokit.rest.checks.listForRef({
			...repository,
			ref: headSha,
			check_name: name,
			per_page: 100,
		});
		const created = data.check_runs.find((run) => run.external_id === externalId);
		return created ?? (await octokit.rest.checks.create(parameters)).data;
	}
}

interface ApiAnnotation {
	readonly path: string;
	readonly start_line: number;
	readonly end_line: number;
	readonly annotation_level: CheckAnnotation['level'];
	readonly title: string;
	readonly message: string;
}

function toApiAnnotation({ path, startLine, endLine, level, title, message }: CheckAnnotation): ApiAnnotation {
	return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}

function batchesOf(annotations: readonly ApiAnnotation[]): ApiAnnotation[][] {
	const batches: ApiAnnotation[][] = [];
	for (let start = 0; start < annotations.length; start += ANNOTATIONS_PER_REQUEST) {
		batches.push(annotations.slice(start, start + ANNOTATIONS_PER_REQUEST));
	}
	return batches;
}
