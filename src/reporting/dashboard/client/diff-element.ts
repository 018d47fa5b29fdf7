import { plural } from '../../../domain/text/count-words.ts';
import { type DiffRow, diffRows } from '../../diff-rows.ts';
import type { PageChange, PageDrift } from '../page-data.ts';
import { element } from './element.ts';

/** What differed on a device, as an excerpt of its config. html/diff-table.ts writes the same rows as text. */
export function diffElement({ name, changes, more }: PageDrift): HTMLElement {
	const heads = ['intended', 'running'].map((text) => element('th', { scope: 'col', class: 'number' }, text));
	const table = element(
		'table',
		{ class: 'diff code' },
		element('caption', {}, `Changes of ${name}`),
		element('thead', {}, element('tr', {}, ...heads, element('td'), element('th', { scope: 'col' }, 'line'))),
		element('tbody', {}, ...diffRows(changes.map(shown)).map(tableRow)),
	);
	const rest = more === 0 ? [] : [element('p', { class: 'facts' }, `and ${plural(more, 'more change')}`)];
	return element(
		'div',
		{ class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Changes of ${name}` },
		table,
		...rest,
	);
}

function shown({ running: runningText, severity, ...change }: PageChange): Parameters<typeof diffRows>[0][number] {
	return { ...change, runningText, tags: severity === 'critical' || severity === 'high' ? [severity] : [] };
}

function tableRow({ kind, sign, text, indent, intendedLine, runningLine, tags }: DiffRow): HTMLElement {
	const numbers = [intendedLine, runningLine].map((line) => element('td', { class: 'number' }, String(line ?? '')));
	const words = tags.flatMap((word) => [' ', element('span', { class: `tag ${word}` }, word)]);
	const indented = element('span', { class: indent === 0 ? null : `in${indent}` }, text);
	return element(
		'tr',
		{ class: kind },
		...numbers,
		element('td', { class: 'sign' }, sign),
		element('td', {}, indented, ...words),
	);
}
