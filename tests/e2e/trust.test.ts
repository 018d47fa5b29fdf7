import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostKeyOf } from '../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import type { Files } from '../support/e2e/checkout.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { listen } from '../support/e2e/listen.ts';
import { connectionsOf } from '../support/e2e/small-change.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const OTHER_SECRET = 'a-password-of-something-else';
const device = simulatedDevice({ name: 'edge-1', runningConfig: iosConfig('edge-1', { timers: '5 15' }) });

/**
 * The device stands in an inventory behind a link, is verified by known_hosts, and its system is one that fleet.yml
 * describes.
 */
const fleetYml = (more = '', credentials = 'lab'): string => `version: 1
intended: intended-configs/{device}.cfg
known-hosts: known_hosts
defaults: { credentials: ${credentials} }
credentials:
  lab: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" }
  other: { username: "\${FLEET_USERNAME}", password: "\${OTHER_PASSWORD}" }
inventory: [{ from: csv, file: devices.csv }]
platforms: { acme_os: { like: cisco_ios } }
${more}`;

describe('a pull request that moves what is trusted', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;
	let elsewhere: Awaited<ReturnType<typeof listen>>;
	let base: string;

	const inventory = (port: number): string => `name,host,port,platform\nedge-1,127.0.0.1,${port},acme_os\n`;
	const knownHosts = (port: number, name: string): string => `[127.0.0.1]:${port} ${hostKeyOf(name).publicKey}\n`;

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices: [device] });
		hosting = await startHosting();
		elsewhere = await listen();
		const port = fleet.portOf('edge-1');
		await symlink('lists/devices.csv', join(hosting.checkout.folder, 'devices.csv'));
		base = await hosting.checkout.commit({
			'fleet.yml': fleetYml(),
			'lists/devices.csv': inventory(port),
			known_hosts: knownHosts(port, 'edge-1'),
			[intendedPath('edge-1')]: iosConfig('edge-1'),
			'spare/edge-1.cfg': iosConfig('edge-1', { mtu: 9000 }),
		});
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await elsewhere?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	const moves: readonly (readonly [what: string, files: () => Files])[] = [
		['nothing', () => ({})],
		['the host, by an inventory', () => ({ 'devices.csv': inventory(elsewhere.port) })],
		['the host, in fleet.yml', () => ({ 'fleet.yml': fleetYml(`devices: { edge-1: { port: ${elsewhere.port} } }\n`) })],
		['a credential', () => ({ 'fleet.yml': fleetYml('', 'other') })],
		['a bastion', () => ({ 'fleet.yml': fleetYml(bastion(elsewhere.port)) })],
		['known_hosts', () => ({ known_hosts: knownHosts(fleet.portOf('edge-1'), 'mallory') })],
		[
			'a mask',
			() => ({
				'fleet.yml': fleetYml(
					"masks: [{ id: m, platforms: [acme_os], pattern: 'timers', kind: volatile, reason: x }]\n",
				),
			}),
		],
		[
			'an ignore rule',
			() => ({ 'fleet.yml': fleetYml("ignore: [{ devices: ['*'], pattern: 'timers', reason: x }]\n") }),
		],
		['the policy', () => ({ 'fleet.yml': fleetYml('policy: { fail-on: [], scope: declared }\n') })],
		[
			'a platform',
			() => ({
				'fleet.yml': fleetYml().replace(
					'like: cisco_ios',
					"like: cisco_ios, masks: [{ id: m, pattern: 'timers', kind: volatile, reason: x }]",
				),
			}),
		],
		['everything away', () => ({ 'fleet.yml': null, 'devices.csv': null, known_hosts: null })],
	];

	it.each(moves)('changes nothing by moving %s', async (_, files) => {
		const before = connectionsOf(fleet);
		const run = await propose(files());

		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1', drifted: '1', unknown: '0' });
		expect(run.exitCode).toBe(1);
		expect(connectionsOf(fleet)).toBe(before + 1);
		expect(elsewhere.connections()).toBe(0);
	});

	it.each(['the host, by an inventory', 'a credential', 'the policy'])(
		'changes nothing by moving %s where its workflow audits the whole fleet',
		async (what) => {
			const [, files] = moves.find(([name]) => name === what) ?? moves[0] ?? ['', () => ({})];
			const before = connectionsOf(fleet);
			const run = await propose(files(), { mode: 'audit', branch: 'drift-results' });

			expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1', drifted: '1', unknown: '0' });
			// What is proposed is intended by nobody yet: it is no history of the fleet.
			expect(run.outputs).toMatchObject({ 'results-commit': '' });
			expect(run.exitCode).toBe(1);
			expect(connectionsOf(fleet)).toBe(before + 1);
			expect(elsewhere.connections()).toBe(0);
		},
	);

	it.each(['pull_request_review', 'pull_request_review_comment'])(
		'changes nothing by moving the host where its workflow waits for a review (%s)',
		async (eventName) => {
			const before = connectionsOf(fleet);
			const run = await propose({ 'devices.csv': inventory(elsewhere.port) }, { eventName, branch: 'drift-results' });

			expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1', drifted: '1', 'results-commit': '' });
			expect(connectionsOf(fleet)).toBe(before + 1);
			expect(elsewhere.connections()).toBe(0);
		},
	);

	it('follows a move of intended configs, by the template and by what fills it, and nothing else that moves with it', async () => {
		const before = connectionsOf(fleet);
		const run = await propose(
			{
				'fleet.yml': fleetYml(
					"masks: [{ id: m, platforms: [acme_os], pattern: 'timers', kind: volatile, reason: x }]\n",
				)
					.replace('intended-configs/{device}.cfg', 'moved/{site}/{device}.txt')
					.replace('credentials: lab', 'credentials: other'),
				'devices.csv': `name,host,port,platform,site\nedge-1,127.0.0.1,${elsewhere.port},acme_os,ams\n`,
				[intendedPath('edge-1')]: null,
				'moved/ams/edge-1.txt': iosConfig('edge-1', { mtu: 9000 }),
			},
			{ proposes: false },
		);

		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1', drifted: '1', unknown: '0' });
		expect(run.summary).toContain('moved/ams/edge-1.txt');
		expect(run.summary).not.toContain('cannot be used');
		expect(connectionsOf(fleet)).toBe(before + 1);
		expect(elsewhere.connections()).toBe(0);
	});

	it('takes a device for touched whose file stays and whose template leads to another', async () => {
		const before = connectionsOf(fleet);
		const run = await propose(
			{
				'fleet.yml': fleetYml("devices: { edge-1: { intended: 'spare/{device}.cfg' } }\n"),
			},
			{ proposes: false },
		);

		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1', drifted: '1' });
		expect(connectionsOf(fleet)).toBe(before + 1);
	});

	it('names a device that only the change knows, and does not ask it', async () => {
		const run = await propose({
			'fleet.yml': fleetYml(
				`devices: { new-1: { host: 127.0.0.1, port: ${elsewhere.port}, platform: acme_os, host-key: "${hostKeyOf('mallory').fingerprint}" } }\n`,
			),
			[intendedPath('new-1')]: iosConfig('new-1'),
		});

		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1' });
		expect(run.summary).toContain('new-1 is new in this change and was not asked');
		expect(elsewhere.connections()).toBe(0);
	});

	it('does not ask a device that leaves the fleet with its file, and names it', async () => {
		const before = connectionsOf(fleet);
		const leaves = { 'devices.csv': 'name,host,port,platform\nspare-1,127.0.0.1,22,acme_os\n' };
		const gone = await propose({ ...leaves, [intendedPath('edge-1')]: null }, { proposes: false });

		expect(gone.outputs).toMatchObject({ verdict: 'in-sync', devices: '0' });
		expect(gone.summary).toContain('edge-1 leaves the fleet with this change and was not asked');
		expect(gone.summary).toContain('hosts, logins, masks and rules are those of the base commit');
		expect(connectionsOf(fleet)).toBe(before);

		// As long as its file is there, nothing that a change says takes a device out of the check.
		expect((await propose(leaves)).outputs).toMatchObject({ verdict: 'drifted', devices: '1' });
	});

	it('says that a fleet.yml of a change cannot be used, and goes on with the one before', async () => {
		const run = await propose({ 'fleet.yml': `${fleetYml()}nonsense: 1\n` });

		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '1' });
		expect(run.summary).toContain('fleet.yml in this change cannot be used: fleet.yml:');
	});

	it('neither follows a link to a file of the runner, nor one that stands for fleet.yml', async () => {
		await hosting.checkout.git('switch', '--quiet', '--detach', base);
		await hosting.checkout.git('rm', '--quiet', 'fleet.yml', intendedPath('edge-1'));
		await mkdir(join(hosting.checkout.folder, 'intended-configs'), { recursive: true });
		await symlink('/etc/passwd', join(hosting.checkout.folder, intendedPath('edge-1')));
		await symlink('/etc/passwd', join(hosting.checkout.folder, 'fleet.yml'));

		const run = await propose({}, { switches: false, proposes: false });

		expect(run.outputs).toMatchObject({ verdict: 'unknown', devices: '1', unknown: '1' });
		expect(run.stdout + run.summary + JSON.stringify(hosting.github.state.checkRuns)).not.toContain('root:');
		expect(await readFile('/etc/passwd', 'utf8')).toContain('root:');
	});

	async function propose(
		files: Files,
		{ switches = true, proposes = true, mode = 'auto', branch = '', eventName = 'pull_request' } = {},
	): Promise<Awaited<ReturnType<Hosting['run']>>> {
		const { checkout, github } = hosting;
		if (switches) await checkout.git('switch', '--quiet', '--detach', base);
		await checkout.branch(`change-${github.state.mergeBases.size}`);
		const change = proposes ? { [intendedPath('edge-1')]: iosConfig('edge-1', { mtu: 9000 }) } : {};
		const head = await checkout.commit({ ...change, ...files });
		github.state.mergeBases.set(`${base}...${head}`, base);
		return hosting.run({
			eventName,
			event: pullRequestEvent({ base, head }),
			inputs: { mode, comment: 'off', 'results-branch': branch },
			env: { ...LOGIN, OTHER_PASSWORD: OTHER_SECRET },
		});
	}
});

function bastion(port: number): string {
	return `bastions: { evil: { host: 127.0.0.1, port: ${port}, credentials: lab, host-key: "${hostKeyOf('mallory').fingerprint}" } }
devices: { edge-1: { bastion: evil } }
`;
}
