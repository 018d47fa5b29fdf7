import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { hostKeyOf } from '../../src/simulator/simulated-keys.ts';
import { type BenchDevice, benchLogin } from './bench-fleet.ts';
import { makeFolder } from './make-folder.ts';
import type { PortsOfDevices } from './simulator-process.ts';

/** A repository of a fleet: intended configs, fleet.yml and, after `commitCandidates`, a pull request's commit. */
export interface FleetFolder extends Disposable {
	readonly path: string;
	/** Commits what is there with the tag `base`, then a change of every intended config. */
	commitCandidates(): void;
}

/** The environment in which fleet.yml of such a folder finds its credentials; holds nothing else of ours. */
export const fleetEnvironment: NodeJS.ProcessEnv = {
	...process.env,
	BENCH_USERNAME: benchLogin.username,
	BENCH_PASSWORD: benchLogin.password,
	BENCH_ENABLE: benchLogin.enable,
};

export interface FleetFolderOptions {
	readonly ports: PortsOfDevices;
	/** Devices asked at once. */
	readonly concurrency: number;
	/** @default those of the tool */
	readonly timeouts?: Readonly<Record<string, string>>;
	/** The way to every device; left out: none is needed. */
	readonly bastion?: BenchBastion;
}

/** A server on loopback, and the key that logs in to it. */
export interface BenchBastion {
	readonly port: number;
	readonly fingerprint: string;
	readonly username: string;
	readonly privateKey: string;
}

export function createFleetFolder(devices: readonly BenchDevice[], options: FleetFolderOptions): FleetFolder {
	const path = makeFolder('bench-fleet-');
	mkdirSync(join(path, 'intended'));
	const fileOf = ({ simulated }: BenchDevice): string => join(path, 'intended', `${simulated.name}.cfg`);
	for (const device of devices) writeFileSync(fileOf(device), device.intended);
	writeFileSync(join(path, 'fleet.yml'), stringify(fleetDocument(devices, options)));
	return {
		path,
		commitCandidates() {
			git(path, ['init', '--quiet', '--initial-branch=main']);
			commitAll(path, 'base');
			git(path, ['tag', 'base']);
			for (const device of devices) writeFileSync(fileOf(device), device.candidate);
			commitAll(path, 'touch every device');
		},
		[Symbol.dispose]() {
			rmSync(path, { recursive: true });
		},
	};
}

function fleetDocument(
	devices: readonly BenchDevice[],
	{ ports, concurrency, timeouts, bastion }: FleetFolderOptions,
): object {
	const entries = devices.map(({ simulated: { name, platform } }) => [
		name,
		{ host: '127.0.0.1', port: ports[name], platform, 'host-key': hostKeyOf(name).fingerprint },
	]);
	return {
		version: 1,
		intended: 'intended/{device}.cfg',
		defaults: {
			transport: 'ssh',
			credentials: 'bench',
			...(timeouts === undefined ? {} : { timeouts }),
			...(bastion === undefined ? {} : { bastion: 'jump' }),
		},
		credentials: {
			bench: {
				username: referenceTo('BENCH_USERNAME'),
				password: referenceTo('BENCH_PASSWORD'),
				enable: referenceTo('BENCH_ENABLE'),
			},
			...(bastion === undefined
				? {}
				: { jump: { username: bastion.username, 'private-key': referenceTo('BENCH_JUMP_KEY') } }),
		},
		...(bastion === undefined ? {} : { bastions: { jump: bastionEntry(bastion) } }),
		concurrency: { fleet: concurrency, 'per-bastion': concurrency },
		devices: Object.fromEntries(entries),
	};
}

function bastionEntry({ port, fingerprint }: BenchBastion): object {
	return { host: '127.0.0.1', port, credentials: 'jump', 'host-key': fingerprint };
}

function referenceTo(variable: string): string {
	return `$\{${variable}}`;
}

function commitAll(path: string, message: string): void {
	git(path, ['add', '--all']);
	git(path, ['commit', '--quiet', '-m', message]);
}

/** Without the settings of whoever measures: a signing key or a hook would be measured too. */
function git(path: string, args: readonly string[]): void {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
	execFileSync('git', ['-C', path, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], { env });
}
