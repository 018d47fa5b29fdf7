/** A process of its own for the devices, so that what the client costs is measured alone. Ends with the one that forked it. */
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { benchFleet } from './bench-fleet.ts';
import type { PortsOfDevices } from './simulator-process.ts';

const devices = benchFleet(JSON.parse(process.argv[2] ?? '')).map(({ simulated }) => simulated);
const fleet = await startSimulatedFleet({ devices });
const ports: PortsOfDevices = Object.fromEntries(devices.map(({ name }) => [name, fleet.portOf(name)]));
process.send?.(ports);
process.once('disconnect', () => process.exit(0));
