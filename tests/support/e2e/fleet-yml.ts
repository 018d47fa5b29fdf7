import { stringify } from 'yaml';
import type { SimulatedDevice } from '../../../src/simulator/simulated-device.ts';
import { demoPassword, hostKeyOf } from '../../../src/simulator/simulated-keys.ts';
import type { SimulatedFleet } from '../../../src/simulator/start-fleet.ts';

/** What the fleet.yml below refers to. */
export const LOGIN = { FLEET_USERNAME: 'auditor', FLEET_PASSWORD: demoPassword('login') } as const;

/**
 * A fleet.yml for simulated devices, each where it listens.
 *
 * @param more - further keys, or other values for those that are there
 */
export function fleetYml(
	fleet: Pick<SimulatedFleet, 'host' | 'portOf'>,
	devices: readonly SimulatedDevice[],
	more: Readonly<Record<string, unknown>> = {},
): string {
	const entries = devices.map(({ name, platform }) => {
		const address = { host: fleet.host, port: fleet.portOf(name), 'host-key': hostKeyOf(name).fingerprint };
		return [name, { ...address, platform }] as const;
	});
	return stringify({
		version: 1,
		intended: 'intended-configs/{device}.cfg',
		defaults: { credentials: 'lab', timeouts: { connect: '5s', auth: '5s', command: '5s', device: '20s' } },
		credentials: { lab: { username: `\${FLEET_USERNAME}`, password: `\${FLEET_PASSWORD}` } },
		devices: Object.fromEntries(entries),
		...more,
	});
}

/** Where the intended config of a device stands. */
export function intendedPath(name: string): string {
	return `intended-configs/${name}.cfg`;
}
