import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { hostKeyOf } from '../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const device = simulatedDevice({ name: 'edge-1', runningConfig: iosConfig('edge-1') });
let fleet: SimulatedFleet;
beforeAll(async () => {
	fleet = await startSimulatedFleet({ devices: [device] });
	return () => fleet[Symbol.asyncDispose]();
});

/** No pin, and a known_hosts file that may have to be made. */
const unpinned = (hostKeys: 'strict' | 'accept-new'): string =>
	fleetYml(fleet, [device], { 'known-hosts': 'known_hosts' })
		.replace(/^ +host-key:.*\n/m, '')
		.replace('defaults:\n', `defaults:\n  host-keys: ${hostKeys}\n`);
const knownLine = (): string => `[${fleet.host}]:${fleet.portOf('edge-1')} ${hostKeyOf('edge-1').publicKey}`;

/** Audits a pull request that changes the device's config, and more. */
async function audited(
	{ checkout, github, run }: Hosting,
	commits: { readonly base: Record<string, string>; readonly head: Record<string, string> },
): Promise<FleetReport> {
	const base = await checkout.commit({ [intendedPath('edge-1')]: iosConfig('edge-1'), ...commits.base });
	await checkout.branch('change');
	const head = await checkout.commit({ [intendedPath('edge-1')]: iosConfig('edge-1', { mtu: 9000 }), ...commits.head });
	github.state.mergeBases.set(`${base}...${head}`, base);
	await run({
		eventName: 'pull_request',
		event: pullRequestEvent({ base, head }),
		inputs: { 'report-dir': 'report' },
		env: LOGIN,
	});
	return JSON.parse(await readFile(join(checkout.folder, 'report/report.json'), 'utf8'));
}

describe('host-keys: accept-new', () => {
	it('is followed by a scheduled audit, which leaves a known_hosts file to commit', async () => {
		await using hosting = await startHosting();
		const { checkout } = hosting;
		await checkout.commit({ 'fleet.yml': unpinned('accept-new'), [intendedPath('edge-1')]: iosConfig('edge-1') });

		const { exitCode, summary } = await hosting.run({ eventName: 'schedule', event: scheduleEvent, env: LOGIN });

		expect(exitCode).toBe(0);
		expect(await readFile(join(checkout.folder, 'known_hosts'), 'utf8')).toBe(`${knownLine()}\n`);
		expect(summary).toContain('trusted at first sight');
	});

	it('is not followed where only the head of a pull request says so, nor are its keys trusted', async () => {
		await using hosting = await startHosting();

		const { devices } = await audited(hosting, {
			base: { 'fleet.yml': unpinned('strict'), known_hosts: '# none yet\n' },
			head: { 'fleet.yml': unpinned('accept-new'), known_hosts: `${knownLine()}\n` },
		});

		expect(devices).toMatchObject([{ status: 'unknown', reason: 'host-key-mismatch' }]);
	});

	it('is not followed by a check of a pull request, which would forget what it trusted', async () => {
		await using hosting = await startHosting();

		const { devices } = await audited(hosting, {
			base: { 'fleet.yml': unpinned('accept-new'), known_hosts: '# none yet\n' },
			head: {},
		});

		expect(devices).toMatchObject([{ status: 'unknown', reason: 'host-key-mismatch' }]);
		expect(await readFile(join(hosting.checkout.folder, 'known_hosts'), 'utf8')).toBe('# none yet\n');
	});
});
