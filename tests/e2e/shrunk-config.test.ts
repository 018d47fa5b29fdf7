import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, REPOSITORY, startHosting } from '../support/e2e/hosting.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

/** A config of so many VLANs, which both platforms take for whole wherever it was cut. */
function config(name: string, vlans: number): string {
	const lines = Array.from({ length: vlans }, (_, index) => `vlan ${index + 2}\n`);
	return `version 10.3\nhostname ${name}\n${lines.join('')}`;
}

const LEAF = { name: 'leaf-1', platform: 'cisco_nxos', end: '' } as const;
const EDGE = { name: 'edge-1', platform: 'cisco_ios', end: 'end\n' } as const;

/** Both devices as they run with so many VLANs. */
const running = (vlans: number) =>
	[LEAF, EDGE].map(({ name, platform, end }) =>
		simulatedDevice({ name, platform, runningConfig: config(name, vlans) + end }),
	);

/** Both intended configs with so many VLANs. */
const intended = (vlans: number) =>
	Object.fromEntries([LEAF, EDGE].map(({ name, end }) => [intendedPath(name), config(name, vlans) + end]));

describe('configs that lost most of their lines since the last audit', () => {
	let hosting: Hosting;

	beforeAll(async () => {
		hosting = await startHosting();
		await using fleet = await startSimulatedFleet({ devices: running(100) });
		await hosting.checkout.commit({ 'fleet.yml': fleetYml(fleet, running(100)), ...intended(100) });
		expect((await audit('9001')).outputs).toMatchObject({ verdict: 'in-sync', health: '100' });
	});
	afterAll(() => hosting?.[Symbol.asyncDispose]());

	const audit = (runId: string): Promise<FinishedAction> =>
		hosting.run({ eventName: 'schedule', event: scheduleEvent, env: { ...LOGIN, GITHUB_RUN_ID: runId } });
	const linesOf = async (): Promise<Readonly<Record<string, number>>> => {
		const { devices } = JSON.parse(await hosting.inRepository('show', 'drift-results:data/fleet.json'));
		return Object.fromEntries(
			devices.map(({ name, lines }: { readonly name: string; readonly lines: number }) => [name, lines]),
		);
	};

	it('are no drift where they may have been cut, and judged with a warning where they prove their end', async () => {
		await using fleet = await startSimulatedFleet({ devices: running(20) });
		await hosting.checkout.commit({ 'fleet.yml': fleetYml(fleet, running(20)) });
		const before = await linesOf();

		const local = await spawnCli(
			['audit', '--results-branch', 'drift-results', '--remote', hosting.git.pathOf(`${REPOSITORY}.git`)],
			{ cwd: hosting.checkout.folder, env: LOGIN },
		);
		const shrunk = await audit('9002');

		for (const told of [local.stdout.replaceAll(/\s+/gu, ' '), shrunk.summary]) {
			expect(told).toContain('it may have been cut');
			expect(told).toContain('edge-1: the running-config has');
		}
		expect(shrunk.outputs).toMatchObject({ devices: '2', drifted: '1', unknown: '1' });
		// The size of a config that was not judged is not the one to compare the next with.
		expect(await linesOf()).toEqual({
			'leaf-1': before['leaf-1'],
			'edge-1': expect.toSatisfy((lines: number) => lines <= 30),
		});
	});

	it('are noticed by every command that judges', async () => {
		await using fleet = await startSimulatedFleet({ devices: running(20) });
		const commands: readonly (readonly string[])[] = [
			['adopt', 'leaf-1', '--dry-run'],
			['audit', '--shard', '1/1'],
			['preflight', '--base', 'HEAD~1', '--deadline', '60s'],
		];
		await hosting.checkout.commit({ 'fleet.yml': fleetYml(fleet, running(20)) });
		await hosting.checkout.commit({ [intendedPath('leaf-1')]: `${config('leaf-1', 100)}vlan 4000\n` });
		const options = { cwd: hosting.checkout.folder, env: LOGIN };
		const past = ['--results-branch', 'drift-results', '--remote', hosting.git.pathOf(`${REPOSITORY}.git`)];
		await spawnCli(['plan', '--shards', '1'], options);

		const [adopt, , preflight] = await Promise.all(commands.map((args) => spawnCli([...args, ...past], options)));

		const shard = await readFile(join(hosting.checkout.folder, 'shards', 'shard-1-of-1.json'), 'utf8');
		for (const told of [adopt?.stderr, shard, preflight?.stdout]) {
			expect(told?.replaceAll(/\s+/gu, ' ')).toContain('it may have been cut');
		}
		expect(adopt).toMatchObject({ exitCode: 3, stdout: '' });
	});

	it('are judged once the intended configs are as short', async () => {
		await using fleet = await startSimulatedFleet({ devices: running(20) });
		await hosting.checkout.commit({ 'fleet.yml': fleetYml(fleet, running(20)), ...intended(20) });

		const wanted = await audit('9003');

		expect(wanted.outputs).toMatchObject({ verdict: 'in-sync', health: '100', unknown: '0' });
		expect(wanted.summary).toContain('leaf-1: the running-config has');
		expect((await audit('9004')).summary).not.toContain('when it was judged last');
	});
});
