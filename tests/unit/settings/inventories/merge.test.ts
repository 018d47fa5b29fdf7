import { describe, expect, it } from 'vitest';
import { platforms } from '../../../../src/platforms/index.ts';
import { loadFleet } from '../../../../src/settings/load-fleet.ts';
import { fleetWith, loadWithFiles } from '../../../support/inventory/load-with-files.ts';

const files = {
	'a.csv': 'name,host,os,site\nedge-01,192.0.2.1,ios,ams\nedge-02,192.0.2.2,ios,ams\n',
	'b.db': 'edge-02;juniper;up\nedge-03;juniper;up\n',
};
const both = '[{ from: csv, file: a.csv }, { from: rancid, file: b.db }]';

describe('inventory', () => {
	it('is merged key by key: devices first, then the inventory that comes first, then defaults', async () => {
		const more =
			'devices: { edge-01: { platform: eos, site: fra, host: 192.0.2.9 }, own-01: { host: 192.0.2.4, platform: frr } }';
		const { fleet, problems } = await loadWithFiles(fleetWith(both, more), files);

		expect(problems).toEqual([]);
		expect(fleet.devices.map(({ name, host, platform, site }) => [name, host, platform, site])).toEqual([
			['edge-01', '192.0.2.9', 'arista_eos', 'fra'],
			['edge-02', '192.0.2.2', 'cisco_ios', 'ams'],
			['edge-03', 'edge-03', 'juniper_junos', null],
			['own-01', '192.0.2.4', 'frr', null],
		]);
	});

	it('lets a device of fleet.yml make good what its inventory lacks or has wrong', async () => {
		const hosts = { 'a.csv': 'name,host,os\nedge-01,10.0.0.256,foo-os\n' };
		const entry = '[{ from: csv, file: a.csv }]';
		const mended = await loadWithFiles(
			fleetWith(entry, 'devices: { edge-01: { host: 192.0.2.1, platform: ios } }'),
			hosts,
		);
		const broken = await loadWithFiles(fleetWith(entry, 'devices: { edge-01: { host: 192.0.2.1 } }'), hosts);

		expect(mended.problems).toEqual([]);
		expect(mended.fleet.devices).toMatchObject([{ host: '192.0.2.1', platform: 'cisco_ios' }]);
		expect(broken.problems[0]).toContain('a.csv:2:1: unknown platform "foo-os" of edge-01');
	});

	it('loses no device to another of the same name', async () => {
		const entry = fleetWith('[{ from: csv, file: a.csv }]');
		const shared = 'name,host,os\nsw-01,192.0.2.1,ios\nsw-01,192.0.2.2,ios\nsw-02,192.0.2.3,ios\nsw-02,192.0.2.4,ios\n';
		const listedTwice = 'name,host,os,site\nsw-01,192.0.2.1,ios,\nsw-01,192.0.2.1,ios,ams\n';
		const { problems } = await loadWithFiles(entry, { 'a.csv': shared });
		const twice = await loadWithFiles(entry, { 'a.csv': listedTwice });

		expect(problems).toEqual([
			'a.csv:3:1: another device with another address is called sw-01 too, and the same goes for 1 more. ' +
				'A name stands for one device: rename one of the two there, or leave it out',
		]);
		expect(twice.problems).toEqual([]);
		expect(twice.fleet.devices).toMatchObject([{ name: 'sw-01', site: 'ams' }]);
	});

	it.each(['constructor', '__proto__', 'toString'])('knows no platform that is called %s', async (word) => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: rancid, file: b.db }]'), {
			'b.db': `edge-01;${word};up\n`,
		});

		expect(problems).toEqual([expect.stringContaining('b.db:1:9: the column of platforms holds none for this device')]);
	});

	it('takes slugs that differ from our names in their dashes only', async () => {
		const names = ['cisco-nx-os', 'Arista-EOS', 'juniper-junos', 'palo-alto-panos', 'ios-xe'];
		const text = `name,platform\n${names.map((name, index) => `d${index},${name}\n`).join('')}`;
		const { fleet } = await loadWithFiles(fleetWith('[{ from: csv, file: a.csv }]'), { 'a.csv': text });

		expect(fleet.devices.map(({ platform }) => platform)).toEqual([
			'cisco_nxos',
			'arista_eos',
			'juniper_junos',
			'paloalto_panos',
			'cisco_xe',
		]);
	});

	it('tells mistakes of fleet.yml and of every inventory at once, each where it stands', async () => {
		const text = fleetWith(
			'[{ from: csv }, { from: rancid, file: b.db, url: "https://x.example" }, { from: csv, file: gone.csv }, { from: csv, file: a.csv }]',
			'policy: { min-health: 101 }',
		);
		const { problems } = await loadWithFiles(text, { ...files, 'a.csv': 'name,host,os\nedge-01,bad host,ios\n' });

		expect(problems).toEqual([
			expect.stringMatching(/^fleet\.yml:6:13: inventory\[0\] has no file, which csv needs\. /),
			expect.stringMatching(
				/^fleet\.yml:6:\d+: url has no effect for an inventory of rancid\. Delete it\. Keys of rancid: /,
			),
			expect.stringMatching(/^fleet\.yml:7:\d+: policy\.min-health cannot be 101/),
			expect.stringMatching(/^gone\.csv: there is no such file/),
			expect.stringMatching(/^a\.csv:2:1: devices\.edge-01\.host cannot be "bad host"/),
		]);
	});

	it('tells all hosts without a platform at once, and how to leave them out', async () => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: ansible, file: hosts }]'), {
			hosts: '[web]\nweb-[1:300]\n[edge]\nedge-01 ansible_network_os=ios\n',
		});

		expect(problems).toEqual([
			'hosts:2:1: web-1 and 299 more have no platform. Say it there, in defaults (platform: NAME) or under devices; or take some of them only: groups: [GROUP] under this inventory. "fleet-drift platforms" lists the names',
		]);
	});

	it('says of a device without platform where its inventory names it', async () => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: csv, file: a.csv }]'), { 'a.csv': 'name\nedge-01\n' });

		expect(problems).toEqual([expect.stringMatching(/^a\.csv:2:1: edge-01 has no platform\. /)]);
	});

	it.each([
		['an unknown kind', '[{ from: netbocks, url: "https://x" }]', 'inventory[0].from cannot be "netbocks"'],
		['an empty list', '[]', 'inventory is empty'],
		['a literal token', '[{ from: netbox, url: "https://x", token: hunter2 }]', 'inventory[0].token'],
		[
			'the address of its API',
			'[{ from: netbox, url: "https://x.example.net/netbox/api/" }]',
			'inventory[0].url cannot be',
		],
		['an address without TLS', '[{ from: netbox, url: "http://netbox.example.net" }]', 'inventory[0].url cannot be'],
		[
			'a login in the address',
			'[{ from: netbox, url: "https://a:hunter2@x" }]',
			'inventory[0].url cannot be this value',
		],
	])('refuses %s', async (_, inventory, expected) => {
		const { problems } = await loadWithFiles(fleetWith(inventory, 'devices: { a: { host: a, platform: ios } }'), {});

		expect(problems.join('\n')).toContain(expected);
		expect(problems.join('\n')).not.toContain('hunter2');
	});

	it('is needed where there are no devices', () => {
		expect(() =>
			loadFleet({ file: 'fleet.yml', text: 'version: 1\nintended: a.cfg\n', env: {}, today: '2026-11-27', platforms }),
		).toThrow('fleet.yml:1:1: the file has no devices. Add devices, or inventory: where another tool keeps them');
	});
});
