import { ConfigurationError } from '../../../src/errors.ts';
import { INVENTORY_KINDS } from '../../../src/settings/inventories/all-kinds.ts';
import { fleetWith, loadWithFiles } from '../../support/inventory/load-with-files.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const LINES = ['\n', '#', ':', ';', ',', '"', '""', "'", '\t', '\r', '\u0000', '\ufeff', 'edge-01', 'up', '__proto__'];
const YAML = ['  ', ': ', '- ', '{', '}', '[', ']', '&a ', '*a', '<<: *a', '!vault |', '---\n', 'null', '"{{ x }}"'];

/** Read as a whole fleet reads it: places, platform names and settings are checked behind the inventory's own format. */
function tableTarget(name: string, entry: string, of: Pick<FuzzTarget, 'seeds' | 'dictionary'>): FuzzTarget {
	return {
		...of,
		name: `inventory-${name}`,
		input: 'text',
		async run(input) {
			// Groups and variables beside it are read by the same rules.
			const beside = { 'groups.yaml': input, 'group_vars/edge.yml': input, 'host_vars/edge-01': input };
			const { problems } = await loadWithFiles(fleetWith(`[${entry}]`), { f: input, 'f.yml': input, ...beside });
			const unplaced = problems.filter((problem) => !/^[\w./-]+[^\n]*\. \S/u.test(problem));
			if (unplaced.length > 0) throw new Error(`a problem without place or advice: ${unplaced[0]}`);
		},
	};
}

const PAGE = JSON.stringify({
	next: null,
	results: [
		{
			id: 1,
			name: 'edge-01',
			primary_ip: { address: '192.0.2.1/24' },
			platform: { slug: 'cisco-ios' },
			site: { slug: 'ams' },
			role: { slug: 'edge' },
			tags: [{ slug: 'prod' }],
		},
		{ id: 2, name: 'patch-panel', primary_ip: null, device_role: { slug: 'panel' } },
	],
});

const netBoxTarget: FuzzTarget = {
	name: 'inventory-netbox',
	seeds: [PAGE],
	dictionary: [
		'null',
		'[]',
		'{}',
		'""',
		'"next": "x", ',
		'"results": [null]',
		'"id": {}, ',
		'"name": 7, ',
		'/',
		'__proto__',
	],
	input: 'text',
	async run(input) {
		const answer = parsed(input);
		let pages = 0;
		const getJson = async (): Promise<unknown> => {
			pages += 1;
			// A server that goes on for ever is bounded by a count of pages, which takes long.
			return pages > 3 ? { results: [], next: null } : answer;
		};
		const unused = (): never => {
			throw new Error('NetBox is no file');
		};
		const netbox = INVENTORY_KINDS.find(({ name }) => name === 'netbox');
		try {
			await netbox?.read({ url: 'https://netbox.example.net' }, { getJson, read: unused, list: unused });
		} catch (error) {
			if (!(error instanceof ConfigurationError)) throw error;
		}
	},
};

/** What is no JSON is refused before it comes here. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// Ranges of numbers stand in no last seed: made longer they would name more hosts than they are longer.
export const inventoryTargets: readonly FuzzTarget[] = [
	tableTarget('ansible-ini', '{ from: ansible, file: f }', {
		seeds: [
			'[edge]\nedge-[01:03] ansible_host=192.0.2.1\n',
			'[edge]\nedge-[a:c] ansible_host=192.0.2.1 ansible_port=22\nedge-a:2222 # a comment\n\n[edge:vars]\nansible_network_os=cisco.ios.ios\nansible_user="{{ user }}"\n\n[all:children]\nedge\n',
		],
		dictionary: [
			...LINES,
			'[',
			']',
			'[edge]',
			'[a:vars]',
			'[a:children]',
			'[1:9]',
			'[a:c]',
			'[01:99999:0]',
			'=',
			'{{ ',
			' }}',
		],
	}),
	tableTarget('ansible-yaml', '{ from: ansible, file: f.yml, groups: [edge] }', {
		seeds: [
			'all:\n  vars: { ansible_user: audit }\n  children:\n    edge:\n      hosts:\n        edge-[a:c]: { ansible_host: 192.0.2.1, ansible_network_os: eos }\n        edge-01:\n          tags: [a, b]\n      children: { edge: }\n',
		],
		dictionary: [...LINES, ...YAML, 'hosts:', 'children:', 'vars:', 'all:'],
	}),
	tableTarget('csv', '{ from: csv, file: f }', {
		seeds: ['name,host,port,platform,site\nedge-01,192.0.2.1,22,cisco_ios,ams\n"edge ""02""",192.0.2.2,,eos,\n'],
		dictionary: [...LINES, 'name,', 'host', 'platform', ',,,', '"\n'],
	}),
	tableTarget('nornir', '{ from: nornir, file: f }', {
		seeds: [
			'edge-01:\n  hostname: 192.0.2.1\n  port: 22\n  platform: ios\n  groups: [edge, prod]\n  data: { site: ams, role: edge, tags: [a] }\nedge:\n  groups: [edge]\n  username: audit\n',
		],
		dictionary: [...LINES, ...YAML, 'groups: [edge]', 'data: 7', 'port: []'],
	}),
	tableTarget('oxidized', '{ from: oxidized, file: f, columns: { name: 0, host: 1, port: 2, platform: 3 } }', {
		seeds: ['edge-01:192.0.2.1:22:ios\n# a comment\nedge-02:192.0.2.2:22:junos\n'],
		dictionary: LINES,
	}),
	tableTarget('rancid', '{ from: rancid, file: f }', {
		seeds: ['edge-01;cisco;up\nedge-02;juniper;down;in repair\nedge-03;arista;up\n', 'edge-01:cisco:up\n'],
		dictionary: LINES,
	}),
	netBoxTarget,
];
