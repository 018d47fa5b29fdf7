import type { AnnotationBody, CheckRunBody } from './limits.ts';

export interface StoredComment {
	readonly id: number;
	readonly issueNumber: number;
	readonly author: string;
	body: string;
	/** The classifier that it was folded away by, in upper case; null: it is open. */
	minimised: string | null;
	readonly createdAt: string;
	updatedAt: string;
}

export interface StoredIssue {
	readonly id: number;
	readonly number: number;
	readonly author: string;
	/** Pull requests stand in the list of issues as well. */
	readonly isPullRequest: boolean;
	title: string;
	body: string;
	state: 'open' | 'closed';
	stateReason: string | null;
	readonly assignees: readonly string[];
	readonly labels: readonly string[];
	readonly createdAt: string;
	updatedAt: string;
}

/** A pull request that was opened through the API. */
export interface StoredPull {
	readonly id: number;
	readonly number: number;
	readonly author: string;
	/** Branches. */
	readonly head: string;
	readonly base: string;
	/** Whose repository the head is in, and the commits; what a test leaves out is empty. */
	readonly headOwner?: string;
	readonly headSha?: string;
	readonly baseSha?: string;
	title: string;
	body: string;
	state: 'open' | 'closed';
	readonly createdAt: string;
	updatedAt: string;
}

/** A file that a pull request changes. */
export interface PullFile {
	readonly filename: string;
	/** null: GitHub shows none. */
	readonly patch: string | null;
}

export type NewIssue = Pick<StoredIssue, 'author' | 'title' | 'body'> &
	Partial<Pick<StoredIssue, 'assignees' | 'labels' | 'isPullRequest' | 'state'>>;

export interface StoredCheckRun {
	readonly id: number;
	readonly name: string;
	readonly headSha: string;
	readonly externalId: string;
	readonly detailsUrl: string;
	status: string;
	conclusion: string | null;
	startedAt: string;
	completedAt: string | null;
	output: { title: string | null; summary: string | null; text: string | null };
	readonly annotations: AnnotationBody[];
}

/** One repository, as far as an audit touches it. */
export class GitHubState {
	readonly comments: StoredComment[] = [];
	readonly checkRuns: StoredCheckRun[] = [];
	readonly issues: StoredIssue[] = [];
	readonly pulls: StoredPull[] = [];
	/** "Allow GitHub Actions to create and approve pull requests". */
	workflowsOpenPulls = true;
	/** Who may be assigned to an issue. */
	readonly assignable = new Set(['anna', 'boris']);
	/** By the number of the pull request. */
	readonly pullFiles = new Map<number, readonly PullFile[]>();
	/** By `base...head`. */
	readonly mergeBases = new Map<string, string>();
	#lastId = 1000;

	addComment({ issueNumber, author, body }: { issueNumber: number; author: string; body: string }): StoredComment {
		const now = new Date().toISOString();
		const comment = { id: this.#nextId(), issueNumber, author, body, minimised: null, createdAt: now, updatedAt: now };
		this.comments.push(comment);
		return comment;
	}

	addIssue({
		author,
		title,
		body,
		assignees = [],
		labels = [],
		isPullRequest = false,
		state = 'open',
	}: NewIssue): StoredIssue {
		const now = new Date().toISOString();
		const issue: StoredIssue = {
			id: this.#nextId(),
			number: this.issues.length + 1,
			author,
			isPullRequest,
			title,
			body,
			state,
			stateReason: null,
			assignees,
			labels,
			createdAt: now,
			updatedAt: now,
		};
		this.issues.push(issue);
		return issue;
	}

	addPull(pull: Omit<StoredPull, 'id' | 'number' | 'state' | 'createdAt' | 'updatedAt'>): StoredPull {
		const now = new Date().toISOString();
		const stored: StoredPull = {
			...pull,
			id: this.#nextId(),
			number: 100 + this.pulls.length,
			state: 'open',
			createdAt: now,
			updatedAt: now,
		};
		this.pulls.push(stored);
		return stored;
	}

	addCheckRun(body: CheckRunBody): StoredCheckRun {
		const run: StoredCheckRun = {
			id: this.#nextId(),
			name: body.name ?? '',
			headSha: body.head_sha ?? '',
			externalId: body.external_id ?? '',
			detailsUrl: body.details_url ?? '',
			status: 'queued',
			conclusion: null,
			startedAt: body.started_at ?? new Date().toISOString(),
			completedAt: null,
			output: { title: null, summary: null, text: null },
			annotations: [],
		};
		this.checkRuns.push(run);
		this.updateCheckRun(run, body);
		return run;
	}

	/** Fields that are left out stay; annotations are added to those that are there. */
	updateCheckRun(run: StoredCheckRun, { status, conclusion, completed_at: completedAt, output }: CheckRunBody): void {
		run.status = conclusion === undefined ? (status ?? run.status) : 'completed';
		run.conclusion = conclusion ?? run.conclusion;
		run.completedAt = completedAt ?? run.completedAt;
		if (output === undefined) return;
		run.output = { title: output.title ?? null, summary: output.summary, text: output.text ?? null };
		run.annotations.push(...(output.annotations ?? []));
	}

	#nextId(): number {
		this.#lastId += 1;
		return this.#lastId;
	}
}
