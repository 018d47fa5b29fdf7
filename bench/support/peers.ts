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
	/** The module that has to be there. */
	readonly module: string;
	/** The goal: how many times as many devices a second as it. */
	readonly timesFaster: number;
}

export const PEERS: readonly Peer[] = [
	{
		name: 'asyncssh',
		script: fetchScript('fetch-with-asyncssh.py'),
		debianPackage: 'python3-asyncssh',
		module: 'asyncssh',
		timesFaster: 1.7,
	},
	{
		name: 'netmiko',
		script: fetchScript('fetch-with-netmiko.py'),
		debianPackage: 'python3-netmiko',
		module: 'netmiko',
		timesFaster: 3,
	},
];

/** Debian's own: its packages are no business of another Python that stands before it in the path. */
const PYTHON = '/usr/bin/python3';

export async function runPeer(
	{ script, module, debianPackage }: Peer,
	ports: PortsOfDevices,
	concurrency: number,
): Promise<{ readonly run: MeasuredRun; readonly bytes: number } | { readonly skipped: string }> {
	const probe = spawnSync(PYTHON, ['-c', `import ${module}`], { stdio: 'ignore' });
	if (probe.status !== 0) return { skipped: `not installed (Debian package ${debianPackage})` };
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
