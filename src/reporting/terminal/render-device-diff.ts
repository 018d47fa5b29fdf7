import type { DeviceReport } from '../../domain/fleet-report.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import { commandLines, deviceLines } from './terminal-device.ts';
import { breakCommands, layoutFor, type TerminalOptions } from './terminal-style.ts';

/** One device for a terminal: what the `diff` command prints; `remediation` adds the commands that would mend it. */
export function renderDeviceDiff(
	device: DeviceReport,
	options: TerminalOptions & { readonly remediation?: boolean },
): string {
	const { style, width } = layoutFor(options);
	const secrets = describeSecrets(device);
	const lines = [
		...deviceLines(device, style),
		...(options.remediation === true ? commandLines(device, style) : []),
		...(secrets === '' ? [] : wrapText(secrets, width - 2).map((line) => style.dim(`  ${line}`))),
	];
	return breakCommands(`${lines.join('\n')}\n`);
}
