import type { ProgramRule, Syntax } from '../platform/syntax.ts';
import { withoutIndent } from './blanks.ts';

/** The rule of the program that a line without its indentation starts. */
type Find = (text: string) => ProgramRule | undefined;

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
export function indentPrograms(lines: readonly string[], { programs = [], comments }: Syntax): readonly string[] {
	if (programs.length === 0) return lines;
	const find: Find = (text) => programOf(text, { programs });
	let placed: string[] | null = null;
	for (let at = 0; at < lines.length; at += 1) {
		const header = lines[at] as string;
		const rule = find(withoutIndent(header));
		const end = rule === undefined ? -1 : endOf(lines, at, { rule, find });
		if (end === -1) continue;
		const indent = indentOf(header);
		for (let body = at + 1; body < end; body += 1) {
			const line = lines[body] as string;
			const text = withoutIndent(line);
			// A remark of the configuration that is not indented stands between two lines of it, and not in the program.
			if (text === '' || indentOf(line) > indent || comments.some((prefix) => text.startsWith(prefix))) continue;
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
	{ programs = [] }: Syntax,
): readonly Line[] {
	if (programs.length === 0) return [];
	const find: Find = (text) => programOf(text, { programs });
	const texts = lines.map(({ text }) => text);
	return lines.filter(({ text, parent }, header) => {
		const rule = parent === -1 ? find(text) : undefined;
		return rule !== undefined && endOf(texts, header, { rule, find }) === -1;
	});
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

/** Index of the line that ends the program; -1 where another one starts before, or none comes. */
function endOf(
	lines: readonly string[],
	header: number,
	{ rule, find }: { readonly rule: ProgramRule; readonly find: Find },
): number {
	for (let at = header + 1; at < lines.length; at += 1) {
		const text = withoutIndent(lines[at] as string);
		if (rule.end.test(text)) return at;
		if (find(text) !== undefined) return -1;
	}
	return -1;
}

function indentOf(line: string): number {
	return line.length - withoutIndent(line).length;
}
