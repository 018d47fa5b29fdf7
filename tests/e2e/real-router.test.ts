import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { frrMissing, startFrr } from '../support/frr/real-frr.ts';
import { type Sshd, sshdMissing, startSshd } from '../support/openssh/sshd.ts';
import { makeKey } from '../support/ssh/test-keys.ts';
import { removeFolder } from '../support/temporary-folder.ts';

const CLI = resolve('dist/cli.js');
const missing = frrMissing ?? sshdMissing ?? (existsSync(CLI) ? null : 'dist/cli.js is not built');

const CONFIG = `
ip prefix-list CUSTOMERS seq 5 permit 203.0.113.0/24
ip route 192.0.2.0/24 Null0
interface dummy0
 description uplink to ams-1
 ip address 198.51.100.1/31
exit
router bgp 65001
 bgp router-id 192.0.2.254
 neighbor 198.51.100.0 remote-as 65002
 neighbor 198.51.100.2 remote-as 65003
 address-family ipv4 unicast
  neighbor 198.51.100.0 prefix-list CUSTOMERS in
 exit-address-family
exit
`;

describe.skipIf(missing !== null)(`an audit of a real router${missing === null ? '' : ` (${missing})`}`, () => {
	it('reports a changed neighbour as exactly that drift, and nothing once it is intended', async () => {
		const key = makeKey();
		await using router = await startFrr(CONFIG);
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey], environment: router.environment });
		const running = await router.vtysh('show running-config');
		const intended = running.replace('neighbor 198.51.100.2 remote-as 65003', 'neighbor 198.51.100.2 remote-as 65033');
		await using repository = await makeRepository(sshd, intended);
		const audit = (): Promise<Audit> =>
			runAudit(repository.folder, { FLEET_USERNAME: sshd.username, FLEET_KEY: key.privateKey });

		const drifted = await audit();

		expect(drifted).toMatchObject({ exitCode: 1 });
		const [device] = drifted.report.devices;
		expect(device).toMatchObject({ name: 'r1', platform: 'frr', status: 'drifted', reason: null, reachable: true });
		expect(device?.changes).toEqual([
			expect.objectContaining({
				kind: 'changed',
				lineage: ['router bgp 65001'],
				line: 'neighbor 198.51.100.2 remote-as 65033',
				runningText: 'neighbor 198.51.100.2 remote-as 65003',
			}),
		]);
		expect(drifted.report.fleet).toMatchObject({ devices: 1, reachable: 1, drifted: 1, health: 0, coverage: 100 });

		await writeFile(join(repository.folder, 'intended-configs/r1.cfg'), running);
		const inSync = await audit();

		expect(inSync).toMatchObject({ exitCode: 0 });
		expect(inSync.report.devices[0]).toMatchObject({ status: 'in-sync', changes: [], diff: '' });
	});
});

interface Repository extends AsyncDisposable {
	readonly folder: string;
}

async function makeRepository(sshd: Sshd, intended: string): Promise<Repository> {
	const folder = await mkdtemp(join(tmpdir(), 'real-router-'));
	await mkdir(join(folder, 'intended-configs'));
	await writeFile(join(folder, 'intended-configs/r1.cfg'), intended);
	await writeFile(
		join(folder, 'fleet.yml'),
		`version: 1
intended: intended-configs/{device}.cfg
defaults: { platform: frr, transport: ssh, credentials: lab }
credentials:
  lab: { username: "\${FLEET_USERNAME}", private-key: "\${FLEET_KEY}" }
devices:
  r1: { host: 127.0.0.1, port: ${sshd.port}, host-key: "${sshd.fingerprint}" }
`,
	);
	return { folder, [Symbol.asyncDispose]: () => removeFolder(folder) };
}

interface Audit {
	readonly exitCode: number;
	readonly report: FleetReport;
}

function runAudit(cwd: string, environment: Readonly<Record<string, string>>): Promise<Audit> {
	const { promise, resolve: done, reject } = Promise.withResolvers<Audit>();
	const options = { cwd, env: { PATH: process.env.PATH ?? '', ...environment } };
	const child = execFile(
		process.execPath,
		[CLI, 'audit', '--fleet', 'fleet.yml', '--json', '-'],
		options,
		(error, stdout, stderr) => {
			try {
				done({ exitCode: child.exitCode ?? -1, report: JSON.parse(stdout) });
			} catch (cause) {
				reject(new Error(`the audit printed no report: ${error?.message ?? ''} ${stderr}`, { cause }));
			}
		},
	);
	return promise;
}
