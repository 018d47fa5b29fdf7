import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { type FinishedCli, spawnCli } from '../support/e2e/spawn-cli.ts';

const SECRET = 'C0mmunity-of-the-tests';
const intended = `! edge-1, by the core team
hostname edge-1
snmp-server community \${SNMP_RO} RO
interface GigabitEthernet0/1
 description uplink
ntp server 192.0.2.1
end
`;
const running = `hostname edge-1
snmp-server community ${SECRET} RW
interface GigabitEthernet0/1
 description uplink
 shutdown
ntp server 192.0.2.9
end
`;

describe('adopt on the command line', () => {
	let checkout: Checkout;
	const cli = (...args: readonly string[]): Promise<FinishedCli> =>
		spawnCli([...args, '--running-dir', 'backups'], { cwd: checkout.folder });
	const file = (): Promise<string> => readFile(join(checkout.folder, 'intended/edge-1.cfg'), 'utf8');

	beforeAll(async () => {
		checkout = await createCheckout(null);
		await checkout.commit({
			'fleet.yml': `version: 1
intended: intended/{device}.cfg
defaults: { platform: cisco_ios }
devices:
  edge-1: { host: 192.0.2.1 }
  edge-2: { host: 192.0.2.2 }
  marked: { host: 192.0.2.3 }
`,
			'intended/edge-1.cfg': intended,
			'intended/edge-2.cfg': 'hostname edge-2\nend\n',
			'intended/marked.cfg': '\uFEFFhostname marked\nend\n',
			'backups/edge-1.txt': running,
			'backups/marked.txt': 'hostname marked\nntp server 192.0.2.9\nend\n',
		});
	});
	afterAll(async () => {
		await checkout?.[Symbol.asyncDispose]();
	});

	it('prints a patch and writes nothing for --dry-run', async () => {
		const { exitCode, stdout, stderr } = await cli('adopt', 'edge-1', '--within', 'interface *', '--dry-run');

		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^--- a\/intended\/edge-1\.cfg\n\+\+\+ b\/[\s\S]*\n {2}description uplink\n\+ shutdown\n/u);
		expect(stdout).not.toContain('192.0.2.9');
		expect(stderr).toContain('edge-1: would adopt 1 change in intended/edge-1.cfg');
		expect(await file()).toBe(intended);
	});

	it('writes what runs where it belongs, so that the audit is in sync, and never a secret', async () => {
		const { exitCode, stdout, stderr } = await cli('adopt', 'edge-1');

		expect(exitCode).toBe(0);
		expect(await file()).toBe(
			intended.replace(' RO\n', ' RW\n').replace('uplink\n', 'uplink\n shutdown\n').replace('2.1\n', '2.9\n'),
		);
		expect(stdout + stderr + (await file())).not.toContain(SECRET);
		expect((await cli('audit', '--select', 'edge-1')).exitCode).toBe(0);
		expect((await cli('adopt', 'edge-1')).stderr).toContain('nothing to adopt');
	});

	it('leaves the byte order mark of a file where it is', async () => {
		await cli('adopt', 'marked');

		expect(await readFile(join(checkout.folder, 'intended/marked.cfg'), 'utf8')).toBe(
			'\uFEFFhostname marked\nntp server 192.0.2.9\nend\n',
		);
	});

	it('says of a device that could not be asked why, and refuses one that there is not', async () => {
		const unknown = await cli('adopt', 'edge-2');
		const stranger = await cli('adopt', 'edge-3');

		expect(unknown.exitCode).toBe(3);
		expect(unknown.stderr).toContain('edge-2: unreachable');
		expect(stranger.exitCode).toBe(2);
		expect(stranger.stderr).toContain('edge-3');
	});
});
