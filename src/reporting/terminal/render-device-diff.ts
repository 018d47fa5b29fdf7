import type { DeviceReport } from '../../domain/fleet-report.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import { commandLines, deviceLines } from './terminal-device.ts';
import { breakCommands, terminalStyle } from './terminal-style.ts';

/** One device for a terminal: what the `diff` command prints; `remediation` adds the commands that would mend it. */
export function renderDeviceDiff(
	device: DeviceReport,
	{ colour, remediation = false }: { readonly colour: boolean; readonly remediation?: boolean },
): string {
	const style = terminalStyle({ colour });
	const secrets = describeSecrets(device);
	const lines = [
		...deviceLines(device, style),
		...(remediation ? commandLines(device, style) : []),
		...(secrets === '' ? [] : [style.dim(`  ${secrets}`)]),
	];
	return breakCommands(`${lines.join('\n')}\n`);
}
