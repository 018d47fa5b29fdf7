import type { Device } from '../../src/domain/device.ts';

/** A member of a fleet. */
export function aFleetDevice(overrides: Partial<Device> = {}): Device {
	return {
		name: 'edge-01',
		host: '192.0.2.1',
		port: null,
		platform: 'a_platform',
		transport: 'ssh',
		site: null,
		role: null,
		tags: [],
		groups: [],
		...overrides,
	};
}
