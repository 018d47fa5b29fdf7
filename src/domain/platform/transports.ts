import type { Platform } from './platform.ts';

/** How a device can be asked. */
export const DEVICE_TRANSPORTS = ['ssh', 'netconf', 'rest'] as const;

/** A transport that contacts the device itself; the transport `file` does not. */
export type DeviceTransport = (typeof DEVICE_TRANSPORTS)[number];

/** The transports that a platform has rules for; every one has a command line. */
export function transportsOf({ netconf, rest }: Pick<Platform, 'netconf' | 'rest'>): readonly DeviceTransport[] {
	return [
		'ssh',
		...(netconf === undefined ? [] : ['netconf' as const]),
		...(rest === undefined ? [] : ['rest' as const]),
	];
}
