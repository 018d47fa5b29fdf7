import { messageOf, PublishError, withCode } from '../../errors.ts';
import { GitFailure } from '../git/git-failure.ts';
import { statusOf } from './client/status-of.ts';

/** A permission that a workflow's job would have to give: `checks: write`. */
export type Permission =
	| 'checks: write'
	| 'pull-requests: write'
	| 'issues: write'
	| 'issues: read'
	| 'contents: read'
	| 'contents: write';

/** The token may not do this; saying so once, with what to add, is all that helps. */
class MissingPermissionError extends PublishError {
	readonly permission: Permission;

	constructor(sink: string, permission: Permission, cause: unknown) {
		super(sink, `GitHub refused the ${sink}: the job's token needs \`${permission}\``, { cause });
		this.permission = permission;
	}
}

/** A request to GitHub that went wrong, and what it was for. */
export interface Failure {
	/** What was being written or read: `comment`, `check run`… */
	readonly sink: string;
	/** What it takes to do so. */
	readonly permission: Permission;
	readonly error: unknown;
}

/** Says what GitHub (or the way there) had against it; the error itself is kept as the cause. */
export function translateFailure({ sink, permission, error }: Failure): PublishError {
	if (error instanceof PublishError) return error;
	const message = shortMessageOf(error);
	const status = statusOf(error);
	if (status === 403 && PERSONAL.test(message)) return personalTokenError({ sink, permission, error });
	if (status === 403 && message.includes('Resource not accessible by')) {
		return new MissingPermissionError(sink, permission, error);
	}
	const what = isAnswered(error) ? `GitHub refused the ${sink} with ${status}` : `the ${sink} failed`;
	// What the token may not see is not there, as far as GitHub says.
	const advice = status === 404 ? `. A token without \`${permission}\` may get this answer, too` : '';
	return new PublishError(sink, `${what}: ${message}${advice}`, { cause: error });
}

/** To a fine-grained token of a person, and to a classic one that wants to write a check run. */
const PERSONAL = /Resource not accessible by personal access token|You must authenticate via a GitHub App/u;

/** The permissions of the job are not those of a person's token, and check runs are for apps alone. */
function personalTokenError({ sink, permission, error }: Failure): PublishError {
	const advice = `leave github-token out and give the job \`${permission}\`, or use an app's token`;
	return new PublishError(sink, `GitHub does not take the ${sink} from this personal access token: ${advice}`, {
		cause: error,
	});
}

const MESSAGE_CHARACTERS = 400;

/**
 * What an error says, in a length that a warning bears. The client takes the whole body for the message where that is no JSON: a
 * page of GitHub or of a proxy on the way, of many kB. Of such a page its title says what is to be said.
 */
export function shortMessageOf(error: unknown): string {
	const message = messageOf(error);
	const isPage = /<(?:!doctype html|html)\b/iu.test(message.slice(0, MESSAGE_CHARACTERS));
	const title = isPage ? /<title>(?<title>[^<]+)/iu.exec(message)?.groups?.title?.trim() : undefined;
	return (title ? `a page with the title "${title}"` : message).slice(0, MESSAGE_CHARACTERS);
}

/** The client gives a connection that failed the status 500, which nobody has answered. */
function isAnswered(error: unknown): boolean {
	return statusOf(error) !== null && (error as { readonly response?: unknown }).response !== undefined;
}

/** The same for git: what the token may not push is the same to people. */
export function translatePushFailure(sink: string, error: unknown): PublishError {
	const mayNotWrite = error instanceof GitFailure && (error.kind === 'not-permitted' || error.kind === 'login-refused');
	return mayNotWrite ? new MissingPermissionError(sink, 'contents: write', error) : asPublishError(sink, error);
}

/** For an error that nobody translated: most likely a defect, but still none of the verdict's business. */
export function asPublishError(sink: string, error: unknown): PublishError {
	if (error instanceof PublishError) return error;
	const message = shortMessageOf(error);
	return new PublishError(sink, `the ${sink} could not be written: ${message}`, { cause: error });
}

/** For a place that takes a token, where the run has none. */
export function noTokenError(sink: string): PublishError {
	return new PublishError(sink, `the ${sink} needs the input github-token`);
}

/**
 * One warning for all permissions that are missing, and one for each other failure.
 *
 * @param options.restricted - GitHub gives this run a read-only token, whatever the job's permissions say
 */
export function explainFailures(
	failures: readonly PublishError[],
	{ restricted = false }: { readonly restricted?: boolean } = {},
): string[] {
	const missing = failures.filter((failure) => failure instanceof MissingPermissionError);
	const others = failures.filter((failure) => !(failure instanceof MissingPermissionError));
	return [
		...(missing.length === 0 ? [] : [withCode('ERR_PUBLISH', explainMissing(missing, { restricted }))]),
		...others.map(({ code, message }) => withCode(code, message)),
	];
}

function explainMissing(
	missing: readonly MissingPermissionError[],
	{ restricted }: { readonly restricted: boolean },
): string {
	const sinks = missing.map(({ sink }) => sink).join(' and no ');
	const what = `there is no ${sinks}; the results are in the job summary`;
	if (restricted) return `GitHub gives pull requests from forks and from Dependabot a read-only token, so ${what}`;
	const permissions = [...new Set(missing.map(({ permission }) => `\`${permission}\``))].join(' and ');
	return `the job's token lacks permissions, so ${what}. Add ${permissions} to the job's \`permissions\``;
}
