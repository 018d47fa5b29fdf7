import type { DiagnosedStep, Diagnosis } from '../../domain/diagnosis.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { nameReason } from '../wording/describe-reason.ts';
import { breakCommands, layoutFor, type TerminalLayout, type TerminalOptions } from './terminal-style.ts';

/** Steps that were examined, under a title. */
export function renderSteps(title: string, steps: readonly DiagnosedStep<string>[], terminal: TerminalOptions): string {
	const layout = layoutFor(terminal);
	const lines = steps.flatMap((step) => stepLines(step, layout));
	return breakCommands(`${[layout.style.bold(neutraliseLine(title)), ...lines].join('\n')}\n`);
}

/**
 * One device for a terminal: every step of the way to it, and what to do about the one that failed.
 *
 * @param options.like - a device further up to which the same happened, where it is told; null: there is none
 */
export function renderDiagnosis(
	{ device, platform, transport, status, reason, hostKeyLine, steps }: Diagnosis,
	{ like, ...terminal }: TerminalOptions & { readonly like: string | null },
): string {
	const layout = layoutFor(terminal);
	const { style } = layout;
	const verdict =
		status === 'well'
			? style.green('well')
			: style.red(reason === null ? status : nameReason({ reason, hostKeyUnknown: hostKeyLine !== null }));
	const head = `${style.bold(neutraliseLine(device))}: ${verdict} ${style.dim(`(${platform} over ${transport})`)}`;
	const shown = steps
		.filter((step) => step.status !== 'not-needed')
		.map((step) => ({ ...step, detail: detailOf(step, { hostKeyLine, like }) }));
	const taken = shown.filter((step) => step.status !== 'not-reached');
	const lines = taken.flatMap((step) => stepLines(step, layout));
	return breakCommands(`${[head, ...lines, ...notReached(shown, layout)].join('\n')}\n`);
}

/** Together: what stands behind the step that failed is not what anybody looks for. */
function notReached(steps: readonly DiagnosedStep<string>[], layout: TerminalLayout): readonly string[] {
	const names = steps.filter(({ status }) => status === 'not-reached').map(({ step }) => step.replace('-', ' '));
	if (names.length === 0) return [];
	return stepLines({ step: 'not-reached', status: 'not-reached', detail: names.join(', ') }, layout);
}

/** A line of known_hosts comes with those of the other devices, in one piece: see renderHostKeys. */
function detailOf(
	{ status, detail }: DiagnosedStep,
	{ hostKeyLine, like }: Pick<Diagnosis, 'hostKeyLine'> & { readonly like: string | null },
): string {
	if (status === 'failed' && like !== null) return `the same as ${like}, above`;
	return hostKeyLine !== null && detail.endsWith(hostKeyLine)
		? `${detail.slice(0, -hostKeyLine.length)}the line below`
		: detail;
}

/** The lines that new devices want in known_hosts, to be copied as they are; empty where there is none. */
export function renderHostKeys(diagnoses: readonly Diagnosis[], terminal: TerminalOptions): string {
	const lines = diagnoses.flatMap(({ hostKeyLine }) => (hostKeyLine === null ? [] : [neutraliseLine(hostKeyLine)]));
	if (lines.length === 0) return '';
	const title = lines.length === 1 ? 'A new host key' : `${lines.length} new host keys`;
	const sentence = `${title}: compare with the device's console, then add to known_hosts:`;
	const { style, width } = layoutFor(terminal);
	const [first = '', ...rest] = wrapText(sentence, width);
	return breakCommands(`\n${[style.bold(first), ...rest.map(style.bold), '', ...lines].join('\n')}\n`);
}

const LABEL_WIDTH = 14;
const INDENT = LABEL_WIDTH + 4;

function stepLines(
	{ step, status, detail }: DiagnosedStep<string>,
	{ style, width }: TerminalLayout,
): readonly string[] {
	const marks = {
		passed: style.green('✓'),
		failed: style.red('✗'),
		missing: style.yellow('!'),
		'not-reached': style.dim('-'),
		'not-needed': ' ',
	};
	const label = step.replace('-', ' ').padEnd(LABEL_WIDTH);
	const [first = '', ...rest] = wrapText(neutraliseLine(detail), Math.max(width - INDENT, 40));
	const head = `  ${marks[status]} ${label}${first}`;
	return [head.trimEnd(), ...rest.map((line) => `${' '.repeat(INDENT)}${line}`)];
}
