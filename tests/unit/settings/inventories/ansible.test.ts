import { describe, expect, it } from 'vitest';
import { fleetWith, loadWithFiles } from '../../../support/inventory/load-with-files.ts';

const INI = `# the lab
jump ansible_host=192.0.2.200 ansible_network_os=linux

[edge]
edge-[01:02] ansible_user=edge-audit  # both
edge-03:2022 ansible_host="192.0.2.3" ansible_network_os=arista.eos.eos

[core]
core-a ansible_host=192.0.2.11 ansible_password=hunter2

[ams:children]
edge
core

[ams:vars]
site = Amsterdam DC 1
ansible_network_os=ios
domain=lab.example.net

[edge:vars]
ansible_host="{{ inventory_hostname }}.{{ domain }}"
role=edge
`;

const YAML = `---
all:
  vars: { ansible_network_os: ios, ansible_user: audit2 }
  children:
    ams:
      vars: { site: ams, ansible_network_os: nxos }
      children:
        edge:
          hosts:
            edge-01: { ansible_host: 192.0.2.1, ansible_port: 2022 }
            edge-02:
              ansible_host: 192.0.2.2
              ansible_network_os: junipernetworks.junos.junos
              ansible_connection: ansible.netcommon.netconf
              ansible_port: 830
    fra:
      hosts:
        fra-[a:b]:
          ansible_connection: netconf
          ansible_port: 830
`;

const ini = '[{ from: ansible, file: inv/hosts, groups: [ams] }]';

describe('an inventory of Ansible in INI', () => {
	it('is read with ranges, ports, groups of groups and their variables', async () => {
		const { fleet, problems } = await loadWithFiles(fleetWith(ini), { 'inv/hosts': INI });

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'edge-01', host: 'edge-01.lab.example.net', port: null, platform: 'cisco_ios', site: 'Amsterdam-DC-1' },
			{ name: 'edge-02', host: 'edge-02.lab.example.net', role: 'edge', tags: ['ams', 'edge'] },
			{ name: 'edge-03', host: '192.0.2.3', port: 2022, platform: 'arista_eos' },
			{ name: 'core-a', host: '192.0.2.11', role: null, tags: ['ams', 'core'] },
		]);
		expect(fleet.connections.get('edge-02')?.credentials.username).toBe('edge-audit');
		expect(fleet.connections.get('edge-03')?.credentials.username).toBe('audit');
	});

	it('never reads a password, and says that one lies there', async () => {
		const { fleet, warnings } = await loadWithFiles(fleetWith(ini), { 'inv/hosts': INI });

		expect(warnings).toEqual([
			expect.stringMatching(/^inv\/hosts:9: ansible_password holds a secret as plain text\. /),
		]);
		expect(JSON.stringify([fleet.devices, [...fleet.connections], warnings])).not.toContain('hunter2');
	});

	it('reads a variable with a long run of blanks in no more time than it is long', async () => {
		// In the square of it this is more than a minute.
		const hosts = `[ams]\nedge-01 ansible_network_os=ios\n[ams:vars]\n site = a${' '.repeat(300_000)}b\n`;

		expect((await loadWithFiles(fleetWith(ini), { 'inv/hosts': hosts })).problems).toEqual([]);
	});

	it('takes variables from the files beside it, in the order of Ansible', async () => {
		const { fleet, problems } = await loadWithFiles(fleetWith(ini), {
			'inv/hosts': INI,
			'inv/group_vars/all.yml': 'role: everywhere\nansible_user: of-all\n',
			'inv/group_vars/ams/site.yml': 'site: AMS\n',
			'inv/group_vars/ams/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
			'inv/host_vars/core-a.yml':
				'ansible_host: 192.0.2.77\nansible_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\n',
			'inv/host_vars/core-ab.yml': 'ansible_host: 192.0.2.99\n',
		});

		expect(problems).toEqual([]);
		// Files of groups lie over what the inventory says of groups, and under what it says of the host itself.
		expect(fleet.devices.find(({ name }) => name === 'edge-01')).toMatchObject({ site: 'AMS', role: 'everywhere' });
		expect(fleet.devices.find(({ name }) => name === 'core-a')?.host).toBe('192.0.2.77');
		expect(fleet.connections.get('core-a')?.credentials.username).toBe('of-all');
		expect(fleet.connections.get('edge-01')?.credentials.username).toBe('edge-audit');
	});

	it('tells every mistake with its place', async () => {
		const text =
			'a ansible_host=10.0.0.256 ansible_network_os=ios\n[x:foo]\n[open\nb ansible_host="{{ lookup(\'env\') }}" ansible_network_os=ios\n';
		const { problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: h }]'), { h: text });

		expect(problems.map((problem) => problem.split('. ', 1)[0])).toEqual([
			'h:1:3: devices.a.host cannot be "10.0.0.256"',
			'h:2:1: a section cannot be of the kind "foo"',
			'h:3:1: a section heading is not closed',
			'h:4:3: ansible_host of b holds an expression that is more than the name of a variable, and Jinja is not evaluated',
		]);
	});

	it.each([
		['a scalar', 'all:\n  hosts:\n    a:\n      <<: 7\n'],
		['an alias of a scalar', 'x: &x 7\nall:\n  hosts:\n    <<: *x\n'],
		['a list with a scalar in it', 'all:\n  hosts:\n    <<: [{}, 7]\n'],
	])('tells where %s stands beside a merge key', async (_, text) => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: h.yml }]'), { 'h.yml': text });

		expect(problems).toEqual([
			expect.stringMatching(/^h\.yml:[34]:\d: there is no mapping beside "<<" to take over\. Write/),
		]);
	});

	it('takes a merge of mappings', async () => {
		const text =
			'x: &x { a: { ansible_host: 192.0.2.1, ansible_network_os: ios } }\nall: { hosts: { <<: [*x, { b: }] } }\n';
		const { fleet } = await loadWithFiles(fleetWith('[{ from: ansible, file: h.yml }]'), { 'h.yml': text });

		expect(fleet.devices[0]).toMatchObject({ name: 'a', host: '192.0.2.1' });
	});

	it('tells a platform that is none of ours once for all hosts of it', async () => {
		const hosts = 'web-[001:300] ansible_network_os=linux\nedge ansible_network_os=ios\n';
		const { problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: h }]'), { h: hosts });
		const left = await loadWithFiles(fleetWith('[{ from: ansible, file: h, platforms: { linux: null } }]'), {
			h: hosts,
		});

		expect(problems).toEqual([expect.stringMatching(/^h:1:15: unknown platform "linux" of web-001 and 299 more\. /)]);
		expect(left.fleet.devices.map(({ name }) => name)).toEqual(['edge']);
		expect(left.problems).toEqual([]);
	});
});

describe('an inventory of Ansible', () => {
	it('has a port of its own for httpapi', async () => {
		const vars = 'ansible_network_os=eos ansible_port=2222 ansible_connection=ansible.netcommon.httpapi';
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: hosts }]'), {
			hosts: `leaf-01 ${vars} ansible_httpapi_port=8443\nleaf-02 ${vars}\n`,
		});

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'leaf-01', transport: 'rest', port: 8443 },
			{ name: 'leaf-02', transport: 'rest', port: null },
		]);
	});
});

describe('an inventory of Ansible in YAML', () => {
	it('is read with what groups hand down, the nearer group winning', async () => {
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: hosts.yml }]'), {
			'hosts.yml': YAML,
		});

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'edge-01', host: '192.0.2.1', port: 2022, platform: 'cisco_nxos', site: 'ams', transport: 'ssh' },
			{ name: 'edge-02', platform: 'juniper_junos', transport: 'netconf', port: 830, tags: ['ams', 'edge'] },
			// IOS is not fetched over NETCONF here: by SSH then, and not at the port of NETCONF.
			{ name: 'fra-a', host: 'fra-a', platform: 'cisco_ios', transport: 'ssh', port: null, tags: ['fra'] },
			{ name: 'fra-b' },
		]);
		expect(fleet.connections.get('fra-b')?.credentials.username).toBe('audit2');
	});

	it('tells mistakes of YAML with their place, and no value', async () => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: hosts.yml }]'), {
			'hosts.yml': 'all:\n  hosts: { a: { ansible_password: "hunter2 } }\n',
		});

		expect(problems[0]).toMatch(/^hosts\.yml:\d+:\d+: a quote is opened here and never closed/);
		expect(problems.join()).not.toContain('hunter2');
	});
});
