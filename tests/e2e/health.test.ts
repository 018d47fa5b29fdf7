import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import type { SimulatedDevice } from '../../src/simulator/simulated-device.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FAULTS = ['none', 'unreachable', 'auth-failed', 'truncated', 'dropped', 'none', 'none'] as const;

/** Forty devices of all kinds; every third of those without a fault has drifted. */
const devices: readonly SimulatedDevice[] = Array.from({ length: 40 }, (_, index) => {
	const name = `router-${index}`;
	const timers = index % 3 === 0 ? '5 15' : '10 30';
	return simulatedDevice({
		name,
		runningConfig: iosConfig(name, { timers }),
		fault: FAULTS[index % FAULTS.length] ?? 'none',
	});
});

/** Whether a session can be opened, found out with nothing of ours: a login by bare ssh2. */
async function isReachable({ host, portOf }: SimulatedFleet, name: string): Promise<boolean> {
	const client = new ssh2.Client();
	try {
		return await new Promise<boolean>((resolve) => {
			client.once('ready', () => resolve(true)).once('error', () => resolve(false));
			client.connect({ host, port: portOf(name), username: LOGIN.FLEET_USERNAME, password: LOGIN.FLEET_PASSWORD });
		});
	} finally {
		client.destroy();
	}
}

describe('the health score', () => {
	it('is what an independent count of the reachable nodes comes to', async () => {
		await using folder = await temporaryFolder('health-');
		await using fleet = await startSimulatedFleet({ devices });
		await mkdir(join(folder.path, 'intended-configs'));
		await writeFile(join(folder.path, 'fleet.yml'), fleetYml(fleet, devices));
		for (const { name } of devices) await writeFile(join(folder.path, intendedPath(name)), iosConfig(name));

		const reachable: SimulatedDevice[] = [];
		for (const device of devices) if (await isReachable(fleet, device.name)) reachable.push(device);
		// Of these the fault says whether the whole config comes, and the text whether it is the intended one.
		const whole = reachable.filter(({ fault }) => fault === 'none');
		const inSync = whole.filter(({ name, runningConfig }) => runningConfig === iosConfig(name));
		const { stdout } = await spawnCli(['audit', '--json', '-'], { cwd: folder.path, env: LOGIN });
		const { fleet: score, devices: reports } = JSON.parse(stdout) as FleetReport;

		expect([reachable.length, whole.length, inSync.length]).toEqual([28, 16, 10]);
		expect(reports.filter((report) => report.reachable).map(({ name }) => name)).toEqual(
			reachable.map(({ name }) => name),
		);
		expect(score).toMatchObject({ devices: 40, reachable: reachable.length, inSync: inSync.length });
		expect(score.drifted).toBe(whole.length - inSync.length);
		expect(score.health).toBe(Math.round((inSync.length / reachable.length) * 10_000) / 100);
		expect(score.coverage).toBe(Math.round((whole.length / devices.length) * 10_000) / 100);
	});
});
