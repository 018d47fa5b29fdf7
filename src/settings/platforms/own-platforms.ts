import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { type FleetSource, present } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import type { ProblemList } from '../findings/problem-list.ts';
import { readMask } from '../judging/masks.ts';
import { Patterns } from '../judging/patterns.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { apisOf } from './own-platform-apis.ts';
import { cliOf, completenessOf, type OwnPlatformDraft, ordersOf, syntaxOf } from './own-platform-parts.ts';
import { knownPlatform } from './platform-name.ts';

/** Adds the platforms of fleet.yml to those that ship. What is wrong with one is told, and that platform is left as it is. */
export function withOwnPlatforms(source: FleetSource, shipped: PlatformRegistry): PlatformRegistry {
	const own = new Map<string, Platform>();
	const names: string[] = [];
	for (const [name, draft] of Object.entries(source.draft.platforms ?? {})) {
		if (draft === undefined) continue;
		const path = ['platforms', name];
		const platform = readPlatform(source, { name, draft, path, shipped });
		names.push(name);
		for (const taken of [name, ...platform.aliases]) {
			const owner = shipped.resolve(taken) ?? own.get(taken) ?? null;
			if (owner === null) own.set(taken, platform);
			else tellTaken(source.problems, { taken, name, owner });
		}
	}
	if (names.length === 0) return shipped;
	return {
		names: [...shipped.names, ...names].toSorted(),
		resolve: (name) => shipped.resolve(name) ?? own.get(name.toLowerCase()) ?? null,
	};
}

function tellTaken(
	problems: ProblemList,
	{ taken, name, owner }: { readonly taken: string; readonly name: string; readonly owner: Platform },
): void {
	problems.addAtKey(['platforms', name], {
		message: `the name ${quote(taken)} of platform ${name} is taken by ${owner.name}`,
		fix: 'Choose another; a platform that ships cannot be replaced, but `like` takes what it knows',
	});
}

interface Reading {
	readonly name: string;
	readonly draft: OwnPlatformDraft;
	readonly path: Path;
	readonly shipped: PlatformRegistry;
}

function readPlatform(source: FleetSource, { name, draft, path, shipped }: Reading): Platform {
	const { problems } = source;
	const like = draft.like ?? 'generic';
	const base = knownPlatform(problems, { platforms: shipped, name: like, path: [...path, 'like'] });
	const fallback = base ?? shipped.resolve('generic');
	if (fallback === null) throw new Error('the registry has no generic platform');
	// The APIs of another belong to the system that has them, and so do rules about its own commands.
	const shared = { ...fallback, rest: undefined, netconf: undefined, remediation: undefined };
	const read = new Patterns(problems);
	const known = new Set(fallback.masks.map(({ id }) => id));
	const masks = (draft.masks ?? []).flatMap((mask, at) => {
		if (mask === undefined) return [];
		const id = `${mask.kind}/${mask.id}`;
		if (known.has(id)) {
			const fix = 'Choose another id';
			problems.add([...path, 'masks', at, 'id'], { message: `the mask id ${id} of platform ${name} is taken`, fix });
		}
		known.add(id);
		return readMask(source, { mask, path: [...path, 'masks', at], platforms: [name] });
	});
	const apis = apisOf(draft, masks);
	return {
		...shared,
		...apis,
		name,
		title: draft.title ?? name,
		aliases: present(draft.aliases),
		cli: cliOf(draft.cli ?? {}, { base: fallback.cli, read, path: [...path, 'cli'] }),
		syntax: syntaxOf(draft.syntax ?? {}, { base: fallback.syntax, read, path: [...path, 'syntax'] }),
		completeness: completenessOf(draft.completeness, {
			base: fallback.completeness,
			read,
			path: [...path, 'completeness'],
		}),
		masks: [...masks, ...fallback.masks],
		order: draft.order === undefined ? fallback.order : ordersOf(draft.order, { read, path: [...path, 'order'] }),
	};
}
