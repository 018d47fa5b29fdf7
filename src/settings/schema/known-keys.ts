import { z } from 'zod';
import type { Path } from '../yaml/yaml-index.ts';
import { fleetSchema } from './fleet-schema.ts';

interface SchemaNode {
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: SchemaNode;
	readonly items?: SchemaNode;
}

let tree: SchemaNode | undefined;

/**
 * Keys that fleet.yml may have at a path.
 *
 * @example
 * knownKeys(['concurrency']) //=> ['fleet', 'per-bastion', 'per-group']
 */
export function knownKeys(path: Path): readonly string[] {
	// Built once, and only for a file with a mistake.
	tree ??= z.toJSONSchema(fleetSchema) as SchemaNode;
	let node: SchemaNode | undefined = tree;
	for (const step of path) {
		node = node?.properties?.[String(step)] ?? node?.additionalProperties ?? node?.items;
	}
	return Object.keys(node?.properties ?? {});
}
