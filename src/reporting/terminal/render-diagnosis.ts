import type { DiagnosedStep, Diagnosis } from '../../domain/diagnosis.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { breakCommands, type TerminalStyle, terminalStyle } from './terminal-style.ts';
import { wrapText } from './wrap-text.ts';

/** Steps that were examined, under a title. */
export function renderSteps(
	title: string,
	steps: readonly DiagnosedStep<string>[],
	{ colour, width }: { readonly colour: boolean; readonly width: number },
): string {
	const style = terminalStyle({ colour });
	const lines = steps.flatMap((step) => stepLines(step, { style, width }));
	return breakCommands(`${[style.bold(neutraliseLine(title)), ...lines].join('\n')}\n`);
}

/** One device for a terminal: every step of the way to it, and what to do about the one that failed. */
export function renderDiagnosis(
	{ device, platform, transport, status, reason, steps }: Diagnosis,
	{ colour, width }: { readonly colour: boolean; readonly width: number },
): string {
	const style = terminalStyle({ colour });
	const verdict = status === 'well' ? style.green('well') : style.red(reason ?? status);
	const head = `${style.bold(neutraliseLine(device))}: ${verdict} ${style.dim(`(${platform} over ${transport})`)}`;
	const shown = steps.filter((step) => step.status !== 'not-needed');
	const lines = shown.flatMap((step) => stepLines(step, { style, width }));
	return breakCommands(`${[head, ...lines].join('\n')}\n`);
}

const LABEL_WIDTH = 14;
const INDENT = LABEL_WIDTH + 4;

function stepLines(
	{ step, status, detail }: DiagnosedStep<string>,
	{ style, width }: { readonly style: TerminalStyle; readonly width: number },
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
	const head = `  ${marks[status]} ${status === 'not-reached' ? style.dim(label.trimEnd()) : label}${first}`;
	return [head.trimEnd(), ...rest.map((line) => `${' '.repeat(INDENT)}${line}`)];
}
