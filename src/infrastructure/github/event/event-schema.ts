import { z } from 'zod';
import { ConfigurationError, NOWHERE } from '../../../errors.ts';

/** SHA-1 or SHA-256. Checked because commits are handed to git, where a leading dash would be an option. */
const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u, 'is not a commit ID');
/** As git itself names branches, as far as it matters to whoever passes one on; it forbids blanks of ASCII alone. */
const ref = z.string().regex(/^[^-\0- \x7f~^:?*[\\][^\0- \x7f~^:?*[\\]*$/u, 'is not a ref');
const count = z.coerce.number().int().positive();
const url = z
	.url({ protocol: /^https?$/u })
	// It stands in every report, and git would be handed it on its command line.
	.refine((text) => !/^[^/]*\/\/[^/]*@/u.test(text), 'holds credentials')
	.transform((text) => text.replace(/\/+$/u, ''));

const environment = z.object({
	GITHUB_EVENT_NAME: z.string().min(1),
	GITHUB_EVENT_PATH: z.string().min(1),
	GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/u, 'is not owner/name'),
	GITHUB_SHA: sha,
	GITHUB_REF: z.union([ref, z.literal('')]).default(''),
	GITHUB_ACTOR: z.string().default(''),
	GITHUB_WORKFLOW: z.string().default(''),
	GITHUB_RUN_ID: count,
	GITHUB_RUN_NUMBER: count,
	GITHUB_RUN_ATTEMPT: count.default(1),
	GITHUB_SERVER_URL: url.default('https://github.com'),
	GITHUB_API_URL: url.default('https://api.github.com'),
	GITHUB_WORKSPACE: z.string().min(1),
});

const pullRequest = z.object({
	pull_request: z.object({
		number: z.number().int().positive(),
		user: z.object({ login: z.string() }).nullish(),
		// A fork may be deleted while its pull request lives on.
		head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullable() }),
		base: z.object({ sha, ref, repo: z.object({ full_name: z.string() }) }),
	}),
});

const mergeGroup = z.object({ merge_group: z.object({ head_sha: sha, base_sha: sha, base_ref: ref }) });

const push = z.object({ before: sha });

/** What started the workflow that this one waited for. */
const workflowRun = z.object({
	workflow_run: z.object({
		event: z.string(),
		head_sha: sha,
		// A fork may be deleted while its run ends.
		head_branch: ref.nullable(),
		head_repository: z.object({ owner: z.object({ login: z.string().regex(/^[\w-]+(?:\[bot\])?$/u) }) }).nullable(),
	}),
});

const issues = z.object({ issue: z.object({ number: z.number().int().positive() }) });

/** Every other event says nothing that we need, unless it is about a pull request: its commit is GITHUB_SHA. */
const other = z.object({ pull_request: z.unknown().optional() });

/** Every payload but that of a schedule says so. */
const anyEvent = z.object({ repository: z.object({ default_branch: ref.nullish() }).nullish() });

/** The variables of a runner that say what a run is about. */
export type RunnerEnvironment = z.infer<typeof environment>;

/** What of an event's payload decides which commits a run is about. */
export type EventPayload =
	| ({ readonly kind: 'pull-request' } & z.infer<typeof pullRequest>)
	| ({ readonly kind: 'merge-group' } & z.infer<typeof mergeGroup>)
	| ({ readonly kind: 'push' } & z.infer<typeof push>)
	| ({ readonly kind: 'workflow-run' } & z.infer<typeof workflowRun>)
	| ({ readonly kind: 'issues' } & z.infer<typeof issues>)
	| { readonly kind: 'other' };

/** What the runner says of the run. Throws where it is not as GitHub documents it. */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): RunnerEnvironment {
	return parse(environment, env, (path) => `environment variable ${path}`);
}

/** The repository's default branch; null where the payload does not say. */
export function parseDefaultBranch(event: string, payload: unknown): string | null {
	return parse(anyEvent, payload, placeIn(event)).repository?.default_branch ?? null;
}

/** What the event says. Throws where it is not as GitHub documents it. */
export function parsePayload(event: string, payload: unknown): EventPayload {
	const place = placeIn(event);
	switch (event) {
		case 'pull_request':
		case 'pull_request_target':
			return { kind: 'pull-request', ...parse(pullRequest, payload, place) };
		case 'merge_group':
			return { kind: 'merge-group', ...parse(mergeGroup, payload, place) };
		case 'push':
			return { kind: 'push', ...parse(push, payload, place) };
		case 'workflow_run':
			return { kind: 'workflow-run', ...parse(workflowRun, payload, place) };
		case 'issues':
			return { kind: 'issues', ...parse(issues, payload, place) };
		default:
			// Reviews and their comments run on the merge of the pull request, too.
			if (parse(other, payload, place).pull_request === undefined) return { kind: 'other' };
			return { kind: 'pull-request', ...parse(pullRequest, payload, place) };
	}
}

function placeIn(event: string): (path: string) => string {
	return (path) => `the payload of the event ${event}${path === '' ? '' : `: ${path}`}`;
}

/** Anything that does not fit is the runner's doing or a hand-made environment, never a typing error of the user. */
function parse<T extends z.ZodType>(schema: T, value: unknown, place: (path: string) => string): z.infer<T> {
	const { success, data, error } = schema.safeParse(value);
	if (success) return data;
	throw new ConfigurationError(
		error.issues.map((issue) => ({
			...NOWHERE,
			message: `${place(issue.path.join('.'))}: ${issue.message}`,
			fix: 'The runner sets it: run the action in a workflow, or use the command line: fleet-drift audit',
		})),
	);
}
