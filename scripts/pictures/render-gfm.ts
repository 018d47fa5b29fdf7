import { escapeHtml } from '../../src/reporting/escape-html.ts';

/**
 * GitHub Markdown as HTML, as far as our own documents use it: headings, tables, lists, fences, folded sections, emphasis, code,
 * links. What it does not know it leaves as text, so that a picture shows when a document says something else.
 */
export function renderGfm(markdown: string): string {
	const blocks: string[] = [];
	let paragraph: string[] = [];
	const endParagraph = (): void => {
		if (paragraph.length > 0) blocks.push(renderParagraph(paragraph));
		paragraph = [];
	};
	let fence: string[] | null = null;
	for (const line of markdown.split('\n')) {
		if (fence !== null) {
			if (/^`{3,}$/.test(line)) {
				blocks.push(renderDiff(fence));
				fence = null;
			} else fence.push(line);
		} else if (/^`{3,}/.test(line)) {
			endParagraph();
			fence = [];
		} else if (line === '') endParagraph();
		else if (/^<\/?details/.test(line)) {
			endParagraph();
			blocks.push(line);
		} else paragraph.push(line);
	}
	endParagraph();
	return blocks.join('\n');
}

function renderParagraph(lines: readonly string[]): string {
	const [first = ''] = lines;
	const heading = /^(#{1,6}) (.*)$/.exec(first);
	if (heading?.[1] !== undefined) return `<h${heading[1].length}>${inline(heading[2] ?? '')}</h${heading[1].length}>`;
	if (first.startsWith('| ')) return renderTable(lines);
	if (lines.every((line) => line.startsWith('- ')))
		return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
	return `<p>${lines.map(inline).join('\n')}</p>`;
}

function renderTable([header = '', alignment = '', ...rows]: readonly string[]): string {
	const aligns = cellsOf(alignment).map((cell) => (cell.endsWith(':') ? 'right' : 'left'));
	const row = (line: string, tag: 'th' | 'td'): string => {
		const cells = cellsOf(line).map((cell, at) => `<${tag} align="${aligns[at] ?? 'left'}">${inline(cell)}</${tag}>`);
		return `<tr>${cells.join('')}</tr>`;
	};
	return `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((line) => row(line, 'td')).join('')}</tbody></table>`;
}

function cellsOf(line: string): readonly string[] {
	return line
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());
}

/** Our documents hold HTML of their own and escape what is not: what stands there in `<…>` is meant. */
function inline(text: string): string {
	const codes: string[] = [];
	const withoutCode = text.replace(/(?<!\\)`([^`]+)`/g, (_, code: string) => {
		codes.push(`<code>${escapeHtml(code)}</code>`);
		return `\u0000${codes.length - 1}\u0000`;
	});
	return withoutCode
		.replace(/\[((?:[^[\]\\]|\\.)*)\]\(([^()\s]+)\)/g, '<a href="$2">$1</a>')
		.replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '<strong>$1</strong>')
		.replace(/\\([\\`*_~[\]{}|#+-])/g, '$1')
		.replace(/\u0000(\d+)\u0000/g, (_, at: string) => codes[Number(at)] ?? '');
}

function renderDiff(lines: readonly string[]): string {
	const spans = lines.map((line) => {
		const kind = /^(?:---|\+\+\+|@@)/.test(line)
			? 'meta'
			: ({ '-': 'del', '+': 'ins', '!': 'mod' }[line[0] ?? ''] ?? '');
		return `<span class="${kind}">${escapeHtml(line)}</span>`;
	});
	return `<pre>${spans.join('\n')}</pre>`;
}
