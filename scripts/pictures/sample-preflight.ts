import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { trustedBase } from '../../src/composition/fleet/trusted-files.ts';
import { setUpRun } from '../../src/composition/run/set-up-run.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { openLocalRevisions } from '../../src/infrastructure/git/local-revisions.ts';
import { demoFleet } from '../../src/simulator/demo/demo-fleet.ts';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { preflight } from '../../src/use-cases/preflight.ts';

const run = promisify(execFile);

/** What the pull request of the picture changes: one device for each thing that a pre-flight check can say. */
const CHANGE: Readonly<Record<string, readonly [before: string, after: string]>> = {
	'ams-branch-01': [' ip ospf cost 100\n', ' ip ospf cost 50\n'],
	'ams-leaf-03': ['   description ams-spine-02 Ethernet3\n', '   description ams-spine-02 Ethernet3, 100G\n'],
	'ams-leaf-01': ['ntp server vrf MGMT 10.20.0.123 key 1\n', ''],
	'lon-rr-01': [' bgp log-neighbor-changes\n', ' bgp log-neighbor-changes\n no bgp default ipv4-unicast\n'],
	'fra-branch-02': ['ntp trusted-key 1\n', 'ntp trusted-key 1\nntp trusted-key 2\n'],
};

/** Checks a change of the sample fleet's intended configs against the simulated fleet. */
export async function samplePreflight(repository: string): Promise<FleetReport> {
	const root = await mkdtemp(join(tmpdir(), 'sample-change-'));
	try {
		await commitChange(repository, root);
		const { devices, env } = demoFleet({ intendedDir: join(repository, 'intended-configs') });
		await using simulated = await startSimulatedFleet({ devices, ports: 'ephemeral' });
		await using revisions = await openLocalRevisions({ cwd: root, base: 'main', head: 'change' });
		await using prepared = await setUpRun({
			fleetFile: 'fleet.yml',
			trusted: trustedBase(revisions),
			root,
			select: '',
			source: { from: 'devices' },
			fingerprintKey: '',
			env,
			clock: systemClock,
			progress: { started() {}, finished() {}, defect() {} },
			signal: AbortSignal.timeout(30_000),
			registerSecrets() {},
			adjust: (fleet) => ({
				...fleet,
				devices: fleet.devices.map((device) => ({ ...device, port: simulated.portOf(device.name) })),
			}),
		});
		return await preflight(prepared.run, prepared.tools, revisions);
	} finally {
		await rm(root, { recursive: true });
	}
}

async function commitChange(repository: string, root: string): Promise<void> {
	const git = (...words: readonly string[]) =>
		run('git', ['-C', root, '-c', 'user.name=sample', '-c', 'user.email=sample@example.com', ...words]);
	for (const name of ['fleet.yml', 'intended-configs'])
		await cp(join(repository, name), join(root, name), { recursive: true });
	await run('git', ['init', '--quiet', '--initial-branch=main', root]);
	await git('add', '.');
	await git('commit', '--quiet', '--message', 'base');
	await git('switch', '--quiet', '--create', 'change');
	for (const [device, [before, after]] of Object.entries(CHANGE)) {
		const path = join(root, 'intended-configs', `${device}.cfg`);
		const text = await readFile(path, 'utf8');
		if (!text.includes(before)) throw new Error(`${path} has no line ${JSON.stringify(before)}`);
		await writeFile(path, text.replace(before, after));
	}
	await git('commit', '--quiet', '--all', '--message', 'change');
}
