import { randomBytes } from 'node:crypto';
import { NewHostKeys } from '../../adapters/ssh-connection/new-host-keys.ts';
import { ignoresFor } from '../../domain/compare/ignore.ts';
import { createMaskRegistry } from '../../domain/masking/registry.ts';
import { DeviceError } from '../../errors.ts';
import type { Fleet } from '../../settings/settings.ts';
import type { FleetRun } from '../../use-cases/audit-fleet.ts';
import type { AuditTools } from '../../use-cases/audit-tools.ts';
import { JudgingGate } from '../../use-cases/pacing/judging-gate.ts';
import type { Clock, DeviceAdapter } from '../../use-cases/ports.ts';
import { VERSION } from '../../version.ts';
import { type FleetFiles, readFleet } from '../fleet/read-fleet.ts';
import { dayOf } from '../system-clock.ts';
import { openAdapterByTransport } from './adapter-by-transport.ts';
import { limitNames, limitsOf } from './fleet-limits.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { keepHostKeys } from './keep-host-keys.ts';
import { type OpenCaptures, openCaptures } from './open-captures.ts';
import { randomKey } from './random-key.ts';
import type { RunOptions } from './run-options.ts';

/** A run that is ready to start, with what has to be let go of afterwards. */
export interface PreparedRun extends AsyncDisposable {
	readonly fleet: Fleet;
	/** Of all devices, those that were not selected included. */
	readonly deviceNames: readonly string[];
	/** SHA-256 of fleet.yml to the letter. */
	readonly fleetDigest: string;
	readonly tools: AuditTools;
	readonly run: FleetRun;
}

/** From what the user wrote to what the use cases take: settings, adapters, masks, limits. Nothing is contacted yet. */
export async function setUpRun(options: RunOptions): Promise<PreparedRun> {
	keepHeapSmall();
	const read = await readFleet(options);
	const { adjust = (whole) => whole } = options;
	const fleet = adjust(read.fleet);
	options.registerSecrets(options.fingerprintKey === '' ? fleet.secrets : [...fleet.secrets, options.fingerprintKey]);
	const { appendTrusted } = options;
	const newHostKeys = appendTrusted === undefined ? null : new NewHostKeys(read.knownHosts);
	const { adapter, fetchedElsewhere, comparesSecrets, warnings } = await openAdapter(
		{ ...read, fleet, knownHosts: newHostKeys ?? read.knownHosts },
		options,
	);
	const masksOf = createMaskRegistry(fleet.platforms, {
		userMasks: fleet.masks,
		ignoredSecretsOf: (device) => (comparesSecrets ? (fleet.ignoredSecretsOf.get(device) ?? []) : ['*']),
		fingerprintKey: options.fingerprintKey === '' ? randomKey() : options.fingerprintKey,
	});
	const today = dayOf(options.clock.now());
	const selected = options.select.trim() !== '';
	return {
		fleet,
		deviceNames: read.deviceNames,
		fleetDigest: read.digest,
		tools: {
			adapter,
			intended: read.intended,
			masksOf,
			optionsFor: (device) => ({ scope: fleet.policy.scope, ignore: ignoresFor(device, fleet.ignore, today) }),
			timeoutOf: ({ name }) => fleet.connections.get(name)?.timeouts.deviceMs ?? FILE_TIMEOUT_MS,
			...(fleet.features.length === 0 ? {} : { features: fleet.features }),
			fetchedElsewhere,
			lastSizes: options.lastSizes,
			keepReport: options.keepReport,
			judging: new JudgingGate(options.clock),
			clock: options.clock,
			progress: options.progress,
		},
		run: {
			devices: fleet.devices,
			selected,
			// A mask for devices that were not selected has nothing to hit.
			...(selected ? {} : { userMasks: fleet.masks }),
			runId: options.runId ?? newRunId(options.clock),
			toolVersion: VERSION,
			limits: limitsOf(fleet),
			limitsOf: (device) => limitNames(device, fleet),
			warnings: [...read.warnings, ...warnings],
			lastTook: options.lastTook,
			signal: options.signal,
			...(options.source.from === 'devices' ? { random: Math.random } : {}),
			...(newHostKeys === null ? {} : { conclude: () => keepHostKeys(newHostKeys, fleet, options) }),
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

async function openAdapter(
	{ fleet, knownHosts, authorities }: FleetFiles,
	{ source, clock, fingerprintKey }: RunOptions,
): Promise<OpenCaptures> {
	if (source.from === 'folder') return openCaptures(source.path, fingerprintKey);
	const adapter =
		source.from === 'nowhere'
			? nobody
			: openAdapterByTransport({ ...fleet, knownHosts, authorities, clock, random: Math.random });
	return { adapter, fetchedElsewhere: false, comparesSecrets: true, warnings: [] };
}

/** Sorts by time and is safe in a file name. */
export function newRunId(clock: Clock): string {
	const time = new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
	return `${time}-${randomBytes(4).toString('hex')}`;
}
