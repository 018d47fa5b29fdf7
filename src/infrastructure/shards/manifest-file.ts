import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plan } from '../../domain/sharding/accept-shards.ts';
import type { ShardManifest } from '../../domain/sharding/shard-manifest.ts';
import { ConfigurationError } from '../../errors.ts';
import { writeWhole } from '../output-file.ts';
import { type FoundFile, filesIn, unreadable } from './find-files.ts';
import { parseManifest } from './shard-schema.ts';

const MANIFEST = 'shard-manifest.json';

/** Writes the manifest of a plan and returns its path. */
export async function writeManifest(folder: string, manifest: ShardManifest): Promise<string> {
	const path = join(folder, MANIFEST);
	await writeWhole(path, `${JSON.stringify(manifest)}\n`);
	return path;
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

async function read({ path }: FoundFile): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		throw unreadable(path, error);
	}
}
