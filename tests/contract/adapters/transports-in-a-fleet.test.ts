import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { auditFolder } from '../../support/audit-folder.ts';
import { startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { json, startRestServer, testAuthority } from '../../support/rest/rest-server.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const EOS = 'hostname edge-01\n!\ninterface Ethernet1\n   description uplink\n!\nend\n';
const JUNOS = 'system {\n    host-name core-01;\n}\n';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'fleet-'));
	await writeFile(join(folder, 'edge-01.cfg'), EOS);
	await writeFile(join(folder, 'core-01.cfg'), JUNOS.replace('core-01', 'core-1'));
	await writeFile(join(folder, 'ca.pem'), testAuthority);
});
afterAll(() => removeFolder(folder));

/** Audits a fleet.yml as a command would. */
async function audit(fleet: string): Promise<FleetReport> {
	await writeFile(join(folder, 'fleet.yml'), fleet);
	return await auditFolder(folder, { env: { PASSWORD: 'open sesame' } });
}

const fleetYml = (ports: { readonly rest: number; readonly netconf: number; readonly pin: string }, caFile: string) => `
version: 1
intended: "{device}.cfg"
defaults: { credentials: lab, ca-file: ${caFile} }
credentials: { lab: { username: audit, password: "\${PASSWORD}" } }
devices:
  edge-01: { host: 127.0.0.1, port: ${ports.rest}, platform: arista_eos, transport: rest }
  core-01: { host: 127.0.0.1, port: ${ports.netconf}, platform: juniper_junos, transport: netconf, host-key: "${ports.pin}" }
`;

describe('a fleet', () => {
	it('is fetched by the transport of each device', async () => {
		await using rest = await startRestServer((_, response) => json(response, { result: [{}, { output: EOS }] }));
		await using netconf = await startNetconfServer({
			replies: { 'get-configuration': `<configuration-text>${JUNOS}</configuration-text>` },
		});

		const { devices } = await audit(
			fleetYml({ rest: rest.port, netconf: netconf.port, pin: netconf.fingerprint }, 'ca.pem'),
		);

		expect(devices).toMatchObject([
			{ name: 'edge-01', status: 'in-sync', metadata: { handshakes: 1, commands: 1 } },
			{ name: 'core-01', status: 'drifted', changes: [{ line: 'host-name core-1' }] },
		]);
		expect([rest.requests.length, netconf.logs.length]).toEqual([1, 1]);
	});

	it('is compared in the format that its transport gives, and in no other', async () => {
		const running = {
			success: true,
			data: { system: { 'host-name': 'gw-1', login: { user: { anna: { password: 'hunter2' } } } } },
			error: null,
		};
		const hidden = JSON.stringify(running.data).replace('hunter2', '<removed>');
		await using vyos = await startRestServer((_, response) => json(response, running));
		await writeFile(join(folder, 'gw-1.cfg'), hidden);
		await writeFile(join(folder, 'gw-2.cfg'), hidden.replace('gw-1', 'gw-2'));
		await writeFile(join(folder, 'gw-3.cfg'), "set system host-name 'gw-1'\n");
		const device = `{ host: 127.0.0.1, port: ${vyos.port}, platform: vyos, transport: rest }`;

		const report = await audit(`
version: 1
intended: "{device}.cfg"
defaults: { credentials: lab, ca-file: ca.pem }
credentials: { lab: { token: "\${PASSWORD}" } }
devices: { gw-1: ${device}, gw-2: ${device}, gw-3: ${device} }
`);

		expect(report.devices).toMatchObject([
			{ name: 'gw-1', status: 'in-sync', remediation: [] },
			{
				name: 'gw-2',
				status: 'drifted',
				changes: [{ lineage: ['"system": {'], kind: 'changed', line: '"host-name": "gw-2"' }],
			},
			{
				name: 'gw-3',
				status: 'unknown',
				reason: 'parse-error',
				message: expect.stringContaining(
					'is lines of a command line, but rest gives JSON on vyos. Write the file with "fleet-drift fetch gw-3 --write --force"',
				),
			},
		]);
		expect(JSON.stringify(report)).not.toContain('hunter2');
	});

	it.each([
		['does not exist', 'nowhere.pem', 'nowhere.pem: the ca-file of fleet.yml does not exist'],
		['holds no certificate', 'edge-01.cfg', 'edge-01.cfg: the ca-file of fleet.yml holds no certificate'],
	])('whose ca-file %s is asked nothing', async (_, caFile, says) => {
		await expect(audit(fleetYml({ rest: 1, netconf: 1, pin: `SHA256:${'A'.repeat(43)}` }, caFile))).rejects.toThrow(
			says,
		);
	});
});
