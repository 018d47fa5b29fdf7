import { posix } from 'node:path';
import { isRecord } from '../../domain/is-record.ts';
import { flatMapInSteps } from '../../domain/steps.ts';
import { ConfigurationError, type Problem } from '../../errors.ts';
import { stepByStep } from '../step-by-step.ts';
import { type FleetDocument, readYaml } from '../yaml/fleet-document.ts';
import { asSlug } from './as-slug.ts';
import { findLiteralSecrets } from './find-literal-secrets.ts';
import {
	type InventoryHost,
	type InventoryKind,
	type InventorySetting,
	type InventoryWorld,
	type Sourced,
	unread,
} from './inventory-kind.ts';
import { missingFile } from './missing-file.ts';

/** The three files of Nornir's SimpleInventory; groups and defaults lie beside the hosts unless they are named. */
export const nornir: InventoryKind = {
	name: 'nornir',
	required: ['file'],
	optional: ['groups-file', 'defaults-file', 'groups'],
	async read(entry, world) {
		const { file: path = '' } = entry;
		const beside = (name: string): string => posix.join(posix.dirname(path), name);
		const hosts = await readPart(path, world);
		const groups = await readFirst([entry['groups-file'] ?? '', beside('groups.yaml'), beside('groups.yml')], world);
		const defaults = await readFirst(
			[entry['defaults-file'] ?? '', beside('defaults.yaml'), beside('defaults.yml')],
			world,
		);
		const problems = [hosts, groups, defaults].flatMap((part) => part.problems);
		const named = [entry['groups-file'], entry['defaults-file']].filter((name) => name !== undefined);
		for (const name of named) {
			const { file, text } = await world.read(name);
			if (text === null) problems.push(missingFile(file));
		}
		if (hosts.document === null) return unread(...problems);
		const reading = { hosts: hosts.document, groups: groups.document, defaults: defaults.document };
		const wanted = entry.groups ?? null;
		const found = await stepByStep(flatMapInSteps(keysOf(reading.hosts, []), (name) => [readHost(name, reading)]));
		const warnings: string[] = [];
		for (const document of [reading.hosts, reading.groups, reading.defaults]) {
			if (document !== null) warnings.push(...(await stepByStep(findLiteralSecrets(document, /^password$/))));
		}
		const isWanted = ({ groups: own }: Found): boolean =>
			wanted === null || wanted.some((name) => own.includes(name ?? ''));
		return { hosts: found.filter(isWanted).map(({ host }) => host), problems, warnings };
	},
};

interface Part {
	readonly document: FleetDocument | null;
	readonly problems: Problem[];
}

interface Documents {
	readonly hosts: FleetDocument;
	readonly groups: FleetDocument | null;
	readonly defaults: FleetDocument | null;
}

async function readPart(path: string, world: InventoryWorld): Promise<Part> {
	const { file, text } = await world.read(path);
	if (text === null) return { document: null, problems: [missingFile(file)] };
	try {
		return { document: await stepByStep(readYaml({ file, text, dialect: 'foreign' })), problems: [] };
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		return { document: null, problems: [...error.problems] };
	}
}

/** The first of the files that is there; a fleet without groups needs none. */
async function readFirst(paths: readonly string[], world: InventoryWorld): Promise<Part> {
	for (const path of paths) {
		if (path !== '' && (await world.read(path)).text !== null) return readPart(path, world);
	}
	return { document: null, problems: [] };
}

interface Found {
	readonly host: InventoryHost;
	/** Its own and those above them. */
	readonly groups: readonly string[];
}

/** Where a value of a host is looked for, in Nornir's order: the host, each of its groups with what it inherits, defaults. */
type Level = readonly [FleetDocument, readonly string[]];

function readHost(name: string, documents: Documents): Found {
	const groups = groupsOf(documents, [documents.hosts, [name]], new Set());
	const levels: readonly Level[] = [
		[documents.hosts, [name]],
		...groups.flatMap((group): readonly Level[] => (documents.groups === null ? [] : [[documents.groups, [group]]])),
		...(documents.defaults === null ? [] : [[documents.defaults, []] as const]),
	];
	const find = (...path: readonly string[]): Sourced | undefined => {
		const level = levels.find(([document, root]) => valueAt(document, [...root, ...path]) != null);
		if (level === undefined) return undefined;
		const [document, root] = level;
		return { value: valueAt(document, [...root, ...path]), place: document.placeOf([...root, ...path]) };
	};
	const place = documents.hosts.placeOfKey([name]);
	const settings: Partial<Record<InventorySetting, Sourced | undefined>> = {
		host: find('hostname') ?? { value: name, place },
		port: find('port'),
		platform: find('platform'),
		username: find('username'),
		site: slug(find('data', 'site')),
		role: slug(find('data', 'role')),
		tags: tagsOf(find('data', 'tags'), groups, place),
	};
	return { host: { name, place, settings: present(settings) }, groups };
}

/** Depth first and in their order, each once: as Nornir resolves attributes. */
function groupsOf(documents: Documents, [document, root]: Level, seen: Set<string>): readonly string[] {
	const own = valueAt(document, [...root, 'groups']);
	const names = Array.isArray(own) ? own.filter((name) => typeof name === 'string') : [];
	return names.flatMap((name) => {
		if (seen.has(name)) return [];
		seen.add(name);
		return [name, ...(documents.groups === null ? [] : groupsOf(documents, [documents.groups, [name]], seen))];
	});
}

function tagsOf(own: Sourced | undefined, groups: readonly string[], place: Sourced['place']): Sourced | undefined {
	const words = [...groups, ...(Array.isArray(own?.value) ? own.value.map(String) : [])].map(asSlug);
	return words.length === 0 ? undefined : { value: [...new Set(words)], place: own?.place ?? place };
}

function slug(found: Sourced | undefined): Sourced | undefined {
	return typeof found?.value === 'string' ? { ...found, value: asSlug(found.value) } : found;
}

function present<Key extends string>(
	settings: Partial<Record<Key, Sourced | undefined>>,
): Partial<Record<Key, Sourced>> {
	return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<
		Record<Key, Sourced>
	>;
}

function keysOf(document: FleetDocument, path: readonly string[]): readonly string[] {
	const value = valueAt(document, path);
	return isRecord(value) ? Object.keys(value) : [];
}

function valueAt({ value }: FleetDocument, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(owner, key) => (isRecord(owner) && Object.hasOwn(owner, key) ? owner[key] : undefined),
		value,
	);
}
