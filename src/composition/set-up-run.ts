import { randomBytes } from 'node:crypto';
import { dirname, posix } from 'node:path';
import { FileDeviceAdapter } from '../adapters/file/file-device-adapter.ts';
import { IntendedFiles } from '../adapters/file/intended-files.ts';
import { SshDeviceAdapter } from '../adapters/ssh/ssh-device-adapter.ts';
import { parseKnownHosts } from '../adapters/ssh-connection/host-keys.ts';
import { ignoresFor } from '../domain/compare/ignore.ts';
import type { Device } from '../domain/device.ts';
import { createMaskRegistry } from '../domain/masking/registry.ts';
import { ConfigurationError, DeviceError } from '../errors.ts';
import { platforms } from '../platforms/index.ts';
import { type LoadedFleet, loadFleet } from '../settings/load-fleet.ts';
import type { Fleet } from '../settings/settings.ts';
import type { AuditTools } from '../use-cases/audit-device.ts';
import type { FleetRun } from '../use-cases/audit-fleet.ts';
import type { Clock, DeviceAdapter, Progress } from '../use-cases/ports.ts';
import { VERSION } from '../version.ts';
import { randomKey } from './random-key.ts';
import { dayOf } from './system-clock.ts';

/** Where running-configs come from; `nowhere` for a check that contacts nobody and needs no login. */
export type RunningSource =
	| { readonly from: 'devices' }
	| { readonly from: 'folder'; readonly path: string }
	| { readonly from: 'nowhere' };

export interface RunOptions {
	/** fleet.yml as the user named it, relative to `root`, with `/`. */
	readonly fleetFile: string;
	/** Reads a file that the user trusts, relative to `root`: from disk, or from the base commit of a pull request. */
	readonly readTrusted: (path: string) => Promise<string | null>;
	/** Folder of the repository on disk; paths of the report are relative to it. */
	readonly root: string;
	readonly select: string;
	readonly source: RunningSource;
	/** Empty: a random key, so that fingerprints can be compared within this run only. */
	readonly fingerprintKey: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly clock: Clock;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	readonly runId?: string;
	/** Told every secret before anything is contacted. */
	readonly registerSecrets: (values: readonly string[]) => void;
	/** Last change to the loaded fleet; the demo sends devices to where its simulator listens. */
	readonly adjust?: (fleet: Fleet) => Fleet;
}

/** A run that is ready to start, with what has to be let go of afterwards. */
export interface PreparedRun extends AsyncDisposable {
	readonly fleet: Fleet;
	readonly tools: AuditTools;
	readonly run: FleetRun;
	/** Throws a `ConfigurationError` that names every intended file that cannot be used. */
	checkIntended(): Promise<void>;
}

/** From what the user wrote to what the use cases take: settings, adapters, masks, limits. Nothing is contacted yet. */
export async function setUpRun(options: RunOptions): Promise<PreparedRun> {
	const { fleet, warnings } = await readFleet(options);
	options.registerSecrets(fleet.secrets);
	const adapter = await openAdapter(fleet, options);
	const masksOf = createMaskRegistry(platforms, {
		userMasks: fleet.masks,
		fingerprintKey: options.fingerprintKey === '' ? randomKey() : options.fingerprintKey,
	});
	const today = dayOf(options.clock.now());
	const intended = new IntendedFiles({
		root: options.root,
		folder: folderOf(options.fleetFile),
		template: fleet.intended,
		templateOf: fleet.intendedOf,
	});
	return {
		fleet,
		tools: {
			adapter,
			intended,
			masksOf,
			optionsFor: (device) => ({ scope: fleet.policy.scope, ignore: ignoresFor(device, fleet.ignore, today) }),
			timeoutOf: ({ name }) => fleet.connections.get(name)?.timeouts.deviceMs ?? FILE_TIMEOUT_MS,
			clock: options.clock,
			progress: options.progress,
		},
		run: {
			devices: fleet.devices,
			runId: options.runId ?? newRunId(options.clock),
			toolVersion: VERSION,
			limits: limitsOf(fleet),
			limitsOf: (device) => limitNames(device, fleet),
			warnings,
			signal: options.signal,
		},
		async checkIntended() {
			const problems = await intended.checkIntended(fleet.devices);
			if (problems.length > 0) throw new ConfigurationError(problems);
		},
		[Symbol.asyncDispose]: () => adapter[Symbol.asyncDispose](),
	};
}

/** Stands where no device may be asked. */
const nobody: DeviceAdapter = {
	fetchConfig: ({ name }) => Promise.reject(new DeviceError(name, 'ERR_UNREACHABLE', 'no device is asked in this run')),
	[Symbol.asyncDispose]: async () => {},
};

const FILE_TIMEOUT_MS = 60_000;

async function readFleet({
	fleetFile,
	readTrusted,
	select,
	source,
	env,
	clock,
	adjust = (fleet) => fleet,
}: RunOptions): Promise<LoadedFleet> {
	const text = await readTrusted(fleetFile);
	if (text === null) {
		const fix = 'Name it with --fleet (in a workflow: the input `fleet`), or write one; see docs/fleet.md';
		throw new ConfigurationError([
			{ file: fleetFile, line: null, column: null, message: 'there is no such file', fix },
		]);
	}
	const logins = source.from === 'devices' ? 'required' : 'unused';
	const loaded = loadFleet({ file: fleetFile, text, env, today: dayOf(clock.now()), platforms, select, logins });
	return { ...loaded, fleet: adjust(loaded.fleet) };
}

async function openAdapter(
	fleet: Fleet,
	{ source, clock, readTrusted, fleetFile }: RunOptions,
): Promise<DeviceAdapter> {
	if (source.from === 'folder') return FileDeviceAdapter.open(source.path);
	if (source.from === 'nowhere') return nobody;
	const knownHosts = await readKnownHosts(fleet, { readTrusted, fleetFile });
	return new SshDeviceAdapter({
		connections: fleet.connections,
		platformOf: (name) => {
			const platform = platforms.resolve(name);
			if (platform === null) throw new Error(`the fleet was loaded with an unknown platform ${name}`);
			return platform;
		},
		knownHosts,
		clock,
	});
}

async function readKnownHosts(
	{ knownHosts }: Fleet,
	{ readTrusted, fleetFile }: Pick<RunOptions, 'readTrusted' | 'fleetFile'>,
): Promise<ReturnType<typeof parseKnownHosts> | null> {
	if (knownHosts === null) return null;
	const path = posix.join(folderOf(fleetFile), knownHosts);
	const text = await readTrusted(path);
	if (text !== null) return parseKnownHosts(text);
	const fix =
		'Add the file (ssh-keyscan writes such lines; compare the keys with the devices), or pin `host-key` per device';
	throw new ConfigurationError([
		{ file: path, line: null, column: null, message: 'the known_hosts file of fleet.yml does not exist', fix },
	]);
}

function folderOf(path: string): string {
	const folder = dirname(path);
	return folder === '.' ? '' : folder;
}

function limitsOf({ concurrency, connections }: Fleet): ReadonlyMap<string, number> {
	const bastions = new Set(
		[...connections.values()].flatMap(({ bastion }) => (bastion === null ? [] : [bastion.name])),
	);
	return new Map([
		['fleet', concurrency.fleet],
		...[...bastions].map((name) => [`bastion ${name}`, concurrency.perBastion] as const),
		...[...concurrency.perGroup].map(([name, limit]) => [`group ${name}`, limit] as const),
	]);
}

function limitNames({ name, groups }: Device, { connections }: Fleet): readonly string[] {
	const bastion = connections.get(name)?.bastion ?? null;
	return [
		'fleet',
		...(bastion === null ? [] : [`bastion ${bastion.name}`]),
		...groups.map((group) => `group ${group}`),
	];
}

/** Sorts by time and is safe in a file name. */
function newRunId(clock: Clock): string {
	const time = new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
	return `${time}-${randomBytes(4).toString('hex')}`;
}
