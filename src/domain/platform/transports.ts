import type { Platform } from './platform.ts';

/** How a device can be asked. */
export const DEVICE_TRANSPORTS = ['ssh', 'netconf', 'rest'] as const;

/** A transport that contacts the device itself; the transport `file` does not. */
export type DeviceTransport = (typeof DEVICE_TRANSPORTS)[number];

type Fetched = Pick<Platform, 'netconf' | 'rest'>;

/** The transports that a platform has rules for; every one has a command line. */
export function transportsOf(platform: Fetched): readonly DeviceTransport[] {
	return DEVICE_TRANSPORTS.filter((transport) => HAS_RULES[transport](platform));
}

const HAS_RULES: Readonly<Record<DeviceTransport, (platform: Fetched) => boolean>> = {
	ssh: () => true,
	netconf: ({ netconf }) => netconf !== undefined,
	rest: ({ rest }) => rest !== undefined,
};
