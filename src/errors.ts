/** Why a device could not be judged: the reason codes of a report. */
export type UnknownReason =
	| 'unreachable'
	| 'auth-failed'
	| 'host-key-mismatch'
	| 'timed-out'
	| 'incomplete'
	| 'command-rejected'
	| 'no-intended'
	| 'parse-error'
	| 'not-reported'
	| 'internal';

/** Stable codes, one per cause that a user can look up in docs/errors.md. */
export type ErrorCode =
	| 'ERR_CONFIGURATION'
	| 'ERR_UNREACHABLE'
	| 'ERR_AUTHENTICATION'
	| 'ERR_HOST_KEY'
	| 'ERR_ALGORITHMS'
	| 'ERR_TIMEOUT'
	| 'ERR_CANCELLED'
	| 'ERR_INCOMPLETE'
	| 'ERR_COMMAND_REJECTED'
	| 'ERR_NO_INTENDED'
	| 'ERR_PARSE'
	| 'ERR_NOT_REPORTED'
	| 'ERR_PUBLISH'
	| 'ERR_OUTPUT'
	| 'ERR_HISTORY'
	| 'ERR_REVISION'
	| 'ERR_SCORE';

const REASON_OF: Partial<Record<ErrorCode, UnknownReason>> = {
	ERR_UNREACHABLE: 'unreachable',
	ERR_ALGORITHMS: 'unreachable',
	ERR_AUTHENTICATION: 'auth-failed',
	ERR_HOST_KEY: 'host-key-mismatch',
	ERR_TIMEOUT: 'timed-out',
	ERR_CANCELLED: 'timed-out',
	ERR_INCOMPLETE: 'incomplete',
	ERR_COMMAND_REJECTED: 'command-rejected',
	ERR_NO_INTENDED: 'no-intended',
	ERR_REVISION: 'no-intended',
	ERR_PARSE: 'parse-error',
	ERR_NOT_REPORTED: 'not-reported',
};

/** The root of every error that we expect. Anything else that is thrown is a defect and keeps its stack. */
export class DriftAuditError extends Error {
	readonly code: ErrorCode;
	/** 1-based line of the text that is wrong; null where it has no place. */
	readonly line: number | null;

	constructor(
		code: ErrorCode,
		message: string,
		options: { readonly cause?: unknown; readonly line?: number | null } = {},
	) {
		super(message, options);
		this.name = new.target.name;
		this.code = code;
		this.line = options.line ?? null;
	}
}

/** Where something stands that the user wrote. */
export interface Place {
	/** The file, as the user named it; an input or an option of the command line has none. */
	readonly file: string | null;
	/** 1-based; null where there is no place in a text. */
	readonly line: number | null;
	readonly column: number | null;
}

/** One thing that is wrong with what the user wrote. */
export interface Problem extends Place {
	/** What is wrong, with the value that is. */
	readonly message: string;
	/** What to write instead. */
	readonly fix: string;
}

/** The place of a problem that stands in no file: of an option, an input, the event. With a `file`, that of the whole file. */
export const NOWHERE = { file: null, line: null, column: null } as const;

/** The user can mend this: exit code 2, no stack, every problem at once, nothing was contacted. */
export class ConfigurationError extends DriftAuditError {
	readonly problems: readonly Problem[];

	/** One problem that stands in no file. */
	static of(message: string, fix: string): ConfigurationError {
		return new ConfigurationError([{ ...NOWHERE, message, fix }]);
	}

	/** One problem of a whole file. */
	static inFile(file: string, message: string, fix: string): ConfigurationError {
		return new ConfigurationError([{ ...NOWHERE, file, message, fix }]);
	}

	constructor(problems: readonly Problem[]) {
		super('ERR_CONFIGURATION', problems.map(formatProblem).join('\n'));
		this.problems = problems;
	}
}

/** `fleet.yml:12:5: unknown platform "cisco_oss". Use one of …` */
export function formatProblem({ message, fix, ...where }: Problem): string {
	const place = formatPlace(where);
	return `${place === '' ? '' : `${place}: `}${message}. ${fix}`;
}

/**
 * What people are told of an error that we expect: the first line ends with the code that docs/errors.md explains. Of a
 * device a report tells the reason instead.
 *
 * @example
 * withCode('ERR_PUBLISH', 'the comment needs the input github-token') //=> 'the comment needs the input github-token [ERR_PUBLISH]'
 */
export function withCode(code: ErrorCode, text: string): string {
	return text.replace(/$/mu, ` [${code}]`);
}

/** `fleet.yml:12:5`, as far as it is known. */
export function formatPlace({ file, line, column }: Place): string {
	return [file, line, column].filter((part) => part !== null).join(':');
}

/** What an error says, or whatever else was thrown. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** `ENOENT`, `ECONNREFUSED`…: Node's word for what went wrong; empty where an error has none, and for our own. */
export function systemCode(error: unknown): string {
	if (!(error instanceof Error) || error instanceof DriftAuditError) return '';
	return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether a signal was aborted because its time is over, by whatever made it; else somebody has ended the run. */
export function isTimeout(reason: unknown): boolean {
	return reason instanceof Error && reason.name === 'TimeoutError';
}

/** One device failed; the fleet goes on. Adapters and use cases throw it, and `unknownReport` makes it a value. */
export class DeviceError extends DriftAuditError {
	readonly device: string;
	/** Whether a session had been opened before this happened: a device we logged in to counts as reachable. */
	readonly reachable: boolean;
	/**
	 * The line of known_hosts that would make the device's key known, which the message ends with; null: it is not about
	 * that.
	 */
	readonly hostKeyLine: string | null;
	/** The message with the username that was refused, which only who runs a command may see; else the same. */
	readonly messageInFull: string;

	constructor(
		device: string,
		code: ErrorCode,
		message: string,
		options: {
			readonly cause?: unknown;
			readonly reachable?: boolean;
			readonly line?: number | null;
			readonly hostKeyLine?: string | null;
			readonly messageInFull?: string;
		} = {},
	) {
		super(code, message, options);
		this.device = device;
		this.hostKeyLine = options.hostKeyLine ?? null;
		this.messageInFull = options.messageInFull ?? message;
		this.reachable = options.reachable ?? false;
	}

	/** Whether nothing was known of the host yet, in place of another key. */
	get hostKeyUnknown(): boolean {
		return this.hostKeyLine !== null;
	}

	/** Whether somebody ended the run before the device was done, in place of its time. */
	get cancelled(): boolean {
		return this.code === 'ERR_CANCELLED';
	}

	get reason(): UnknownReason {
		return REASON_OF[this.code] ?? 'internal';
	}
}

/** Results exist but one place could not take them. Never changes a verdict. */
export class PublishError extends DriftAuditError {
	/** Where it should have gone: `comment`, `check`, `history`… */
	readonly sink: string;

	constructor(sink: string, message: string, options: { readonly cause?: unknown; readonly code?: ErrorCode } = {}) {
		super(options.code ?? 'ERR_PUBLISH', message, options);
		this.sink = sink;
	}
}
