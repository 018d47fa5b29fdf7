/** One cell: its text decides the width, `paint` only colours it. */
export interface Cell {
	readonly text: string;
	readonly paint?: (text: string) => string;
}

const GAP = '  ';

/** Columns as wide as their widest cell; the last one is cut where the terminal ends. */
export function renderTable(rows: readonly (readonly Cell[])[], width: number): readonly string[] {
	const widths: number[] = [];
	for (const row of rows)
		row.forEach(({ text }, column) => {
			widths[column] = Math.max(widths[column] ?? 0, text.length);
		});
	return rows.map((row) => {
		let left = Math.max(width, 20) - GAP.length;
		return row
			.map(({ text, paint = (plain) => plain }, column) => {
				const last = column === row.length - 1;
				const room = last ? Math.max(left, 10) : (widths[column] ?? 0);
				left -= room + GAP.length;
				const shown = text.length > room ? `${text.slice(0, room - 1)}…` : text;
				return `${GAP}${paint(shown)}${last ? '' : ' '.repeat(room - shown.length)}`;
			})
			.join('')
			.trimEnd();
	});
}
