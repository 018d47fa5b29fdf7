import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

/** Those that answer last are named first, so that no order comes about by itself. */
const devices = Array.from({ length: 12 }, (_, index) => {
	const name = `edge-${String(index).padStart(2, '0')}`;
	const drift = index % 4 === 1 ? { uplink: ['shutdown'], lines: [`snmp-server location rack ${index}`] } : {};
	const gone = index % 6 === 3 ? { fault: 'unreachable' as const } : {};
	return simulatedDevice({ name, runningConfig: iosConfig(name, drift), commandMs: (12 - index) * 4, ...gone });
});

let fleet: SimulatedFleet;
let checkout: Checkout;

beforeAll(async () => {
	fleet = await startSimulatedFleet({ devices });
	checkout = await createCheckout(null);
	await checkout.commit({
		'one.yml': fleetYml(fleet, devices, { concurrency: { fleet: 1 } }),
		'many.yml': fleetYml(fleet, devices, { concurrency: { fleet: 12 } }),
		...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
	});
});
afterAll(async () => {
	await checkout?.[Symbol.asyncDispose]();
	await fleet?.[Symbol.asyncDispose]();
});

it('devices that are asked side by side are told as those that are asked one by one', async () => {
	const [one, many] = await Promise.all(['one.yml', 'many.yml'].map(audit));

	expect(many).toEqual(one);
	expect(one?.map(({ name }) => name)).toEqual(devices.map(({ name }) => name));
	expect(new Set(one?.map(({ status }) => status))).toEqual(new Set(['in-sync', 'drifted', 'unknown']));
});

/** What an audit tells of devices, but for how long they took and when they say that they were changed. */
async function audit(fleetFile: string): Promise<readonly Omit<DeviceReport, 'durationMs' | 'metadata'>[]> {
	const env = { ...LOGIN, FLEET_FINGERPRINT_KEY: 'a key of the tests, long enough' };
	const args = ['audit', '--fleet', fleetFile, '--json', '-'];
	const { stdout } = await spawnCli(args, { cwd: checkout.folder, env });
	return (JSON.parse(stdout) as FleetReport).devices.map(({ durationMs: _, metadata: __, ...told }) => told);
}
