import type { Transport } from '../device.ts';
import type { Platform } from './platform.ts';

/** How a device can be asked; a `file` is not asked. */
export type DeviceTransport = Exclude<Transport, 'file'>;

/** The transports that a platform has rules for; every one has a command line. */
export function transportsOf({ netconf, rest }: Pick<Platform, 'netconf' | 'rest'>): readonly DeviceTransport[] {
	return [
		'ssh',
		...(netconf === undefined ? [] : ['netconf' as const]),
		...(rest === undefined ? [] : ['rest' as const]),
	];
}
