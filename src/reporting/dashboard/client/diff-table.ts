import type { PageChange, PageDrift } from '../page-data.ts';
import { element } from './element.ts';

const DEEPEST_INDENT = 6;

/** What differed on a device, as an excerpt of its config: every change under its lineage. */
export function diffTable({ name, changes, more }: PageDrift): HTMLElement {
	let open: readonly string[] = [];
	const rows = changes.flatMap((change) => {
		const differs = change.lineage.findIndex((header, index) => header !== open[index]);
		const shared = differs === -1 ? change.lineage.length : differs;
		// A line that is itself a change heads what follows inside it.
		open = [...change.lineage, change.line];
		const headers = change.lineage
			.slice(shared)
			.map((text, index) => row({ kind: 'section', sign: '', text, depth: shared + index }));
		return [...headers, ...changeRows(change)];
	});
	const heads = ['intended', 'running'].map((text) => element('th', { scope: 'col', class: 'number' }, text));
	const table = element(
		'table',
		{ class: 'diff code' },
		element('caption', {}, `Changes of ${name}`),
		element('thead', {}, element('tr', {}, ...heads, element('td'), element('th', { scope: 'col' }, 'line'))),
		element('tbody', {}, ...rows),
	);
	const rest = more === 0 ? [] : [element('p', { class: 'facts' }, `and ${more} more changes`)];
	return element(
		'div',
		{ class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Changes of ${name}` },
		table,
		...rest,
	);
}

function changeRows({
	kind,
	lineage,
	line,
	running,
	intendedLine,
	runningLine,
	severity,
}: PageChange): readonly HTMLElement[] {
	const depth = lineage.length;
	const alarm = severity === 'critical' || severity === 'high' ? severity : null;
	if (kind !== 'changed') {
		const sign = { missing: '-', extra: '+', moved: '!' }[kind];
		return [row({ kind, sign, intendedLine, runningLine, text: line, depth, tag: alarm })];
	}
	return [
		row({ kind: 'missing', sign: '-', intendedLine, text: line, depth, tag: alarm }),
		row({ kind: 'extra', sign: '+', runningLine, text: running ?? '', depth }),
	];
}

function row(options: {
	readonly kind: 'section' | 'missing' | 'extra' | 'moved';
	readonly sign: string;
	readonly text: string;
	readonly depth: number;
	readonly intendedLine?: number | null;
	readonly runningLine?: number | null;
	readonly tag?: string | null;
}): HTMLElement {
	const { kind, sign, text, depth, intendedLine = null, runningLine = null, tag = null } = options;
	const number = (value: number | null): HTMLElement =>
		element('td', { class: 'number' }, value === null ? '' : String(value));
	return element(
		'tr',
		{ class: kind },
		number(intendedLine),
		number(runningLine),
		element('td', { class: 'sign' }, sign),
		element(
			'td',
			{},
			element('span', { class: depth === 0 ? null : `in${Math.min(depth, DEEPEST_INDENT)}` }, text),
			...(tag === null ? [] : [' ', element('span', { class: `tag ${tag}` }, tag)]),
		),
	);
}
