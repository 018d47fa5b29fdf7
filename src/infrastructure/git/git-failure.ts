import { GitError } from 'simple-git';

/** What went wrong, as far as someone acts differently on it. */
export type GitFailureKind =
	| 'not-installed'
	| 'not-trusted'
	| 'cancelled'
	| 'timed-out'
	| 'login-refused'
	| 'not-permitted'
	| 'not-found'
	| 'certificate'
	| 'unreachable'
	| 'disk-full'
	| 'too-many-files'
	| 'failed';

/** What belongs to another user is not read since git 2.35.2 (git-config(1), safe.directory): in containers, and with sudo. */
const NOT_TRUSTED = /detected dubious ownership in repository at '(?<path>[^'\n]+)'/u;

/** Git's own words, tried in this order; the locale is pinned to C, so they do not depend on the machine. */
const SIGNS: readonly (readonly [GitFailureKind, RegExp])[] = [
	['not-installed', /spawn git ENOENT/u],
	['not-trusted', NOT_TRUSTED],
	['timed-out', /Operation too slow/u],
	// Of this machine: the files of a server are its own affair.
	['too-many-files', /^(?!remote:).*Too many open files/mu],
	['disk-full', /No space left on device|Disk quota exceeded/u],
	['login-refused', /could not read (?:Username|Password)|Authentication failed|error: 401|Permission denied \(/u],
	['not-permitted', /error: 403|Permission to .+ denied|Write access to repository not granted/u],
	['not-found', /error: 404|[Rr]epository .*not found|does not appear to be a git repository|does not exist/u],
	['certificate', /SSL certificate|certificate verif|unable to get local issuer|SSL peer/iu],
	[
		'unreachable',
		/Could not resolve|Failed to connect|Couldn't connect|Connection (?:refused|reset|timed out)|Operation timed out|RPC failed|hung up|early EOF|unexpected disconnect|error: (?:429|5\d\d)/u,
	],
];

/**
 * A git command that did not end well. Its message never holds one of the secrets of its environment. It extends
 * simple-git's error because simple-git replaces every other class by its own.
 */
export class GitFailure extends GitError {
	/** `fetch`, `ls-tree`… */
	readonly command: string;
	readonly kind: GitFailureKind;
	/** null: killed by a signal, or never started. */
	readonly exitCode: number | null;
	/** What git printed, both streams, without secrets. */
	readonly output: string;

	constructor(options: Pick<GitFailure, 'command' | 'kind' | 'exitCode' | 'output'>) {
		super(undefined, describe(options));
		this.name = 'GitFailure';
		this.command = options.command;
		this.kind = options.kind;
		this.exitCode = options.exitCode;
		this.output = options.output;
	}
}

/** Reads the cause from what git printed. */
export function classifyGitOutput(output: string): GitFailureKind {
	return SIGNS.find(([, sign]) => sign.test(output))?.[0] ?? 'failed';
}

/** Takes secrets, credentials of URLs and control characters out of text that git or a remote printed. */
export function cleanGitOutput(output: string, secrets: readonly string[]): string {
	const withoutSecrets = secrets.reduce(
		(text, secret) => (secret === '' ? text : text.replaceAll(secret, '***')),
		output,
	);
	return withoutSecrets
		.replaceAll(/:\/\/[^/\s]+@/gu, '://')
		.replaceAll(/\r/gu, '\n')
		.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ');
}

const FIXED: Partial<Record<GitFailureKind, string>> = {
	'not-installed': 'git is not installed, or not on the PATH: install git 2.34 or newer',
	'too-many-files':
		'git cannot open its files, because too many are open already: raise the limit (`ulimit -n`), or ask fewer devices at once (`concurrency` in fleet.yml)',
	cancelled: 'cancelled',
	'timed-out': 'no sign of life from the remote, gave up',
};

function describe({
	command,
	kind,
	output,
	exitCode,
}: Pick<GitFailure, 'command' | 'kind' | 'exitCode' | 'output'>): string {
	const { path } = NOT_TRUSTED.exec(output)?.groups ?? {};
	if (path !== undefined) return `git does not read ${path}, which belongs to another user. ${trustIt(path)}`;
	return FIXED[kind] ?? `git ${command} failed: ${essenceOf(output) || `exit code ${exitCode ?? 'none'}`}`;
}

function trustIt(path: string): string {
	return `If you trust it: git config --global --add safe.directory '${path}'`;
}

/** What the server itself has said, a line each: git passes it on behind `remote:`. */
export function remoteWords(output: string): readonly string[] {
	return output.split('\n').flatMap((line) => /^remote: (?<words>\S.*)$/u.exec(line)?.groups?.words?.trim() ?? []);
}

/**
 * Advice, and after it what the server has said. It refuses a token with one status for many reasons: missing permissions, an
 * archived repository, an organisation that admits certain addresses alone.
 */
export function withRemoteWords(advice: string, { output }: Pick<GitFailure, 'output'>): string {
	const words = remoteWords(output).join(' ').slice(0, ESSENCE_CHARACTERS);
	return words === '' ? advice : `${advice}. The server says: ${words}`;
}

const ESSENCE_CHARACTERS = 400;

/** The lines that say why, without progress and without git's advice. */
function essenceOf(output: string): string {
	const lines = output.split('\n').map((line) => line.trim());
	const telling = lines.filter((line) => /^(?:fatal|error|remote: \S|!)/u.test(line));
	return (telling.length > 0 ? telling : lines.filter((line) => line !== '')).join('; ').slice(0, ESSENCE_CHARACTERS);
}
