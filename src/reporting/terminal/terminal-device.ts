import type { DeviceReport } from '../../domain/fleet-report.ts';
import { plural } from '../../domain/text/count-words.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { describeChanges } from '../wording/describe-device.ts';
import { describeFacts } from '../wording/describe-facts.ts';
import { nameReason } from '../wording/describe-reason.ts';
import { renderChanges } from './terminal-changes.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** The commands that would mend a device, as text to copy; empty where there are none. */
export function commandLines({ remediation = [] }: DeviceReport, style: TerminalStyle): readonly string[] {
	if (remediation.length === 0) return [];
	return [
		style.dim('  Commands that would bring it to the intended config; nothing was sent:'),
		...remediation.map((command) => `    ${neutraliseLine(command)}`),
	];
}

/** One device, its name first, then what it says about its last change and its changes. */
export function deviceLines(device: DeviceReport, style: TerminalStyle): readonly string[] {
	const name = style.bold(neutraliseLine(device.name));
	if (device.status === 'unknown') {
		const message = device.message === null ? [] : [`  ${neutraliseLine(device.message)}`];
		return [`${name}: ${style.yellow(`unknown, ${nameReason(device)}`)}`, ...message];
	}
	const ignored = device.ignored === 0 ? '' : style.dim(` (${plural(device.ignored, 'change')} ignored by rules)`);
	if (device.changes.length === 0) return [`${name}: ${style.green('in sync')}${ignored}`];
	const file = device.intendedPath === null ? '' : style.dim(` · ${neutraliseLine(device.intendedPath)}`);
	const facts = describeFacts(device).map(neutraliseLine).join(' · ');
	return [
		`${name}: ${describeChanges(device)}${ignored}${file}`,
		...(facts === '' ? [] : [`  ${style.dim(facts)}`]),
		...renderChanges(device.changes, style),
	];
}
