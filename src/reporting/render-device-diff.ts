import type { DeviceReport } from '../domain/fleet-report.ts';
import { describeChanges, describeReason } from './describe-device.ts';
import { describeFacts } from './describe-facts.ts';
import { plural } from './format-quantity.ts';
import { renderChanges } from './terminal-changes.ts';
import { terminalStyle, terminalText } from './terminal-style.ts';

/** One device for a terminal: what the `diff` command prints. */
export function renderDeviceDiff(device: DeviceReport, { colour }: { readonly colour: boolean }): string {
	const style = terminalStyle({ colour });
	const name = style.bold(terminalText(device.name));
	if (device.status === 'unknown') {
		return `${name}: ${style.yellow(`unknown, ${describeReason(device)}`)}\n${device.message === null ? '' : `  ${terminalText(device.message)}\n`}`;
	}
	const ignored = device.ignored === 0 ? '' : style.dim(` (${plural(device.ignored, 'change')} ignored by rules)`);
	if (device.changes.length === 0) return `${name}: ${style.green('in sync')}${ignored}\n`;
	const file = device.intendedPath === null ? '' : style.dim(` · ${terminalText(device.intendedPath)}`);
	const facts = describeFacts(device).map((fact) => `  ${style.dim(terminalText(fact))}`);
	return `${[`${name}: ${describeChanges(device)}${ignored}${file}`, ...facts, ...renderChanges(device.changes, style)].join('\n')}\n`;
}
