import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import type { Plan, ReceivedShard } from '../../domain/sharding/accept-shards.ts';
import { parseShard } from '../../domain/sharding/shard.ts';
import type { ShardManifest } from '../../domain/sharding/shard-manifest.ts';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import { inPieces } from '../../domain/text/pieces.ts';
import { ConfigurationError, systemCode } from '../../errors.ts';
import { copyOutput, makeFolder, writeWhole } from '../output-file.ts';
import { devicePerLine } from '../results-branch/as-json.ts';
import { TextOnDisk } from '../text-on-disk.ts';
import { inTurns } from '../turns.ts';
import { parseManifest, readShardReport } from './shard-schema.ts';

const MANIFEST = 'shard-manifest.json';
const REPORT = /^shard-\d+-of-\d+\.json$/u;

/** Writes the manifest of a plan and returns its path. */
export async function writeManifest(folder: string, manifest: ShardManifest): Promise<string> {
	const path = join(folder, MANIFEST);
	await writeWhole(path, `${JSON.stringify(manifest)}\n`);
	return path;
}

/** Writes the report of a shard and returns its path. */
export async function writeShardReport(folder: string, report: ShardReport): Promise<string> {
	const { number, count } = parseShard(report.shard) ?? { number: 0, count: 0 };
	const path = join(folder, `shard-${number}-of-${count}.json`);
	await writeWhole(path, inPieces(printShardReport(report)));
	return path;
}

/** The text of such a file, in parts: each device on a line of its own, so that the merge need not read all of them at once. */
export function* printShardReport({
	report: { devices, warnings, ...head },
	...shard
}: ShardReport): Generator<string> {
	yield `${JSON.stringify(shard).slice(0, -1)},"report":${JSON.stringify(head).slice(0, -1)},"devices":[`;
	yield* devicePerLine(devices);
	yield `],${JSON.stringify({ warnings }).slice(1)}}\n`;
}

/**
 * Finds the manifest in these folders, at any depth, however artifacts were unpacked; copies of one manifest are one. The
 * file itself may be named as well. Throws a `ConfigurationError` where there is none, more than one, or one that cannot be
 * read.
 */
export async function readPlan(places: readonly string[]): Promise<Plan> {
	const files = await filesIn(places, (path) => basename(path) === MANIFEST);
	const texts = new Map((await Promise.all(files.map(read))).map((text, at) => [text, files[at]?.source ?? '']));
	const [[text, file] = [null, '']] = texts;
	if (text === null) {
		throw ConfigurationError.of(
			`there is no ${MANIFEST} in ${places.join(', ')}`,
			'Plan the shards first, and pass the manifest on',
		);
	}
	if (texts.size > 1) {
		throw ConfigurationError.of(
			`there are ${texts.size} different manifests: ${[...texts.values()].join(', ')}`,
			'Pass on only that of this run; in a workflow, name artifacts by the attempt of the run',
		);
	}
	const manifest = parseManifest(text);
	if (manifest === null) {
		throw ConfigurationError.of(
			`${file} is not a manifest of this version`,
			'Use one version of the tool for plan, shards and merge',
		);
	}
	return { manifest, hash: createHash('sha256').update(text).digest('hex') };
}

/**
 * Every file in these folders that is named like the report of a shard, read one after the other.
 *
 * @param keep - given every device's report; returns what is to be kept of it
 */
export async function readShardReports(
	folders: readonly string[],
	keep: (report: DeviceReport) => DeviceReport = (report) => report,
): Promise<readonly ReceivedShard[]> {
	const files = await filesIn(folders, (path) => REPORT.test(basename(path)));
	const received: ReceivedShard[] = [];
	for (const file of files) {
		using text = open(file);
		const report = await inTurns(readShardReport(text, keep));
		received.push({ source: file.source, report });
	}
	return received;
}

/** Redacted running-configs that a shard keeps for the history. */
export interface ShardConfigs {
	/** `2/4` */
	readonly shard: string;
	/** Paths on disk by device name. */
	readonly configs: ReadonlyMap<string, string>;
}

/**
 * Puts running configs beside the report of a shard, each named after its device: all of them, or none where one cannot be
 * written, which throws `ERR_OUTPUT`.
 *
 * @param configs - paths by device name
 */
export async function writeShardConfigs(folder: string, { shard, configs }: ShardConfigs): Promise<void> {
	if (configs.size === 0) return;
	const target = join(folder, configsFolder(shard));
	try {
		await makeFolder(target);
		for (const [name, path] of configs) await copyOutput(path, join(target, `${name}.cfg`));
	} catch (error) {
		// The merge would take a part of a config for the config.
		await rm(target, { recursive: true, force: true });
		throw error;
	}
}

/**
 * Paths of the running configs that shards have left in these folders, by device name: those of their own devices. Of
 * one that is there twice nobody could say which is true.
 */
export async function findShardConfigs(
	folders: readonly string[],
	shards: Iterable<Pick<ShardReport, 'shard' | 'report'>>,
): Promise<ReadonlyMap<string, string>> {
	const wanted = new Map(
		[...shards].flatMap(({ shard, report: { devices } }) =>
			devices.map(({ name }) => [join(configsFolder(shard), `${name}.cfg`), name] as const),
		),
	);
	const nameOf = (path: string): string | undefined => wanted.get(join(basename(dirname(path)), basename(path)));
	const files = await filesIn(folders, (path) => nameOf(path) !== undefined);
	const found = Map.groupBy(files, ({ path }) => nameOf(path) ?? '');
	return new Map(
		[...found].flatMap(([name, [file, ...more]]) => (file && more.length === 0 ? [[name, file.path]] : [])),
	);
}

function configsFolder(shard: string): string {
	return `shard-${shard.replace('/', '-of-')}-configs`;
}

interface FoundFile {
	readonly path: string;
	/** The same for people: from the folder on that they named. */
	readonly source: string;
}

async function filesIn(places: readonly string[], isWanted: (path: string) => boolean): Promise<readonly FoundFile[]> {
	const found = (await Promise.all([...new Set(places)].map(filesBelow))).flat();
	return found.filter(({ path }) => isWanted(path)).toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Links are not followed: what counts was written here. */
async function filesBelow(place: string): Promise<readonly FoundFile[]> {
	try {
		const entries = await readdir(place, { recursive: true, withFileTypes: true });
		const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
		return paths.map((path) => ({ path, source: relative(dirname(place), path) }));
	} catch (error) {
		if (systemCode(error) === 'ENOTDIR') return [{ path: place, source: basename(place) }];
		throw unreadable(place, error);
	}
}

async function read({ path }: FoundFile): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		throw unreadable(path, error);
	}
}

function open({ path }: FoundFile): TextOnDisk {
	try {
		return new TextOnDisk(path, (why) => notGiven(path, why));
	} catch (error) {
		throw unreadable(path, error);
	}
}

function unreadable(path: string, error: unknown): unknown {
	const code = systemCode(error);
	if (code === '') return error;
	if (code === 'ENOENT') {
		return ConfigurationError.of(
			`${path} is not there`,
			'Plan the shards first, or name the place of the manifest and of the reports of the shards',
		);
	}
	return notGiven(path, code);
}

function notGiven(path: string, why: string): ConfigurationError {
	return ConfigurationError.of(
		`${path} cannot be read (${why})`,
		'Name the folder that holds the manifest and the reports of the shards',
	);
}
