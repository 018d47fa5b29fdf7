import { findEndlessProse } from '../config/blocks.ts';
import type { DeviceConfig } from '../device.ts';

/** What could not be read as the platform means it, and how it was read instead; sentences for the report's warnings. */
export function readRemarks(sides: {
	readonly intended: DeviceConfig;
	readonly running: DeviceConfig;
}): readonly string[] {
	return (['intended', 'running'] as const).flatMap((side) =>
		findEndlessProse(sides[side].lines).map(
			({ number, block }) =>
				`the ${block?.id} that starts on line ${number} of the ${side} config never ends: what stands behind it is compared as ordinary lines`,
		),
	);
}
