import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import { copyOutput, makeFolder } from '../output-file.ts';
import { filesIn } from './find-files.ts';

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
