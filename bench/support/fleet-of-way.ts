import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PASSWORD, type Way } from '../../tests/support/faults/ways.ts';
import type { PortsOfDevices } from './simulator-process.ts';

export interface FleetOfWayOptions {
	readonly ports: PortsOfDevices;
	/** Of all of them; null: the transport knows none. */
	readonly hostKey: string | null;
	/** Who vouches for their certificates, in PEM. */
	readonly authority: string;
	readonly timeouts: Readonly<Record<'connect' | 'command' | 'device', string>>;
}

/** The environment in which fleet.yml of such a folder finds its password. */
export const environmentOfWay: NodeJS.ProcessEnv = { PASSWORD };

/** Writes the repository of a fleet that is asked in one way: devices on loopback which all should run the same. */
export function writeFleetOfWay(
	folder: string,
	way: Way,
	{ ports, hostKey, authority, timeouts }: FleetOfWayOptions,
): void {
	const { platform, transport } = way;
	const pin = hostKey === null ? {} : { 'host-key': hostKey };
	const devices = Object.entries(ports).map(([name, port]) => [
		name,
		{ host: '127.0.0.1', platform, transport, port, ...pin },
	]);
	const fleet = {
		version: 1,
		intended: 'device.cfg',
		defaults: { credentials: 'lab', 'ca-file': 'ca.pem', timeouts },
		credentials: { lab: { username: 'auditor', password: `\${PASSWORD}` } },
		devices: Object.fromEntries(devices),
	};
	writeFileSync(join(folder, 'device.cfg'), way.config('device'));
	writeFileSync(join(folder, 'ca.pem'), authority);
	writeFileSync(join(folder, 'fleet.yml'), stringify(fleet));
}
