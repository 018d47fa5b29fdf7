import { describe, expect, it } from 'vitest';
import { fleetWith, loadWithFiles } from '../../../support/inventory/load-with-files.ts';

describe('a router.db of Oxidized', () => {
	it('is read by its map', async () => {
		const entry =
			'[{ from: oxidized, file: router.db, columns: { name: 0, host: 1, platform: 2, tags: 3, username: 4 }, platforms: { oldos: null } }]';
		const { fleet, problems } = await loadWithFiles(fleetWith(entry), {
			'router.db': '# ours\nedge-01:192.0.2.1:ios:ams:edge-audit\n\ncore-01::junos:fra:\nold-01:192.0.2.3:oldos:ams:\n',
		});

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'edge-01', host: '192.0.2.1', platform: 'cisco_ios', tags: ['ams'] },
			{ name: 'core-01', host: 'core-01', platform: 'juniper_junos', tags: ['fra'] },
		]);
		expect(fleet.connections.get('edge-01')?.credentials.username).toBe('edge-audit');
	});

	it('has name and model unless its map says otherwise', async () => {
		const { fleet } = await loadWithFiles(fleetWith('[{ from: oxidized, file: router.db }]'), {
			'router.db': 'edge-01.example.net:routeros\r\n',
		});

		expect(fleet.devices).toMatchObject([{ name: 'edge-01.example.net', platform: 'mikrotik_routeros' }]);
	});

	it.each([
		[
			':',
			';',
			'edge-01;192.0.2.1;ios;hunter2\ncore-01;192.0.2.2;junos;hunter2\n',
			'1:1: there is no ":" in this line and 1 more',
		],
		[';', ':', '# ours\nedge-01:192.0.2.1:ios:hunter2\n', '2:1: there is no ";" in this line'],
	])(
		'says what to do where %s is not between its fields, without a word of them',
		async (said, meant, text, expected) => {
			const entry = `[{ from: oxidized, file: router.db, delimiter: "${said}" }]`;
			const { problems } = await loadWithFiles(fleetWith(entry), { 'router.db': text });

			expect(problems).toEqual([expect.stringContaining(`router.db:${expected}. Say what separates the fields`)]);
			expect(problems[0]).toContain(`delimiter: "${meant}"`);
			expect(problems[0]).not.toContain('hunter2');
		},
	);

	it.each([
		[
			'platform',
			'{ name: 0, platform: 2 }',
			'router.db:1:13: the column of platforms holds none for this device and 1 more',
		],
		['name', '{ name: 2, platform: 1 }', 'this text cannot be the name of a device'],
		['port', '{ name: 0, platform: 1, port: 2 }', 'router.db:1:13: port of a device cannot be this value'],
	])('shows no password where columns takes it for a %s', async (_, columns, expected) => {
		const entry = `[{ from: oxidized, file: router.db, columns: ${columns}, unread-columns: [0, 1, 2] }]`;
		const { problems } = await loadWithFiles(fleetWith(entry), {
			'router.db': 'edge-01:ios:hunter 2\ncore-01:junos:hunter 2\n',
		});

		expect(problems.join('\n')).toContain(expected);
		expect(problems.join('\n')).not.toContain('hunter');
	});

	it('may be a list of names', async () => {
		const inventory = fleetWith('[{ from: oxidized, file: router.db }]');
		const text = inventory.replace('defaults: {', 'defaults: { platform: ios,');
		const { fleet, problems } = await loadWithFiles(text, { 'router.db': 'edge-01\ncore-01\n' });

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([{ name: 'edge-01', platform: 'cisco_ios' }, { name: 'core-01' }]);
	});

	it('tells a model that is none of ours where it stands', async () => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: oxidized, file: router.db }]'), {
			'router.db': 'edge-01:ios\nswitch-01:iosx\n',
		});

		expect(problems).toEqual([
			expect.stringMatching(/^router\.db:2:11: the column of platforms holds none for this device\. /),
		]);
	});
});

describe('a router.db of RANCID', () => {
	it.each([';', ':'])('is read with %s between its fields; what is down is left out', async (delimiter) => {
		const lines = [
			'edge-01;cisco;up',
			'nx-01;cisco-nx;up;a remark',
			'fw-01;fortigate;UP',
			'old-01;cisco;down',
			'x;juniper',
		];
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: rancid, file: router.db }]'), {
			'router.db': `${lines.join('\n').replaceAll(';', delimiter)}\n`,
		});

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'edge-01', host: 'edge-01', platform: 'cisco_ios' },
			{ name: 'nx-01', platform: 'cisco_nxos' },
			{ name: 'fw-01', platform: 'fortinet' },
		]);
	});

	it('does not quote a line that is taken for a name', async () => {
		const { problems } = await loadWithFiles(fleetWith('[{ from: rancid, file: router.db }]'), {
			'router.db': 'edge-01,cisco,hunter2;cisco;up\n2001:db8::1;cisco;up\n',
		});

		expect(problems).toEqual([
			expect.stringContaining('router.db:1:1: this text cannot be the name of a device'),
			expect.stringContaining('router.db:2:1: this text cannot be the name of a device'),
		]);
	});

	// Of rancid.types.base in 3.13, aliases included; the last two in its repository.
	it.each([
		['arista_eos', 'arista'],
		['cisco_ios', 'cisco ios'],
		['cisco_nxos', 'cisco-nx ios-nx'],
		['cisco_xr', 'cisco-xr ios-xr cisco-xr7 ios-xr7 cisco-exr ios-exr'],
		['dell_os10', 'dnos10'],
		['extreme_exos', 'extreme'],
		['f5_tmsh', 'bigip bigip13'],
		['fortinet', 'fortigate fortigate-full'],
		['frr', 'frr zebra'],
		['hp_procurve', 'hp'],
		['huawei_vrp', 'vrp'],
		['juniper_junos', 'juniper junos juniper-srx junos-evo'],
		['mikrotik_routeros', 'mikrotik routeros'],
		['nokia_sros', 'sros'],
		['nokia_srosmd', 'sros-md'],
		['ubiquiti_edgeos', 'edgemax edgerouter edgerouterbird'],
		['paloalto_panos', 'paloalto paloaltoxml'],
		['cisco_xe', 'cisco-ncs'],
	])('knows what RANCID calls %s', async (platform, types) => {
		const text = types.split(' ').map((type) => `${type}-01;${type};up\n`);
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: rancid, file: router.db }]'), {
			'router.db': text.join(''),
		});

		expect(problems).toEqual([]);
		expect(fleet.devices.map((device) => device.platform)).toEqual(text.map(() => platform));
	});
});

describe('a CSV file', () => {
	it('is read by the headings that exports have', async () => {
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: csv, file: devices.csv }]'), {
			'devices.csv':
				'\uFEFFHostname,Management IP,Device Type,Location,Tags,Port\r\nedge-01,192.0.2.1,cisco_ios,"Amsterdam, DC 1","prod, internet",2022\r\n\r\ncore-01,192.0.2.2,"juniper_junos",,,\r\n',
		});

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'edge-01', host: '192.0.2.1', port: 2022, site: 'Amsterdam-DC-1', tags: ['prod', 'internet'] },
			{ name: 'core-01', host: '192.0.2.2', platform: 'juniper_junos', site: null, port: null },
		]);
	});

	it('takes an address with the length of its prefix, as NetBox exports it', async () => {
		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: csv, file: devices.csv }]'), {
			'devices.csv': 'Name,Primary IP,Platform\nedge-01,192.0.2.1/24,ios\nedge-02,2001:db8::2/64,ios\n',
		});

		expect(problems).toEqual([]);
		expect(fleet.devices.map(({ host }) => host)).toEqual(['192.0.2.1', '2001:db8::2']);
	});

	it('is read by the headings that fleet.yml names', async () => {
		const entry = '[{ from: csv, file: d.csv, delimiter: ";", columns: { name: CI, host: Adr, platform: 2 } }]';
		const { fleet, problems } = await loadWithFiles(fleetWith(entry), { 'd.csv': 'CI;Adr;x\nedge-01;192.0.2.1;eos\n' });

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([{ name: 'edge-01', host: '192.0.2.1', platform: 'arista_eos' }]);
	});

	it.each([
		[
			'a heading that there is not',
			'{ name: Nmae }',
			'Name\na\n',
			'1:1: there is no column "Nmae". Did you mean "Name"?',
		],
		['a column of secrets', '{ platform: SSH Password }', 'name,SSH password\na,hunter2\n', '1:1: columns.platform is'],
		['a numbered column of secrets', '{ name: 1 }', 'name,Enable\na,hunter2\n', '1:1: columns.name is'],
		['no column of names', '{}', 'x,y\na,b\n', '1:1: no column holds the names of devices'],
		[
			'another delimiter',
			'{}',
			'Name;OS\na;ios\n',
			'Say what separates two fields, under this inventory: delimiter: ";"',
		],
		[
			'another delimiter once, however many columns are named',
			'{ name: Gerät, platform: System }',
			'Gerät;System\na;ios\n',
			'1:1: the first line is a single field. Say what separates two fields, under this inventory: delimiter: ";"',
		],
		['tabs', '{}', 'Name\tOS\na\tios\n', 'delimiter: "\\t"'],
		['an open quote', '{}', 'name,host\n"a,b\n', 'this is not CSV. Close every quote'],
		['a row without a name', '{}', 'name,os\n,ios\n', '2:1: a device has no name'],
		['a name that is none', '{}', 'name,os\nedge 1,ios\n', '2:1: "edge 1" cannot be the name of a device'],
	])('tells %s', async (_, columns, text, expected) => {
		const entry = `[{ from: csv, file: d.csv, columns: ${columns} }]`;
		const { problems } = await loadWithFiles(fleetWith(entry), { 'd.csv': text });

		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain(expected);
		expect(problems[0]).not.toContain('hunter2');
	});
});
