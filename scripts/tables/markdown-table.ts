/** A Markdown table; cells may hold Markdown. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
	return [header, header.map(() => '---'), ...rows].map(printRow).join('\n');
}

function printRow(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** Code, or nothing where there is nothing to show. */
export function code(text: string): string {
	return text === '' ? '' : `\`${text}\``;
}

/** A sentence of the sources, in which nothing is meant as Markdown. */
export function prose(text: string): string {
	return text.replaceAll(/[<*]/g, '\\$&');
}
