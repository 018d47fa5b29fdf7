import type { ServerResponse } from 'node:http';
import { type FaultyProxy, startFaultyProxy } from '../../../src/simulator/faults/faulty-proxy.ts';
import type { LineFault } from '../../../src/simulator/faults/line-fault.ts';
import { refusePort } from '../../../src/simulator/refused-port.ts';
import type { Fault } from '../../../src/simulator/simulated-device.ts';
import { demoPassword, hostKeyOf } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { startNetconfServer } from '../netconf/fetch-netconf.ts';
import type { NetconfScript } from '../netconf/serve-netconf.ts';
import { selfSigned } from '../rest/certificates.ts';
import { type Answer, json, startRestServer } from '../rest/rest-server.ts';
import { simulatedDevice } from '../simulated-device.ts';
import { passwordLogin } from '../ssh/logins.ts';

export const PASSWORD = demoPassword('login');

/** What every device of the matrix must keep to itself. */
export const SECRET = 'S3cretOfTheDevice';

/** A device of the matrix on its own server. */
export interface FaultyDevice extends AsyncDisposable {
	readonly port: number;
	/** null: none is pinned. */
	readonly hostKey: string | null;
	/** Connections that are open now. */
	readonly open: number;
	readonly connections: number;
}

/** What can go wrong: at the door, on the line, on the command line, or in a protocol of its own. */
export interface Trouble {
	readonly line?: LineFault;
	readonly session?: Fault;
	readonly netconf?: (config: string) => Partial<NetconfScript>;
	readonly rest?: (response: ServerResponse, config: string) => void;
	/** What it runs instead of its config, over a terminal or an exec channel. */
	readonly runs?: string;
	/** Nothing listens; or what listens has another key or certificate than it should; or it refuses the login. */
	readonly door?: 'shut' | 'of another' | 'no entry';
}

/** A way to fetch a config. */
export interface Way {
	readonly name: 'shell' | 'exec' | 'netconf' | 'rest';
	readonly platform: string;
	readonly transport: 'ssh' | 'netconf' | 'rest';
	/** What the device of this name runs. */
	config(name: string): string;
	start(name: string, trouble: Trouble): Promise<FaultyDevice>;
}

/** Enough that its output is more than a packet, and more than a page. */
const INTERFACES = Array.from({ length: 120 }, (_, index) => index);

const ios = (name: string): string =>
	[
		`hostname ${name}`,
		...INTERFACES.map((index) => `interface Vlan${index}\n description users of floor ${index}\n mtu 9000\n!`),
		`snmp-server community ${SECRET} RO`,
		'end\n',
	].join('\n');

const frr = (name: string): string =>
	[
		`hostname ${name}`,
		`password ${SECRET}`,
		'!',
		...INTERFACES.map((index) => `interface eth${index}\n description users of floor ${index}\nexit\n!`),
		'end\n',
	].join('\n');

const eos = (name: string): string =>
	[
		`hostname ${name}`,
		'!',
		`snmp-server community ${SECRET} ro`,
		'!',
		...INTERFACES.map((index) => `interface Vlan${index}\n   description users of floor ${index}\n!`),
		'end\n',
	].join('\n');

const junos = (name: string): string =>
	[
		'system {',
		`    host-name ${name};`,
		'}',
		'snmp {',
		`    community ${SECRET} {`,
		'        authorization read-only;',
		'    }',
		'}',
		'interfaces {',
		...INTERFACES.map((index) => `    ge-0/0/${index} {\n        description "users of floor ${index}";\n    }`),
		'}\n',
	].join('\n');

/** As Junos wraps its config. */
export const inReply = (config: string): string => `<configuration-text>${config}</configuration-text>`;

export const WAYS: readonly Way[] = [
	{ name: 'shell', platform: 'cisco_ios', transport: 'ssh', config: ios, start: simulated('cisco_ios', ios) },
	{ name: 'exec', platform: 'frr', transport: 'ssh', config: frr, start: simulated('frr', frr) },
	{
		name: 'netconf',
		platform: 'juniper_junos',
		transport: 'netconf',
		config: junos,
		async start(name, { line, netconf = () => ({}), door }) {
			if (door === 'shut') return await shut(hostKeyOf(name).fingerprint);
			const server = await startNetconfServer(
				{ replies: { 'get-configuration': inReply(junos(name)) }, ...netconf(junos(name)) },
				{ login: passwordLogin(door === 'no entry' ? 'another' : PASSWORD) },
			);
			const hostKey = door === 'of another' ? hostKeyOf('another').fingerprint : server.fingerprint;
			return behind(line, { port: server.port, hostKey, server });
		},
	},
	{
		name: 'rest',
		platform: 'arista_eos',
		transport: 'rest',
		config: eos,
		async start(name, { line, rest, door }) {
			if (door === 'shut') return await shut(null);
			const answer: Answer = (_, response) => {
				if (door === 'no entry') json(response, {}, 401);
				else if (rest === undefined) json(response, { result: [{}, { output: eos(name) }] });
				else rest(response, eos(name));
			};
			const server = await (door === 'of another'
				? startRestServer(answer, selfSigned(['127.0.0.1']))
				: startRestServer(answer));
			return behind(line, { port: server.port, hostKey: null, server });
		},
	},
];

const AT_THE_DOOR = { shut: 'unreachable', 'of another': 'wrong-host-key', 'no entry': 'auth-failed' } as const;

function simulated(platform: string, config: (name: string) => string): Way['start'] {
	return async (name, { line, session = 'none', door, runs = config(name) }) => {
		const fleet = await startSimulatedFleet({
			devices: [
				simulatedDevice({
					name,
					platform,
					runningConfig: runs,
					pageLines: 24,
					fault: door === undefined ? session : AT_THE_DOOR[door],
					...(line === undefined ? {} : { lineFault: line }),
				}),
			],
		});
		return {
			port: fleet.portOf(name),
			hostKey: hostKeyOf(name).fingerprint,
			get open() {
				return fleet.sessions.get(name)?.open ?? 0;
			},
			get connections() {
				return fleet.sessions.get(name)?.connections ?? 0;
			},
			[Symbol.asyncDispose]: () => fleet[Symbol.asyncDispose](),
		};
	};
}

/** A port that refuses. */
async function shut(hostKey: string | null): Promise<FaultyDevice> {
	const { port, close } = await refusePort('127.0.0.1', 0);
	return { port, hostKey, open: 0, connections: 0, [Symbol.asyncDispose]: close };
}

interface Served {
	readonly port: number;
	readonly hostKey: string | null;
	readonly server: AsyncDisposable & { readonly open: number };
}

/** The server itself, or the same behind a bad line. */
async function behind(line: LineFault | undefined, { port, hostKey, server }: Served): Promise<FaultyDevice> {
	const proxy: FaultyProxy | null = line === undefined ? null : await startFaultyProxy(port, line);
	return {
		port: proxy?.port ?? port,
		hostKey,
		get open() {
			return (proxy?.open ?? 0) + server.open;
		},
		get connections() {
			return proxy?.connections ?? 0;
		},
		async [Symbol.asyncDispose]() {
			await proxy?.[Symbol.asyncDispose]();
			await server[Symbol.asyncDispose]();
		},
	};
}
