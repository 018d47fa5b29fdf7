import { type FleetFiles, readFleet } from '../../src/composition/fleet/read-fleet.ts';
import { keepHeapSmall } from '../../src/composition/run/keep-heap-small.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import { ConfigurationError } from '../../src/errors.ts';
import type { NetBoxDevice } from '../../tests/support/inventory/netbox-server.ts';
import type { ResultRow } from '../support/result-row.ts';
import { longestPieces } from './longest-pieces.ts';
import { startNetBoxBeside } from './netbox-beside.ts';
import type { NetBoxAddress } from './netbox-thread.ts';

const DEVICES = 10_000;
const SHOWN = DEVICES.toLocaleString('en');
const GOAL_MS = 50;

const HEAD = `version: 1
intended: intended/{device}.cfg
known-hosts: known_hosts
credentials: { lab: { username: fleet, password: "\${PASSWORD}" } }
`;
const DEFAULTS = 'defaults: { platform: cisco_ios, credentials: lab }\n';

const TOKEN = '0123456789abcdef0123456789abcdef01234567';

interface BenchDevice {
	readonly name: string;
	readonly host: string;
	readonly site: string;
}

const devices: readonly BenchDevice[] = Array.from({ length: DEVICES }, (_, index) => ({
	name: `edge-${index}`,
	host: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
	site: `site-${index % 100}`,
}));

/** Its keys are as long as those of Ed25519. */
const knownHosts = devices
	.map(({ host }) => `${host} ssh-ed25519 ${Buffer.from(host).toString('base64').padEnd(68, 'A')}\n`)
	.join('');

interface Source {
	readonly what: string;
	readonly files: Readonly<Record<string, string>>;
}

/** A fleet.yml with something wrong in each of its devices. */
interface Mistake {
	readonly what: string;
	readonly text: string;
}

/** How long others wait while a large fleet is read, checked and merged, before the first device is asked. */
export async function readingRows(repeats: number): Promise<readonly ResultRow[]> {
	keepHeapSmall();
	const rows: ResultRow[] = [];
	await using netbox = await startNetBoxBeside({ devices: devices.map(asInNetBox), authorization: `Token ${TOKEN}` });
	for (const { what, files } of sources(netbox)) {
		const check = ({ fleet }: FleetFiles): void => {
			if (fleet.devices.length !== DEVICES) throw new Error(`${what}: ${fleet.devices.length} devices`);
		};
		rows.push(await rowOf(`reading ${SHOWN} devices from ${what}`, { work: () => read(files), check, repeats }));
	}
	for (const { what, text } of mistakes()) {
		const check = (problems: number): void => {
			if (problems === 0) throw new Error(`${what}: no problem`);
		};
		const work = (): Promise<number> => tell(text);
		rows.push(await rowOf(`telling of ${what} in each of ${SHOWN} devices`, { work, check, repeats }));
	}
	return rows;
}

async function rowOf<Result>(
	what: string,
	{
		work,
		check,
		repeats,
	}: {
		readonly work: () => Promise<Result>;
		readonly check: (result: Result) => void;
		readonly repeats: number;
	},
): Promise<ResultRow> {
	const ours = await longestPieces(work, { check, repeats });
	return { what, unit: 'ms CPU', ours, beside: null, goal: { bound: GOAL_MS, ratio: null } };
}

function asInNetBox({ name, host, site }: BenchDevice): NetBoxDevice {
	return { name, address: `${host}/24`, platform: 'cisco-ios', site, role: 'edge' };
}

function read(files: Source['files']): ReturnType<typeof readFleet> {
	return readFleet({
		fleetFile: 'fleet.yml',
		trusted: {
			commit: null,
			read: async (path) => files[path] ?? (path === 'known_hosts' ? knownHosts : null),
			list: async () => [],
		},
		root: '.',
		select: '',
		source: { from: 'devices' },
		env: { NETBOX_TOKEN: TOKEN, PASSWORD: 'secret' },
		clock: systemClock,
		signal: new AbortController().signal,
		registerSecrets: () => {},
	});
}

/** How many problems are told. */
async function tell(text: string): Promise<number> {
	try {
		await read({ 'fleet.yml': text });
		return 0;
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		return error.problems.length;
	}
}

function mistakes(): readonly Mistake[] {
	const fleet = (settingsOf: (device: BenchDevice, index: number) => string): string =>
		`${HEAD}${DEFAULTS}devices:\n${devices.map((device, index) => `  ${device.name}: { ${settingsOf(device, index)} }\n`).join('')}`;
	return [
		{ what: 'a key that is misspelt', text: fleet(({ host, site }) => `hots: ${host}, site: ${site}`) },
		{
			what: 'a value of its own that cannot be',
			text: fleet((_, index) => `host: 192.0.2.1, port: ${70_000 + index}`),
		},
		{ what: 'a name that is not defined', text: fleet(({ host }, index) => `host: ${host}, platform: cisco_${index}`) },
		{ what: 'a quote that is not closed', text: fleet(({ host, site }) => `host: ${host}, site: "${site}`) },
	];
}

function sources(netbox: NetBoxAddress): readonly Source[] {
	const block = devices.map(({ name, host, site }) => `  ${name}:\n    host: ${host}\n    site: ${site}\n`).join('');
	const inventoried = (entry: string): string => `${HEAD}${DEFAULTS}inventory:\n  - ${entry}\n`;
	const asJson = {
		version: 1,
		intended: 'intended/{device}.cfg',
		'known-hosts': 'known_hosts',
		credentials: { lab: { username: 'fleet', password: `\${PASSWORD}` } },
		defaults: { platform: 'cisco_ios', credentials: 'lab' },
		devices: Object.fromEntries(devices.map(({ name, ...settings }) => [name, settings])),
	};
	const csv = `name,host,site\n${devices.map(({ name, host, site }) => `${name},${host},${site}\n`).join('')}`;
	const sites = [...Map.groupBy(devices, ({ site }) => site)];
	const ini = sites.map(
		([site, some]) => `[${site}]\n${some.map(({ name, host }) => `${name} ansible_host=${host}\n`).join('')}`,
	);
	const hostsOf = (some: readonly BenchDevice[]): string =>
		some.map(({ name, host }) => `        ${name}:\n          ansible_host: ${host}\n`).join('');
	const ansible = `all:\n  children:\n${sites.map(([site, some]) => `    ${site}:\n      hosts:\n${hostsOf(some)}`).join('')}`;
	const braces = devices.map(({ name, host, site }) => `  ${name}: { host: ${host}, site: ${site} },\n`).join('');
	const nornir = devices
		.map(({ name, host, site }) => `${name}:\n  hostname: ${host}\n  groups: [${site}]\n  data: { site: ${site} }\n`)
		.join('');
	const groups = sites.map(([site]) => `${site}: {}\n`).join('');
	const oxidized = devices.map(({ name }) => `${name}:ios\n`).join('');
	const rancid = devices.map(({ name }) => `${name};cisco;up\n`).join('');
	return [
		{ what: 'fleet.yml', files: { 'fleet.yml': `${HEAD}${DEFAULTS}devices:\n${block}` } },
		{ what: 'fleet.yml as JSON', files: { 'fleet.yml': JSON.stringify(asJson, null, 2) } },
		{
			what: 'fleet.yml with an anchor',
			files: { 'fleet.yml': `${HEAD}${DEFAULTS}devices:\n${block.replace('site: site-0', 'site: &first site-0')}` },
		},
		{
			what: 'fleet.yml in braces that are no JSON',
			files: { 'fleet.yml': `${HEAD}${DEFAULTS}devices: {\n${braces}}\n` },
		},
		{
			what: 'CSV',
			files: { 'fleet.yml': inventoried('{ from: csv, file: devices.csv }'), 'devices.csv': csv },
		},
		{
			what: 'RANCID',
			files: { 'fleet.yml': inventoried('{ from: rancid, file: router.db }'), 'router.db': rancid },
		},
		{
			what: 'Ansible, INI',
			files: { 'fleet.yml': inventoried('{ from: ansible, file: hosts.ini }'), 'hosts.ini': ini.join('') },
		},
		{
			what: 'Ansible, YAML',
			files: { 'fleet.yml': inventoried('{ from: ansible, file: hosts.yml }'), 'hosts.yml': ansible },
		},
		{
			what: 'Nornir',
			files: {
				'fleet.yml': inventoried('{ from: nornir, file: hosts.yaml }'),
				'hosts.yaml': nornir,
				'groups.yaml': groups,
			},
		},
		{
			what: 'Oxidized',
			files: { 'fleet.yml': inventoried('{ from: oxidized, file: router.db }'), 'router.db': oxidized },
		},
		{
			what: 'NetBox',
			files: {
				'fleet.yml': inventoried(
					`{ from: netbox, url: "https://127.0.0.1:${netbox.port}", token: "\${NETBOX_TOKEN}", ca-file: ca.pem }`,
				),
				'ca.pem': netbox.authority,
			},
		},
	];
}
