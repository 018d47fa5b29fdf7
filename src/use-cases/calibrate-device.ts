import { compareConfigs } from '../domain/compare/calculate-diff.ts';
import type { Device } from '../domain/device.ts';
import { type Proposals, proposeMasks } from '../domain/masking/propose-masks.ts';
import type { AuditTools } from './audit-tools.ts';
import { fetchRunning } from './fetch-running.ts';

/**
 * Fetches a device's running-config twice and proposes masks for what changed in between by itself. Throws a `DeviceError`
 * where one of the two cannot be had.
 *
 * @param options.wait - lets the time between the two pass
 */
export async function calibrateDevice(
	device: Device,
	tools: AuditTools,
	options: { readonly signal: AbortSignal; readonly wait: () => Promise<void> },
): Promise<Proposals> {
	const first = await fetchRunning(device, tools, options.signal);
	await options.wait();
	const second = await fetchRunning(device, tools, options.signal);
	const masks = tools.masksOf(device);
	const { changes } = compareConfigs({ intended: first, running: second }, masks);
	return proposeMasks(changes, second.hits);
}
