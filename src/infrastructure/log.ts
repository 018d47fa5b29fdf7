import type { CheckAnnotation } from '../domain/annotation.ts';
import { wrapText } from '../domain/text/wrap-text.ts';
import { neutralise } from './neutralise.ts';
import { createRedaction, formsOf, type Redaction } from './redaction.ts';

/** The only way to the runner's log and to a terminal. Whatever is said is redacted first and neutralised second. */
export interface Log {
	info(message: string): void;
	warning(message: string): void;
	error(message: string): void;
	/** In Actions shown when the user asks for debug logging; on a terminal when `verbose`. */
	debug(message: string): void;
	/** A remark on lines of a file: an annotation in Actions, a line of text on a terminal. */
	annotate(annotation: CheckAnnotation): void;
	/** Folds what `body` says under a title. */
	group<T>(title: string, body: () => Promise<T> | T): Promise<T>;
	/** From here on these values are taken out of every text; the runner is told as well. */
	registerSecrets(values: Iterable<string>): void;
	/** The same protection for text on its way elsewhere: a comment, a check run, a summary. */
	redact(text: string): string;
}

/** Where messages go and in whose form: commands of a runner, or lines of a terminal. */
export interface LogOptions {
	/** Takes whole lines, each with its line break. */
	readonly write: (text: string) => void;
	/** Whether a runner reads what is written. */
	readonly inActions: boolean;
	/** Colours for a terminal. @default false */
	readonly colour?: boolean;
	/** @default false */
	readonly verbose?: boolean;
	/** Width that lines are broken to; left out: they are not, as nobody wants it who searches a file. */
	readonly width?: number | undefined;
	/** Asked at every message on a terminal: whether nothing but errors is said. */
	readonly onlyErrors?: () => boolean;
}

type Severity = 'warning' | 'error' | 'debug' | 'notice';

const COLOUR_OF: Readonly<Record<Severity, number>> = { warning: 33, error: 31, debug: 90, notice: 36 };
const SEVERITY_OF = { notice: 'notice', warning: 'warning', failure: 'error' } as const;

/** A log that hides every registered secret, in each form that it may take, before anything is written. */
export function createLog(options: LogOptions): Log {
	const redaction = createRedaction();
	const sink = options.inActions ? runnerSink(options, redaction) : terminalSink(options, redaction);
	return {
		...sink,
		redact: redaction.redact,
		registerSecrets(values) {
			const all = [...values];
			redaction.register(all);
			sink.registerSecrets(all);
		},
	};
}

function runnerSink({ write }: LogOptions, { redact }: Redaction): Omit<Log, 'redact'> {
	const safe = (text: string): string => neutralise(redact(text)).join('\n');
	const command = (name: string, text: string, properties: Readonly<Record<string, string | number>> = {}): void => {
		const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(safe(String(value)))}`);
		write(`::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeData(safe(text))}\n`);
	};
	return {
		info: (message) => write(`${safe(message)}\n`),
		warning: (message) => command('warning', message),
		error: (message) => command('error', message),
		debug: (message) => command('debug', message),
		annotate: ({ path, startLine, endLine, level, title, message }) =>
			command(SEVERITY_OF[level], message, { file: path, line: startLine, endLine, title }),
		async group(title, body) {
			command('group', title);
			try {
				return await body();
			} finally {
				command('endgroup', '');
			}
		},
		registerSecrets(values) {
			// Neither redacted nor neutralised: the runner must learn the very value; escaping alone keeps it one command.
			for (const form of new Set([...values].flatMap(formsOf))) write(`::add-mask::${escapeData(form)}\n`);
		},
	};
}

function terminalSink(
	{ write, colour = false, verbose = false, width, onlyErrors = () => false }: LogOptions,
	{ redact }: Redaction,
): Omit<Log, 'redact'> {
	const wrap = (text: string, indent: number): string =>
		width === undefined ? text : wrapText(text, width - indent).join(`\n${' '.repeat(indent)}`);
	const say = (severity: Severity, text: string): void => {
		const [first = '', ...rest] = neutralise(redact(text));
		const label = colour ? `\u001b[${COLOUR_OF[severity]}m${severity}:\u001b[0m` : `${severity}:`;
		const lines = rest.map((line) => `  ${wrap(line, 4)}`);
		write(`${[`${label} ${wrap(first, severity.length + 2)}`, ...lines].join('\n')}\n`);
	};
	return {
		info: (message) => {
			if (onlyErrors()) return;
			const lines = neutralise(redact(message)).map((line) => wrap(line, 0));
			write(`${lines.join('\n')}\n`);
		},
		warning: (message) => {
			if (!onlyErrors()) say('warning', message);
		},
		error: (message) => say('error', message),
		debug: (message) => {
			if (verbose) say('debug', message);
		},
		annotate: ({ path, startLine, level, title, message }) =>
			say(SEVERITY_OF[level], `${path}:${startLine}: ${title}: ${message}`),
		async group(title, body) {
			write(`${neutralise(redact(title)).join('\n  ')}\n`);
			return body();
		},
		registerSecrets() {},
	};
}

function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
