import type { DeviceReport } from '../domain/fleet-report.ts';
import { deviceLines } from './terminal-device.ts';
import { breakCommands, terminalStyle } from './terminal-style.ts';

/** One device for a terminal: what the `diff` command prints. */
export function renderDeviceDiff(device: DeviceReport, { colour }: { readonly colour: boolean }): string {
	return breakCommands(`${deviceLines(device, terminalStyle({ colour })).join('\n')}\n`);
}
