import type { Change } from '../../domain/drift-report.ts';
import { type DiffRow, diffRows } from '../diff-rows.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { alarmOf } from '../wording/describe-device.ts';

/** Changes under their lineage. The caption is HTML. client/diff-element.ts draws the same rows in a browser. */
export function diffTable(changes: readonly Change[], caption: string): string {
	const rows = diffRows(changes.map((change) => ({ ...change, tags: tagsOf(change) })));
	return `<table class="diff code"><caption>${caption}</caption>
<thead><tr><th scope="col" class="number">intended</th><th scope="col" class="number">running</th><td></td><th scope="col">line</th></tr></thead>
<tbody>
${rows.map(tableRow).join('\n')}
</tbody></table>`;
}

function tagsOf(change: Change): readonly string[] {
	return [change.class, alarmOf(change)].filter((word) => word !== null);
}

function tableRow({ kind, sign, text, indent, intendedLine, runningLine, tags }: DiffRow): string {
	const numbers = [intendedLine, runningLine].map((number) => `<td class="number">${number ?? ''}</td>`).join('');
	const indented = indent === 0 ? '' : ` class="in${indent}"`;
	const words = tags.map((word) => ` <span class="tag ${word}">${word}</span>`).join('');
	return `<tr class="${kind}">${numbers}<td class="sign">${sign}</td><td><span${indented}>${escapeHtml(text)}</span>${words}</td></tr>`;
}
