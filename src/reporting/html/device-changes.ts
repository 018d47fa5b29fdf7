import type { Change } from '../../domain/drift-report.ts';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { alarmOf, describeChanges, stateOf } from '../describe-device.ts';
import { describeFacts } from '../describe-facts.ts';
import { escapeHtml } from '../escape-html.ts';
import { plural } from '../format-quantity.ts';
import { neutraliseLine } from '../neutralise.ts';
import { stateTag } from './fleet-table.ts';

const DEEPEST_INDENT = 6;

/** One device with its changes as an excerpt of the config, folded unless `open`. */
export function deviceChanges(
	device: DeviceReport,
	{ id, open }: { readonly id: string; readonly open: '' | ' open' },
): string {
	const facts = [
		...(device.intendedPath === null ? [] : [`intended: ${device.intendedPath}`]),
		...describeFacts(device),
		...(device.ignored === 0 ? [] : [`${plural(device.ignored, 'change')} ignored by rules`]),
	];
	const name = escapeHtml(neutraliseLine(device.name));
	return `<details${open}>
<summary><h3>${name}</h3>${stateTag(stateOf(device))}<span class="soft">${describeChanges(device)}</span></summary>
${facts.length === 0 ? '' : `<p class="facts">${escapeHtml(facts.map(neutraliseLine).join(' · '))}</p>`}
<div class="scroll" id="${id}">${changeTable(device.changes, `Changes of ${name}`)}</div>${commandList(device)}
</details>`;
}

function commandList({ remediation = [] }: DeviceReport): string {
	if (remediation.length === 0) return '';
	const commands = remediation.map((command) => escapeHtml(neutraliseLine(command))).join('\n');
	return `
<details class="commands"><summary>Commands that would bring it to the intended config; nothing was sent</summary>
<pre class="scroll code">${commands}</pre></details>`;
}

/** Changes under their lineage. The caption is HTML. */
function changeTable(changes: readonly Change[], caption: string): string {
	let open: readonly string[] = [];
	const rows = changes.flatMap((change) => {
		const differs = change.lineage.findIndex((header, index) => header !== open[index]);
		const shared = differs === -1 ? change.lineage.length : differs;
		// A line that is itself a change heads what follows inside it.
		open = [...change.lineage, change.line];
		const headers = change.lineage
			.slice(shared)
			.map((header, index) => row({ kind: 'section', text: header, depth: shared + index }));
		return [...headers, ...changeRows(change)];
	});
	return `<table class="diff code"><caption>${caption}</caption>
<thead><tr><th scope="col" class="number">intended</th><th scope="col" class="number">running</th><th scope="col"></th><th scope="col">line</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function changeRows(change: Change): readonly string[] {
	const { kind, line, runningText, intendedLine, runningLine } = change;
	const depth = change.lineage.length;
	const tag = [change.class, alarmOf(change)]
		.filter((word) => word !== null)
		.map((word) => ` <span class="tag ${word}">${word}</span>`)
		.join('');
	if (kind === 'missing') return [row({ kind, sign: '-', intendedLine, text: line, depth, tag })];
	if (kind === 'extra') return [row({ kind, sign: '+', runningLine, text: line, depth, tag })];
	if (kind === 'moved')
		return [
			row({
				kind,
				sign: '!',
				intendedLine,
				runningLine,
				text: line,
				depth,
				tag: ` <span class="tag planned">moved</span>${tag}`,
			}),
		];
	return [
		row({ kind: 'missing', sign: '-', intendedLine, text: line, depth, tag }),
		row({ kind: 'extra', sign: '+', runningLine, text: runningText ?? '', depth }),
	];
}

function row(options: {
	readonly kind: 'section' | 'missing' | 'extra' | 'moved';
	readonly sign?: string;
	readonly intendedLine?: number | null;
	readonly runningLine?: number | null;
	readonly text: string;
	readonly depth: number;
	readonly tag?: string;
}): string {
	const { kind, sign = '', intendedLine = null, runningLine = null, text, depth, tag = '' } = options;
	const indent = depth === 0 ? '' : ` class="in${Math.min(depth, DEEPEST_INDENT)}"`;
	const numbers = [intendedLine, runningLine].map((number) => `<td class="number">${number ?? ''}</td>`).join('');
	return `<tr class="${kind}">${numbers}<td class="sign">${sign}</td><td><span${indent}>${escapeHtml(text)}</span>${tag}</td></tr>`;
}
