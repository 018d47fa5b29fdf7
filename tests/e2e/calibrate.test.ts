import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A device on which a counter runs and a password is salted anew, whenever somebody looks. */
function restlessDevice() {
	let shows = 0;
	const device = simulatedDevice();
	Object.defineProperty(device, 'runningConfig', {
		get: () => {
			shows += 1;
			return [
				'version 15.9',
				'hostname edge-01',
				`username anna secret 9 $9$fictiveSalt${shows}$fictiveHash${shows}`,
				'interface Ethernet0/0',
				' description uplink',
				` traffic-counter ${1000 + shows} packets`,
				'end',
			].join('\n');
		},
	});
	return device;
}

describe('fleet-drift calibrate', () => {
	it('proposes masks for what a device changes by itself; pasted, nothing of it is left', async () => {
		await using folder = await temporaryFolder('calibrate-');
		const device = restlessDevice();
		await using fleet = await startSimulatedFleet({ devices: [device] });
		await mkdir(join(folder.path, 'intended-configs'));
		await writeFile(join(folder.path, intendedPath(device.name)), 'hostname edge-01\nend\n');
		await writeFile(join(folder.path, 'fleet.yml'), fleetYml(fleet, [device]));
		const calibrate = () =>
			spawnCli(['calibrate', device.name, '--interval', '100ms'], { cwd: folder.path, env: LOGIN });

		const first = await calibrate();
		const proposed = parse(first.stdout);
		const more = { masks: proposed.masks };
		const entry = parse(fleetYml(fleet, [device])).devices[device.name];
		const settled = { ...entry, ...proposed.devices[device.name] };
		await writeFile(
			join(folder.path, 'fleet.yml'),
			fleetYml(fleet, [device], { ...more, devices: { [device.name]: settled } }),
		);
		const second = await calibrate();

		expect(first, first.stderr).toMatchObject({ exitCode: 0 });
		expect(first.stdout).toContain('traffic-counter');
		expect(first.stdout).not.toContain('fictive');
		expect(proposed.masks).toMatchObject([{ platforms: ['cisco_ios'], kind: 'volatile' }]);
		expect(second, second.stderr).toMatchObject({ exitCode: 0 });
		expect(second.stdout).toContain('# edge-01: nothing changed by itself within 100ms');
	});
});
