import type { PlatformRegistry } from '../domain/platform/platform-registry.ts';
import { atOnce, type Steps } from '../domain/steps.ts';
import { detached } from '../domain/text/detached.ts';
import { ConfigurationError, type Problem } from '../errors.ts';
import { bastionsTo, checkBastions } from './devices/bastions.ts';
import { checkLogins, readConnections } from './devices/connections.ts';
import { checkCredentials, credentialReader } from './devices/credentials.ts';
import { checkDeviceLogins } from './devices/device-logins.ts';
import { type DeviceEntry, readDevices } from './devices/devices.ts';
import type { Environment } from './devices/environment-reference.ts';
import { selectDevices } from './devices/select-devices.ts';
import { warnOfUnusedLogins } from './devices/unused-logins.ts';
import { warnOfUnusedSettings } from './devices/unused-settings.ts';
import { checkInPortions } from './findings/check-in-portions.ts';
import { checkSchema, type FleetDraft, type FleetSource, present } from './findings/fleet-draft.ts';
import { ProblemList } from './findings/problem-list.ts';
import { readHistorySettings } from './history-settings.ts';
import type { InventoryHosts } from './inventories/fitting-hosts.ts';
import { readFeatures } from './judging/features.ts';
import { readIgnoreRules } from './judging/ignore-rules.ts';
import { checkIgnoredSecrets, secretIds } from './judging/ignored-secrets.ts';
import { readMasks } from './judging/masks.ts';
import { readOwners } from './owners.ts';
import { withOwnPlatforms } from './platforms/own-platforms.ts';
import type { Concurrency, Fleet } from './settings.ts';
import { withInventories } from './with-inventories.ts';
import { readYaml } from './yaml/fleet-document.ts';
import { readInBatches } from './yaml/read-in-batches.ts';
import { readJson } from './yaml/read-json.ts';

/** What a fleet.yml is resolved with. */
export interface InspectOptions {
	/** Where references such as `${FLEET_PASSWORD}` are looked up; only those of the devices in question are. */
	readonly env: Environment;
	/** ISO date, UTC: which ignore rules are over. */
	readonly today: string;
	readonly platforms: PlatformRegistry;
	/** Narrows the fleet; see compileSelect. Blank: the whole fleet. */
	readonly select?: string | undefined;
	/**
	 * `unused`: no device will be contacted, so neither credentials nor host keys are asked for and the environment is not read.
	 * @default 'required'
	 */
	readonly logins?: 'required' | 'unused';
	/** What the entries of `inventory` came to; left out: they are not read. */
	readonly inventories?: readonly InventoryHosts[];
}

/** The text of fleet.yml, and what it is resolved with. */
export interface LoadFleetOptions extends InspectOptions {
	/** The path as the user named it: what problems begin with. */
	readonly file: string;
	readonly text: string;
}

/** A fleet, and what people should know about its file. */
export interface LoadedFleet {
	readonly fleet: Fleet;
	/** Of all devices, those that were not selected included. */
	readonly deviceNames: readonly string[];
	/** Sentences for people: ignore rules that are over, globs that match nothing. */
	readonly warnings: readonly string[];
}

/** A fleet.yml that was checked, whatever is wrong with it. */
export interface InspectedFleet {
	/** In the order of the file. With any of them the fleet below has blanks and must not be used. */
	readonly problems: readonly Problem[];
	/** Good for finding what else is wrong. */
	readonly loaded: LoadedFleet;
}

/**
 * Reads fleet.yml, checks all of it and resolves every name. Throws one `ConfigurationError` with every problem, each with
 * its place and its fix; no message holds a secret.
 */
export function loadFleet({ file, text, ...options }: LoadFleetOptions): LoadedFleet {
	const { source, problems: unreadable } = atOnce(openFleet({ file, text }));
	if (source === null) throw new ConfigurationError(unreadable);
	const { problems, loaded } = atOnce(inspectFleet(source, options));
	if (problems.length > 0) throw new ConfigurationError(problems);
	return loaded;
}

/** A text of fleet.yml, read as far as its own rules go. */
export interface OpenedFleet {
	/** null: there is nothing to go on with. */
	readonly source: FleetSource | null;
	readonly problems: readonly Problem[];
}

/** Opens the text of fleet.yml. Throws a `ConfigurationError` where it is no YAML. */
export function* openFleet({ file, text }: Pick<LoadFleetOptions, 'file' | 'text'>): Steps<OpenedFleet> {
	const quick = (yield* readInBatches({ file, text })) ?? (yield* readJson({ file, text }));
	yield;
	const fleet = quick === null ? null : (yield* checkInPortions(quick.value)).fleet;
	if (quick !== null && fleet !== null) {
		return { source: { draft: fleet, document: quick, problems: new ProblemList(quick) }, problems: [] };
	}
	const document = yield* readYaml({ file, text, dialect: 'fleet' });
	const problems = new ProblemList(document);
	const checked = yield* checkSchema(document, problems);
	if (checked !== null && !checked.document.has(['devices']) && !checked.document.has(['inventory']))
		problems.addAtKey([], NO_DEVICES);
	return { source: checked === null ? null : { ...checked, problems }, problems: yield* problems.inOrder() };
}

const NO_DEVICES = {
	message: 'the file has no devices',
	fix: 'Add devices, or inventory: where another tool keeps them. Write "key: value" lines below it. Keys: names of your choice',
} as const;

/** Checks a fleet.yml that was opened, and resolves it: what is wrong is told and not thrown. */
export function* inspectFleet(
	opened: FleetSource,
	{ env, today, platforms: shipped, select = '', logins = 'required', inventories = [] }: InspectOptions,
): Steps<InspectedFleet> {
	yield;
	const platforms = withOwnPlatforms(opened, shipped);
	const source = inventories.length === 0 ? opened : yield* withInventories(opened, inventories, platforms);
	const { draft, problems } = source;
	const entries = yield* readDevices(source, platforms);
	yield;
	const masks = readMasks(source, platforms);
	const ignore = readIgnoreRules(source, today);
	const features = readFeatures(source);
	checkIgnoredSecrets(source, secretIds(platforms, masks));
	checkCredentials(source);
	checkBastions(source);
	if (logins === 'required') {
		yield* checkLogins(source, entries);
		yield;
		yield* checkDeviceLogins(source, { entries, platforms });
		yield;
		yield* warnOfUnusedLogins(source, { entries, platforms });
		yield;
		warnOfUnusedSettings(source, entries);
	}

	yield;
	const selected = selectDevices(source, entries, select);
	const reader = credentialReader(source, env);
	const connections = logins === 'required' ? yield* readConnections(source, selected, reader) : new Map();
	yield;

	const byDevice = <Part>(partOf: (entry: DeviceEntry) => Part | null): ReadonlyMap<string, Part> =>
		new Map(
			selected.flatMap((entry) => {
				const part = partOf(entry);
				return part === null ? [] : [[entry.device.name, part] as const];
			}),
		);
	const fleet: Fleet = {
		platforms,
		devices: selected.map(({ device }) => device),
		connections,
		usernameOf: byDevice(({ username }) => username),
		bastionsOf: byDevice(({ bastion }) => (bastion === null ? null : bastionsTo(bastion, draft))),
		intended: detached(draft.intended ?? ''),
		intendedOf: byDevice(({ intended }) => intended),
		knownHosts: draft['known-hosts'] ?? null,
		masks,
		ignoredSecretsOf: byDevice(({ ignoredSecrets: ignored }) => (ignored.length === 0 ? null : ignored)),
		ignore,
		features,
		policy: policyOf(draft.policy),
		owners: readOwners(source),
		history: readHistorySettings(source),
		concurrency: concurrencyOf(draft.concurrency),
		secrets: reader.secrets(),
	};
	const deviceNames = entries.map(({ device }) => device.name);
	return { problems: yield* problems.inOrder(), loaded: { fleet, deviceNames, warnings: problems.warnings } };
}

function policyOf(policy: FleetDraft['policy']): Fleet['policy'] {
	return {
		scope: policy?.scope ?? 'full',
		failOn: policy?.['fail-on'] === undefined ? ['drift'] : [...new Set(present(policy['fail-on']))],
		minHealth: policy?.['min-health'] ?? null,
	};
}

function concurrencyOf(concurrency: FleetDraft['concurrency']): Concurrency {
	const groups = Object.entries(concurrency?.['per-group'] ?? {});
	return {
		fleet: concurrency?.fleet ?? 50,
		perBastion: concurrency?.['per-bastion'] ?? 20,
		perGroup: new Map(groups.flatMap(([name, limit]) => (limit === undefined ? [] : [[name, limit] as const]))),
	};
}
