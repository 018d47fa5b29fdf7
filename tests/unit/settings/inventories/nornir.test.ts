import { describe, expect, it } from 'vitest';
import { fleetWith, loadWithFiles } from '../../../support/inventory/load-with-files.ts';

const HOSTS = `---
edge-01:
  hostname: 192.0.2.1
  port: 2022
  groups: [ams, edge]
core-01:
  groups:
    - ams
  platform: juniper_junos
  data: { role: Core Router, tags: [prod] }
lab-01:
  hostname: 192.0.2.9
  platform: eos
`;
const GROUPS = `
ams:
  groups: [europe]
  data: { site: Amsterdam DC 1 }
edge:
  platform: ios
  username: edge-audit
  data: { role: edge }
europe:
  platform: nxos
  password: hunter2
`;
const DEFAULTS = 'username: audit2\nport: 22\n';
const files = { 'inv/hosts.yaml': HOSTS, 'inv/groups.yaml': GROUPS, 'inv/defaults.yaml': DEFAULTS };

describe('an inventory of Nornir', () => {
	it('is read as Nornir resolves it: the host, its groups depth first, the defaults', async () => {
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: nornir, file: inv/hosts.yaml }]'), files);

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			// The group ams comes before edge, and with it what ams inherits from europe.
			{ name: 'edge-01', host: '192.0.2.1', port: 2022, platform: 'cisco_nxos', site: 'Amsterdam-DC-1', role: 'edge' },
			{ name: 'core-01', host: 'core-01', port: 22, platform: 'juniper_junos', role: 'Core-Router' },
			{ name: 'lab-01', host: '192.0.2.9', platform: 'arista_eos', site: null, tags: [] },
		]);
		expect(fleet.devices[0]?.tags).toEqual(['ams', 'europe', 'edge']);
		expect(fleet.devices[1]?.tags).toEqual(['ams', 'europe', 'prod']);
		expect(fleet.connections.get('edge-01')?.credentials.username).toBe('edge-audit');
		expect(fleet.connections.get('lab-01')?.credentials.username).toBe('audit2');
	});

	it('never reads a password, and says that one lies there', async () => {
		const { fleet, warnings } = await loadWithFiles(fleetWith('[{ from: nornir, file: inv/hosts.yaml }]'), files);

		expect(warnings.join()).toContain('inv/groups.yaml:11: password holds a secret as plain text');
		expect(JSON.stringify([[...fleet.connections], warnings])).not.toContain('hunter2');
	});

	it('takes only hosts of the groups that are named', async () => {
		const text = fleetWith('[{ from: nornir, file: inv/hosts.yaml, groups: [europe] }]');

		expect((await loadWithFiles(text, files)).fleet.devices.map(({ name }) => name)).toEqual(['edge-01', 'core-01']);
	});

	it('needs neither groups nor defaults, unless they are named', async () => {
		const hosts = { 'hosts.yaml': 'edge-01: { platform: ios }\n' };
		const alone = await loadWithFiles(fleetWith('[{ from: nornir, file: hosts.yaml }]'), hosts);
		const named = await loadWithFiles(fleetWith('[{ from: nornir, file: hosts.yaml, groups-file: g.yaml }]'), hosts);

		expect(alone.problems).toEqual([]);
		expect(named.problems).toEqual([expect.stringMatching(/^g\.yaml: there is no such file/)]);
	});

	it('tells where a mistake stands', async () => {
		const broken = { ...files, 'inv/hosts.yaml': HOSTS.replace('port: 2022', 'port: 0').replace('eos', 'eoss') };
		const { problems } = await loadWithFiles(fleetWith('[{ from: nornir, file: inv/hosts.yaml }]'), broken);

		expect(problems).toEqual([
			'inv/hosts.yaml:4:9: devices.edge-01.port cannot be this value. Write a whole number from 1 to 65535',
			expect.stringMatching(
				/^inv\/hosts\.yaml:13:13: unknown platform "eoss" of lab-01\. .*platforms: \{ "eoss": NAME \}/,
			),
		]);
	});

	it('does not loop with groups that hold each other', async () => {
		const loop = {
			'h.yaml': 'a: { groups: [x], platform: ios }\n',
			'groups.yaml': 'x: { groups: [y] }\ny: { groups: [x] }\n',
		};
		const { fleet } = await loadWithFiles(fleetWith('[{ from: nornir, file: h.yaml }]'), loop);

		expect(fleet.devices[0]?.tags).toEqual(['x', 'y']);
	});
});
