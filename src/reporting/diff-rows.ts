import type { Change } from '../domain/drift-report.ts';

/** As much of a change as its rows show. */
export type ShownChange = Pick<Change, 'kind' | 'lineage' | 'line' | 'runningText' | 'intendedLine' | 'runningLine'> & {
	/** Words behind the line, such as `critical` or `conflict`. */
	readonly tags: readonly string[];
};

/** A row of a diff that reads like an excerpt of the config. */
export interface DiffRow {
	/** A section is a header that did not change, and stands there for what does inside it. */
	readonly kind: 'section' | 'missing' | 'extra' | 'moved';
	readonly sign: '' | '-' | '+' | '!';
	readonly text: string;
	/** Of the stylesheet: 0, or what `in1` to `in6` are for. */
	readonly indent: number;
	readonly intendedLine: number | null;
	readonly runningLine: number | null;
	readonly tags: readonly string[];
}

const DEEPEST_INDENT = 6;

/** Every change under its lineage, whose headers are told once for changes that follow each other. */
export function diffRows(changes: readonly ShownChange[]): readonly DiffRow[] {
	let open: readonly string[] = [];
	return changes.flatMap((change) => {
		const differs = change.lineage.findIndex((header, index) => header !== open[index]);
		const shared = differs === -1 ? change.lineage.length : differs;
		// A line that is itself a change heads what follows inside it.
		open = [...change.lineage, change.line];
		const headers = change.lineage
			.slice(shared)
			.map((text, index) => row({ kind: 'section', text, depth: shared + index }));
		return [...headers, ...rowsOf(change)];
	});
}

function rowsOf({
	kind,
	lineage,
	line,
	runningText,
	intendedLine,
	runningLine,
	tags,
}: ShownChange): readonly DiffRow[] {
	const depth = lineage.length;
	switch (kind) {
		case 'missing':
			return [row({ kind, text: line, depth, intendedLine, tags })];
		case 'extra':
			return [row({ kind, text: line, depth, runningLine, tags })];
		case 'moved':
			return [row({ kind, text: line, depth, intendedLine, runningLine, tags: ['moved', ...tags] })];
		case 'changed':
			return [
				row({ kind: 'missing', text: line, depth, intendedLine, tags }),
				row({ kind: 'extra', text: runningText ?? '', depth, runningLine }),
			];
	}
}

const SIGNS = { section: '', missing: '-', extra: '+', moved: '!' } as const;

function row({
	kind,
	depth,
	...rest
}: Pick<DiffRow, 'kind' | 'text'> & Partial<DiffRow> & { readonly depth: number }): DiffRow {
	const indent = Math.min(depth, DEEPEST_INDENT);
	return { intendedLine: null, runningLine: null, tags: [], ...rest, kind, sign: SIGNS[kind], indent };
}
