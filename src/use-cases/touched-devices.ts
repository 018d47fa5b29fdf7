import type { Device } from '../domain/device.ts';
import { flatMapInSteps } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import type { Revisions } from './ports.ts';

/** A device whose intended config a change touches, and where that stands on both sides. */
export interface TouchedDevice {
	readonly device: Device;
	readonly paths: { readonly base: string; readonly head: string };
}

/** The devices whose intended file differs between the merge base and head, or stands elsewhere at head. */
export async function touchedDevices(
	devices: readonly Device[],
	{ intended, intendedAtHead, judging }: AuditTools,
	revisions: Revisions,
): Promise<readonly TouchedDevice[]> {
	const placing = flatMapInSteps(devices, (device) => {
		const base = intended.pathOf(device);
		return [{ device, paths: { base, head: intendedAtHead?.pathOf(device) ?? base } }];
	});
	const placed = await judging.run(placing);
	const changed = await revisions.changedAmong(placed.map(({ paths }) => paths.head));
	return placed.filter(({ paths: { base, head } }) => base !== head || changed.has(head));
}

/** What reports about a change say of paths is said of head: that is what people review. */
export function toolsAtHead(tools: AuditTools): AuditTools {
	const { intended, intendedAtHead } = tools;
	if (intendedAtHead === undefined) return tools;
	const pathOf = (device: Device): string => intendedAtHead.pathOf(device);
	return {
		...tools,
		intended: { check: (device) => intended.check(device), read: (device) => intended.read(device), pathOf },
	};
}
