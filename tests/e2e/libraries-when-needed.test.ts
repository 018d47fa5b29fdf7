import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../scripts/libraries.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const CONFIG = 'hostname edge-01\nend\n';

describe('a run that asks nobody', () => {
	let checkout: Checkout;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'bare-dist-'));
		await cp(DIST, folder, {
			recursive: true,
			filter: (path) => !LIBRARIES.some((name) => path.endsWith(`${name}.js`)),
		});
		checkout = await createCheckout(null);
		const nowhere = { host: '192.0.2.1', portOf: () => 22 };
		await checkout.commit({
			'fleet.yml': fleetYml(nowhere, [simulatedDevice()]),
			[intendedPath('edge-01')]: CONFIG,
			'running/edge-01.cfg': CONFIG.replace('edge-01', 'edge-02'),
		});
	});
	afterAll(async () => {
		await checkout?.[Symbol.asyncDispose]();
		await rm(folder, { recursive: true, maxRetries: 5 });
	});

	it.each([
		['audit', '--running-dir', 'running'],
		['diff', intendedPath('edge-01'), 'running/edge-01.cfg', '--platform', 'cisco_ios'],
	])('loads no library for that: %s', async (...args) => {
		const { exitCode, stdout, stderr } = await spawnCli(args, {
			entry: join(folder, 'cli.js'),
			cwd: checkout.folder,
			env: LOGIN,
		});

		expect(stderr).not.toMatch(/Cannot find module|ERR_MODULE_NOT_FOUND/u);
		expect(stdout).toMatch(/hostname edge-02/u);
		expect(exitCode).toBe(1);
	});
});
