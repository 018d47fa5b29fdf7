import { isDifference } from '../../domain/compare/with-classes.ts';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { plural } from '../../domain/text/count-words.ts';
import { deviceFragment } from '../dashboard/device-fragment.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { describeChanges, stateOf } from '../wording/describe-device.ts';
import { describeFacts } from '../wording/describe-facts.ts';
import { diffTable } from './diff-table.ts';
import { stateTag } from './fleet-table.ts';

/** One device with its changes as an excerpt of the config, folded unless `open`. The page's script shows it in its dialog. */
export function deviceChanges(device: DeviceReport, { open }: { readonly open: '' | ' open' }): string {
	const facts = [
		...(device.intendedPath === null ? [] : [`intended: ${device.intendedPath}`]),
		...describeFacts(device),
		...(device.ignored === 0 ? [] : [`${plural(device.ignored, 'change')} ignored by rules`]),
	];
	const name = escapeHtml(neutraliseLine(device.name));
	return `<details${open}>
<summary><h3>${name}</h3>${stateTag(stateOf(device))}<span class="soft">${describeChanges(device)}</span></summary>
${facts.length === 0 ? '' : `<p class="facts">${escapeHtml(facts.map(neutraliseLine).join(' · '))}</p>`}
<div class="scroll" tabindex="0" role="region" aria-label="Changes of ${name}" id="${deviceFragment(neutraliseLine(device.name))}">${diffTable(device.changes.filter(isDifference), `Changes of ${name}`)}</div>${commandList(device)}
</details>`;
}

function commandList({ remediation = [] }: DeviceReport): string {
	if (remediation.length === 0) return '';
	const commands = remediation.map((command) => escapeHtml(neutraliseLine(command))).join('\n');
	return `
<details class="commands"><summary>Commands that would bring it to the intended config; nothing was sent</summary>
<pre class="scroll code" tabindex="0">${commands}</pre></details>`;
}
