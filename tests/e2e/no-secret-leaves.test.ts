import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SimulatedDevice } from '../../src/simulator/simulated-device.ts';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { type Departures, everythingThatLeft } from '../support/e2e/everything-that-left.ts';
import { fleetYml, intendedPath } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** With all that JSON, HTML, URLs and Markdown write in another way. */
const PASSWORD = 'Pa55 "word" <&\'> 100%/+?`é';
const ENABLE = 'en4ble|"secret"\\<&>';
const FINGERPRINT_KEY = 'fingerprint key of this repository';

const PLATFORMS = ['cisco_ios', 'cisco_nxos', 'cisco_xr', 'arista_eos', 'juniper_junos', 'frr'];
const fixture = (platform: string, file: string): string =>
	readFileSync(new URL(`../platforms/${platform}/${file}`, import.meta.url), 'utf8');
const nameOf = (platform: string): string => platform.replace('_', '-');

/** Every secret of every platform stands in a line that has drifted. */
const devices: readonly SimulatedDevice[] = [
	...PLATFORMS.map((platform) =>
		device({ name: nameOf(platform), platform, runningConfig: fixture(platform, 'in-sync/running.cfg') }),
	),
	device({ name: 'stripped', runningConfig: iosConfig('stripped') }),
	// Somebody wrote a login down where no mask would look for one.
	device({ name: 'careless', runningConfig: iosConfig('careless', { uplink: [`snmp trap ${PASSWORD}`] }) }),
	device({ name: 'closed', fault: 'auth-failed' }),
];

const SECRETS: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		PLATFORMS.flatMap((platform) => fixture(platform, 'must-not-appear.txt').trim().split('\n')).map((secret) => [
			secret,
			secret,
		]),
	),
	'login password': PASSWORD,
	'enable password': ENABLE,
	'fingerprint key': FINGERPRINT_KEY,
};

it('keeps every secret to itself, in an audit, when drift is adopted, and in a pre-flight check', async () => {
	await using fleet = await startSimulatedFleet({ devices });
	await using hosting = await startHosting();
	await using temporary = await temporaryFolder('leaks-');
	const intended = (note: string): Record<string, string> =>
		Object.fromEntries(devices.map(({ name, platform }) => [intendedPath(name), intendedOf(name, platform, note)]));
	const credentials = { username: `\${USER_NAME}`, password: `\${PASSWORD}`, enable: `\${ENABLE}` };
	const base = await hosting.checkout.commit({
		'fleet.yml': fleetYml(fleet, devices, {
			credentials: { lab: credentials },
			history: { 'store-configs': 'redacted' },
		}),
		...intended('one'),
	});
	const runnerTemp = join(temporary.path, 'temp');
	await mkdir(runnerTemp);
	const run = {
		inputs: {
			'fingerprint-key': FINGERPRINT_KEY,
			'report-dir': 'report',
			'max-annotations': '300',
			issues: 'roll-up',
		},
		env: {
			USER_NAME: 'auditor',
			PASSWORD,
			ENABLE,
			RUNNER_TEMP: runnerTemp,
			GITHUB_ENV: join(temporary.path, 'env'),
			GITHUB_STATE: join(temporary.path, 'state'),
			RUNNER_DEBUG: '1',
		},
	};
	const folders = [temporary.path, join(hosting.checkout.folder, 'report')];

	const audit = await hosting.run({ eventName: 'schedule', event: scheduleEvent, ...run });
	const afterAudit = await everythingThatLeft(audit, { hosting, folders });
	const adopting = await hosting.run({
		eventName: 'workflow_dispatch',
		event: {},
		...run,
		inputs: { ...run.inputs, adopt: 'true', issues: 'off', 'results-branch': '' },
	});
	const afterAdopting = await everythingThatLeft(adopting, { hosting, folders });
	await hosting.checkout.branch('change');
	const head = await hosting.checkout.commit(intended('two'));
	hosting.github.state.mergeBases.set(`${base}...${head}`, base);
	const preflight = await hosting.run({ eventName: 'pull_request', event: pullRequestEvent({ base, head }), ...run });
	const afterPreflight = await everythingThatLeft(preflight, { hosting, folders });

	const counts = { devices: '9', drifted: '8', unknown: '1' };
	expect([audit.outputs, preflight.outputs]).toMatchObject([counts, counts]);
	expect(hosting.github.state.comments).toHaveLength(1);
	expect(hosting.github.state.issues).toMatchObject([{ body: expect.stringContaining('<secret:') }]);
	const secrets = { ...SECRETS, token: hosting.github.token };
	expect(hosting.github.state.pulls).toMatchObject([{ title: 'Adopt drift of 8 devices' }]);
	const adopted = [...afterAdopting].filter(([place]) => /adopt\.patch$|^adopted /u.test(place));
	expect(adopted.length).toBeGreaterThan(8);
	expect(leaksIn(afterAdopting, secrets)).toEqual([]);
	expect(leaksIn(afterAudit, secrets)).toEqual([]);
	expect(leaksIn(afterPreflight, secrets)).toEqual([]);
	// They are shown to be different, and nothing more.
	expect(afterAudit.get('summary')).toMatch(/username backup password 7 <secret:[0-9a-f]{6}>/u);
	for (const secret of [PASSWORD, ENABLE, FINGERPRINT_KEY, hosting.github.token])
		expect(audit.commands).toContainEqual(expect.objectContaining({ name: 'add-mask', data: secret }));
});

function device(overrides: Partial<SimulatedDevice>): SimulatedDevice {
	return simulatedDevice({ password: PASSWORD, enablePassword: ENABLE, ...overrides });
}

/** Next to nothing, so that all of the device is too much; for one device the other way round. */
function intendedOf(name: string, platform: string, note: string): string {
	if (name === 'stripped') return fixture('cisco_ios', 'in-sync/running.cfg').replace('uplink to core', note);
	if (platform === 'juniper_junos') return `system {\n    host-name ${note};\n}\n`;
	return `hostname ${note}\n`;
}

/** The runner is told its own secrets so that it hides them: those lines of the log are for it alone. */
function leaksIn(departures: Departures, secrets: Readonly<Record<string, string>>): readonly string[] {
	return [...departures].flatMap(([place, text]) => {
		const seen = place === 'stdout' ? text.replaceAll(/^::add-mask::.*$/gmu, '') : text;
		return Object.entries(secrets)
			.filter(([, secret]) => formsOf(secret).some((form) => seen.includes(form)))
			.map(([name]) => `${name} in ${place}`);
	});
}

function formsOf(secret: string): readonly string[] {
	const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return [
		secret,
		Buffer.from(secret).toString('base64'),
		Buffer.from(`x-access-token:${secret}`).toString('base64'),
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		html,
		html.replaceAll('"', '&quot;'),
	];
}
