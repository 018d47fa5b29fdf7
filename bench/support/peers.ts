import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { bareRequest } from './bare-client.ts';
import { type MeasuredRun, runMeasured } from './run-measured.ts';
import type { PortsOfDevices } from './simulator-process.ts';

/** Another client that may be installed: a script that reads the same request as the bare one. */
export interface Peer {
	readonly name: string;
	readonly script: string;
	readonly debianPackage: string;
	/** Ends with 0 where it is installed. */
	readonly probe: readonly [string, ...string[]];
	/** The goal: how many times as many devices a second as it. */
	readonly timesFaster: number;
	/** Asked for no more than so many devices: a slow one would take all day for as many as the others. */
	readonly mostDevices?: number;
}

/** Debian's own: its packages are no business of another Python that stands before it in the path. */
const PYTHON = '/usr/bin/python3';

export const PEERS: readonly Peer[] = [
	{
		name: 'asyncssh',
		script: fetchScript('fetch-with-asyncssh.py'),
		debianPackage: 'python3-asyncssh',
		probe: [PYTHON, '-c', 'import asyncssh'],
		timesFaster: 1.7,
	},
	{
		name: 'netmiko',
		script: fetchScript('fetch-with-netmiko.py'),
		debianPackage: 'python3-netmiko',
		probe: [PYTHON, '-c', 'import netmiko'],
		timesFaster: 3,
	},
	{
		name: 'RANCID (clogin)',
		script: fetchScript('fetch-with-rancid.py'),
		debianPackage: 'rancid',
		probe: ['test', '-x', '/usr/lib/rancid/bin/clogin'],
		timesFaster: 20,
		mostDevices: 40,
	},
	{
		name: 'Ansible (cisco.ios)',
		script: fetchScript('fetch-with-ansible.py'),
		// Not ansible-core, which has no collection for devices.
		debianPackage: 'ansible',
		probe: [PYTHON, '-c', 'import ansible_collections.cisco.ios'],
		timesFaster: 50,
		mostDevices: 20,
	},
];

/** What it cost a peer to fetch from these devices, and how many bytes it has; or why nothing was measured. */
export type PeerOutcome = { readonly run: MeasuredRun; readonly bytes: number } | { readonly skipped: string };

export async function runPeer(
	{ script, probe: [program, ...args], debianPackage }: Peer,
	ports: PortsOfDevices,
	concurrency: number,
): Promise<PeerOutcome> {
	const probed = spawnSync(program, args, { stdio: 'ignore' });
	if (probed.status !== 0) return { skipped: `not installed (Debian package ${debianPackage})` };
	const input = bareRequest(ports, concurrency);
	try {
		const run = await runMeasured([PYTHON, script], { cwd: tmpdir(), env: process.env, input });
		const { bytes }: { readonly bytes: number } = JSON.parse(run.stdout);
		return { run, bytes };
	} catch (error) {
		// One that goes by time rather than by prompts fails on a busy machine; the others are measured all the same.
		const said = error instanceof Error ? error.message.trimEnd().split('\n').at(-1) : String(error);
		return { skipped: `it failed: ${said}` };
	}
}

function fetchScript(name: string): string {
	return fileURLToPath(new URL(`../peers/${name}`, import.meta.url));
}
