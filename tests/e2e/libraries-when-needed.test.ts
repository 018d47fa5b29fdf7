import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../scripts/libraries.ts';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { apiAnswer, restApis } from '../support/rest/rest-apis.ts';
import { startRestServer, testAuthority } from '../support/rest/rest-server.ts';
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

/** Has a process tell at its end which of Node's own modules it has loaded. */
const TELLS_MODULES = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')))",
)}`;

describe('a run that asks a device over SSH', () => {
	it('loads none of what Node has for HTTP and TLS', async () => {
		const device = simulatedDevice({ name: 'edge-01', runningConfig: CONFIG });
		await using fleet = await startSimulatedFleet({ devices: [device] });
		await using checkout = await createCheckout(null);
		await checkout.commit({ 'fleet.yml': fleetYml(fleet, [device]), [intendedPath('edge-01')]: CONFIG });

		const { exitCode, stderr } = await spawnCli(['audit'], {
			cwd: checkout.folder,
			env: { ...LOGIN, NODE_OPTIONS: `--import=${TELLS_MODULES}` },
		});

		expect(exitCode).toBe(0);
		expect(stderr).toMatch(/^NativeModule net$/mu);
		expect(stderr).not.toMatch(/^NativeModule (?:https?|http2|tls)$/mu);
	});
});

/** Has a process tell at its end which files it has read as modules. */
const TELLS_FILES = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write(Object.keys(process.getBuiltinModule('node:module')._cache).join('\\n')))",
)}`;

describe('the Action where no proxy is set', () => {
	it('asks GitHub by what Node has for that', async () => {
		await using fleet = await startTwoDevices();
		await using hosting = await startHosting();
		await proposeSmallChange(hosting, fleet);

		const { stderr, outputs } = await hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			env: { ...LOGIN, NODE_OPTIONS: `--import=${TELLS_FILES}` },
		});

		expect(outputs).toMatchObject({ devices: '2', unknown: '0' });
		expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed' }]);
		expect(stderr).toMatch(/\/ssh2\.js$/mu);
		expect(stderr).not.toMatch(/\/undici\.js$/mu);
	});
});

describe('a run that asks a device over HTTPS', () => {
	it('loads the library for that', async () => {
		const api = restApis.arista_eos;
		if (api === undefined) throw new Error('arista_eos has no API');
		await using server = await startRestServer(apiAnswer(api));
		await using checkout = await createCheckout(null);
		const { port } = server;
		const device = { host: '127.0.0.1', port, platform: 'arista_eos', transport: 'rest', 'ca-file': 'ca.pem' };
		await checkout.commit({
			'fleet.yml': fleetYml({ host: '127.0.0.1', portOf: () => port }, [], {
				defaults: { credentials: 'lab' },
				devices: { 'edge-01': device },
			}),
			'ca.pem': testAuthority,
			[intendedPath('edge-01')]: api.config,
		});

		const { exitCode, stderr } = await spawnCli(['audit'], {
			cwd: checkout.folder,
			env: { FLEET_USERNAME: api.credentials.username ?? '', FLEET_PASSWORD: api.credentials.password ?? '' },
		});

		expect(stderr).not.toMatch(/Cannot find module|ERR_MODULE_NOT_FOUND/u);
		expect(server.requests).toHaveLength(1);
		expect(exitCode).toBe(0);
	});
});
