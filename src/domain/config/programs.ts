import type { ProgramRule, Syntax } from '../platform/syntax.ts';
import { withoutIndent } from './blanks.ts';

/** The rule of the program that a line starts; left out: it starts none. */
export function programOf(text: string, { programs = [] }: Pick<Syntax, 'programs'>): ProgramRule | undefined {
	return programs.find(({ start }) => start.test(text));
}

/**
 * The lines as they are to be placed: what stands between the header of a program and the word that ends it belongs to it,
 * wherever it begins. A program without its end is told from what follows by its indentation, like any section.
 *
 * @example
 * // ['route-policy A', 'pass', 'end-policy'] //=> ['route-policy A', ' pass', 'end-policy']
 */
export function indentPrograms(lines: readonly string[], syntax: Syntax): readonly string[] {
	if (syntax.programs === undefined) return lines;
	let placed: string[] | null = null;
	for (let at = 0; at < lines.length; at += 1) {
		const header = lines[at] as string;
		const end = endOf(lines, at, syntax);
		if (end === -1) continue;
		const indent = indentOf(header);
		for (let body = at + 1; body < end; body += 1) {
			const line = lines[body] as string;
			const text = withoutIndent(line);
			// A remark of the configuration that is not indented stands between two lines of it, and not in the program.
			if (text === '' || indentOf(line) > indent || syntax.comments.some((prefix) => text.startsWith(prefix))) continue;
			placed ??= lines.slice();
			placed[body] = ' '.repeat(indent + 1) + text;
		}
		at = end;
	}
	return placed ?? lines;
}

/** The headers of programs whose end never comes. */
export function findEndlessPrograms<Line extends { readonly text: string; readonly parent: number }>(
	lines: readonly Line[],
	syntax: Syntax,
): readonly Line[] {
	if (syntax.programs === undefined) return [];
	const texts = lines.map(({ text }) => text);
	return lines.filter(
		({ text, parent }, at) => parent === -1 && programOf(text, syntax) !== undefined && endOf(texts, at, syntax) === -1,
	);
}

/** Whether a text ends in the middle of a program, or may: the last one in it has no end. */
export function endsInProgram(lines: readonly { readonly text: string }[], { programs = [] }: Syntax): boolean {
	const last = lines.findLast(({ text }) => programs.some(({ start, end }) => start.test(text) || end.test(text)));
	return last !== undefined && programs.some(({ start }) => start.test(last.text));
}

/** The line that ends the program with this header, where it can be told: it is one word, `end-policy`. */
export function endOfProgram(header: string, syntax: Syntax): string | null {
	const end = programOf(header, syntax)?.end.source ?? '';
	return /^\^([\w-]+)\$$/.exec(end)?.[1] ?? null;
}

/** Index of the line that ends the program with this header; -1: it is none, another one starts before, or no end comes. */
function endOf(lines: readonly string[], header: number, syntax: Syntax): number {
	const rule = programOf(withoutIndent(lines[header] as string), syntax);
	if (rule === undefined) return -1;
	for (let at = header + 1; at < lines.length; at += 1) {
		const text = withoutIndent(lines[at] as string);
		if (rule.end.test(text)) return at;
		if (programOf(text, syntax) !== undefined) return -1;
	}
	return -1;
}

function indentOf(line: string): number {
	return line.length - withoutIndent(line).length;
}
