import type { Device } from '../domain/device.ts';
import { flatMapInSteps } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import type { Revisions } from './ports.ts';

/** Where an intended config stands on both sides of a change. */
export interface PathsOfChange {
	readonly base: string;
	readonly head: string;
}

/** The devices whose intended config a change touches. */
export interface TouchedDevices {
	readonly devices: readonly Device[];
	/** Of one of them. */
	pathsOf(device: Device): PathsOfChange;
}

/** The devices whose intended file differs between the merge base and head, or stands elsewhere at head. */
export async function touchedDevices(
	devices: readonly Device[],
	{ intended, intendedAtHead, judging }: AuditTools,
	revisions: Revisions,
): Promise<TouchedDevices> {
	const pathsOf = (device: Device): PathsOfChange => {
		const base = intended.pathOf(device);
		return { base, head: intendedAtHead?.pathOf(device) ?? base };
	};
	const paths = await judging.run(flatMapInSteps(devices, (device) => [pathsOf(device)]));
	const changed = await revisions.changedAmong(paths.map(({ head }) => head));
	const isTouched = ({ base, head }: PathsOfChange): boolean => base !== head || changed.has(head);
	return { devices: devices.filter((_, index) => paths[index] && isTouched(paths[index])), pathsOf };
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
