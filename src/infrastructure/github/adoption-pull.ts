import { z } from 'zod';
import { PublishError } from '../../errors.ts';
import type { Octokit } from './client/octokit.ts';
import { statusOf } from './client/status-of.ts';
import type { Repository } from './event/event-context.ts';
import { parseMarkerLine, printMarkerLine } from './marker-line.ts';
import { ownNodes } from './own-nodes.ts';
import { translateFailure } from './publish-failure.ts';

/** The pull request that asks to merge adopted drift. */
export interface AdoptionPull {
	readonly repository: Repository;
	/** Branches without `refs/heads/`. */
	readonly base: string;
	readonly branch: string;
	readonly title: string;
	/** Markdown without the marker, which is put before it. */
	readonly body: string;
	/** Equal for runs that would say the same. */
	readonly hash: string;
}

/** What became of the pull request. */
export interface PublishedPull {
	readonly url: string;
	readonly action: 'created' | 'updated' | 'unchanged';
}

const NAME = 'fleet-drift-audit adoption';
const SINK = 'pull request';

const schema = z.object({ v: z.literal(1), hash: z.string() });

/** An open pull request of ours. */
interface OpenPull {
	readonly number: number;
	readonly url: string;
	/** What it says; null: somebody else opened it for this branch. */
	readonly hash: string | null;
}

/**
 * Opens the pull request of a branch that was pushed, or brings the one that is open up to date. One that says the same is
 * not touched, and neither is one that somebody else opened.
 *
 * @throws PublishError when GitHub refuses
 */
export async function publishPull(octokit: Octokit, pull: AdoptionPull): Promise<PublishedPull> {
	try {
		const open = await findOpenPull(octokit, pull);
		return await (open === null ? create(octokit, pull) : bringUpToDate(octokit, pull, open));
	} catch (error) {
		throw explain(error);
	}
}

async function create(octokit: Octokit, pull: AdoptionPull): Promise<PublishedPull> {
	const { repository, base, branch: head, title } = pull;
	const parameters = { ...repository, base, head, title, body: bodyOf(pull) };
	try {
		// Never repeated blindly: what answered with an error may have opened it all the same.
		const { data } = await octokit.rest.pulls.create({ ...parameters, request: { retries: 0 } });
		return { url: data.html_url, action: 'created' };
	} catch (error) {
		const status = statusOf(error) ?? 0;
		if (status !== 422 && status < 500) throw error;
		// Another run may have been faster, which GitHub calls a mistake.
		const open = await findOpenPull(octokit, pull);
		if (open === null) throw error;
		return bringUpToDate(octokit, pull, open);
	}
}

async function bringUpToDate(octokit: Octokit, pull: AdoptionPull, open: OpenPull): Promise<PublishedPull> {
	if (open.hash === null || open.hash === pull.hash) return { url: open.url, action: 'unchanged' };
	const { repository, title } = pull;
	await octokit.rest.pulls.update({ ...repository, pull_number: open.number, title, body: bodyOf(pull) });
	return { url: open.url, action: 'updated' };
}

function bodyOf({ hash, body }: AdoptionPull): string {
	return `${printMarkerLine(NAME, { v: 1, hash })}\n${body}`;
}

/**
 * Closes the pull request of a branch whose drift is gone: merged late, it would make the audit drift.
 *
 * @returns its address; null: none of ours is open
 * @throws PublishError when GitHub refuses
 */
export async function closePull(
	octokit: Octokit,
	place: Pick<AdoptionPull, 'repository' | 'base' | 'branch'>,
): Promise<string | null> {
	try {
		const open = await findOpenPull(octokit, place);
		if (open === null || open.hash === null) return null;
		await octokit.rest.pulls.update({ ...place.repository, pull_number: open.number, state: 'closed' });
		return open.url;
	} catch (error) {
		throw explain(error);
	}
}

async function findOpenPull(
	octokit: Octokit,
	{ repository, base, branch }: Pick<AdoptionPull, 'repository' | 'base' | 'branch'>,
): Promise<OpenPull | null> {
	const { data } = await octokit.rest.pulls.list({
		...repository,
		head: `${repository.owner}:${branch}`,
		base,
		state: 'open',
		per_page: 100,
	});
	// GitHub has at most one open pull request of a branch into another.
	const pull = data.find(({ head }) => head.ref === branch);
	if (pull === undefined) return null;
	const marker = schema.safeParse(parseMarkerLine(NAME, pull.body ?? ''));
	const isOwn = marker.success && (await ownNodes(octokit, [pull.node_id])).has(pull.node_id);
	return { number: pull.number, url: pull.html_url, hash: isOwn ? marker.data.hash : null };
}

function explain(error: unknown): PublishError {
	if (statusOf(error) === 403 && /not permitted to create or approve/u.test(String(error))) {
		const setting = '"Allow GitHub Actions to create and approve pull requests" (Settings → Actions → General)';
		const message = `GitHub lets no workflow of this repository open pull requests: switch on ${setting}, or give github-token the token of an app`;
		return new PublishError(SINK, message, { cause: error });
	}
	return translateFailure({ sink: SINK, permission: 'pull-requests: write', error });
}
