import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { ignoresFor } from '../../../../src/domain/compare/ignore.ts';
import { createMaskRegistry } from '../../../../src/domain/masking/registry.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { loadFleet } from '../../../../src/settings/load-fleet.ts';
import { demoEdits } from '../../../../src/simulator/demo/demo-edits.ts';
import { demoFleet } from '../../../../src/simulator/demo/demo-fleet.ts';
import { personalityOf } from '../../../../src/simulator/personalities.ts';
import { hostKeyOf } from '../../../../src/simulator/simulated-keys.ts';
import { asExpectation, demoExpectations } from '../../../support/demo-expectations.ts';

const today = '2026-11-23';
const { devices, env } = demoFleet({ intendedDir: 'intended-configs' });
const { fleet, warnings } = loadFleet({
	file: 'fleet.yml',
	text: readFileSync('fleet.yml', 'utf8'),
	env,
	today,
	platforms,
});
const names = devices.map(({ name }) => name);

describe('the sample fleet', () => {
	it('is the one of fleet.yml: names, platforms, ports, addresses', () => {
		const simulated = devices.map(({ name, platform, port }) => ({ name, platform, port, host: '127.0.0.1' }));

		expect(fleet.devices).toMatchObject(simulated);
		expect(fleet.devices).toHaveLength(simulated.length);
		expect(warnings).toEqual([]);
	});

	it('is pinned by its host keys and logged in to by its own users', () => {
		for (const device of devices) {
			const connection = fleet.connections.get(device.name);
			expect(connection?.hostKey).toBe(hostKeyOf(device.name).fingerprint);
			expect(connection?.credentials).toMatchObject({ username: device.username, password: device.password });
			expect(connection?.credentials.privateKey !== null).toBe(device.publicKey !== null);
		}
	});

	it('has an intended config for every device and for nothing else', () => {
		expect(readdirSync('intended-configs').toSorted()).toEqual(names.map((name) => `${name}.cfg`).toSorted());
	});

	it('covers six platforms at three sites, and knows what becomes of each device', () => {
		expect(new Set(devices.map(({ platform }) => platform)).size).toBe(6);
		expect(new Set(fleet.devices.map(({ site }) => site)).size).toBe(3);
		expect(Object.keys(demoExpectations)).toEqual(names);
		expect(Object.keys(demoEdits).filter((name) => !names.includes(name))).toEqual([]);
	});

	it('holds no password in a file', () => {
		const committed = [readFileSync('fleet.yml', 'utf8'), ...names.map(readIntended)].join('\n');

		for (const secret of [env.FLEET_PASSWORD, env.FLEET_ENABLE]) {
			expect(secret).toHaveLength(20);
			expect(committed).not.toContain(secret);
		}
		expect(committed).not.toContain('PRIVATE KEY');
	});
});

describe('what a device of the sample fleet runs', () => {
	const masksOf = createMaskRegistry(platforms, { userMasks: fleet.masks, fingerprintKey: 'test' });
	const whole = devices.filter(({ name }) => demoExpectations[name]?.status !== 'unknown');

	it.each(whole.map((device) => [device.name, device] as const))('differs on %s as told', (name, device) => {
		const inFleet = fleet.devices.find((candidate) => candidate.name === name);
		if (inFleet === undefined) throw new Error(`${name} is not in fleet.yml`);
		const facts = { name, username: '', privileged: true, now: new Date(0), changedAt: new Date(0), changedBy: 'anna' };
		const running = personalityOf(device.platform).show(device.runningConfig, facts);

		const ignore = ignoresFor(inFleet, fleet.ignore, today);
		const { changes, ignored } = calculateDiff(running, readIntended(name), masksOf(inFleet), { ignore });

		const status = changes.length === 0 ? 'in-sync' : 'drifted';
		const seen = asExpectation({ status, reason: null, changes, ignored: ignored.length });
		expect(seen).toEqual(demoExpectations[name]);
	});

	it('is another text than the intended one even where no drift is to be found', () => {
		const noisy = whole.filter(({ name }) => demoExpectations[name]?.status === 'in-sync' && name in demoEdits);

		for (const { name, runningConfig } of noisy) expect(runningConfig).not.toBe(readIntended(name));
		expect(noisy.length).toBeGreaterThanOrEqual(10);
	});
});

function readIntended(name: string): string {
	return readFileSync(`intended-configs/${name}.cfg`, 'utf8');
}
