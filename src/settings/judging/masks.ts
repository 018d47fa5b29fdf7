import type { LinearPattern } from '../../domain/masking/linear-pattern.ts';
import type { MaskingPattern, MaskKind } from '../../domain/masking/pattern.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { masksInAllForms } from '../../domain/platform/text-form.ts';
import type { FleetDraft, FleetSource } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import type { Finding } from '../findings/problem-list.ts';
import { knownPlatform } from '../platforms/platform-name.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { matchesEveryLine, readPattern } from './patterns.ts';

type MaskDraft = Omit<NonNullable<NonNullable<FleetDraft['masks']>[number]>, 'platforms'>;

/** Reads `masks`: one pattern per platform that a mask names. */
export function readMasks(source: FleetSource, platforms: PlatformRegistry): readonly MaskingPattern[] {
	const taken = new Map<string, string>();
	for (const name of platforms.names) {
		const platform = platforms.resolve(name);
		if (platform === null) continue;
		for (const { id } of masksInAllForms(platform)) taken.set(id, `one that ships for ${name}`);
	}
	return (source.draft.masks ?? []).flatMap((mask, index) => {
		if (mask === undefined) return [];
		checkId(source, { mask, index, taken });
		const path = ['masks', index];
		return readMask(source, { mask, path, platforms: platformsOf(source, { named: mask.platforms, path, platforms }) });
	});
}

function checkId(
	{ document, problems }: FleetSource,
	{ mask, index, taken }: { readonly mask: MaskDraft; readonly index: number; readonly taken: Map<string, string> },
): void {
	if (mask.id === undefined || mask.kind === undefined) return;
	const id = `${mask.kind}/${mask.id}`;
	const path = ['masks', index, 'id'];
	const owner = taken.get(id);
	if (owner !== undefined) {
		problems.add(path, { message: `the mask id ${id} is already taken by ${owner}`, fix: 'Choose another id' });
	} else {
		taken.set(id, `the mask of line ${document.placeOf(path).line}`);
	}
}

/** Reads one mask, for each of the platforms of that name. */
export function readMask(
	source: FleetSource,
	{ mask, path, platforms }: { readonly mask: MaskDraft; readonly path: Path; readonly platforms: readonly string[] },
): readonly MaskingPattern[] {
	const pattern = readPattern(source.problems, mask.pattern, [...path, 'pattern']);
	const within = mask.within?.map((text, at) => readPattern(source.problems, text, [...path, 'within', at]));
	if (pattern === null || mask.id === undefined || mask.kind === undefined) return [];
	const finding = unfit(pattern, mask.kind, within ?? []);
	if (finding !== null) source.problems.add([...path, 'pattern'], finding);
	return platforms.map((platform) => ({
		id: `${mask.kind}/${mask.id}`,
		platform,
		kind: mask.kind ?? 'volatile',
		pattern,
		inTexts: true as const,
		action: pattern.groupNames.length === 0 ? 'drop-line' : 'replace',
		...(within === undefined ? {} : { within: within.filter((parent) => parent !== null) }),
		reason: mask.reason ?? '',
		matches: [],
		spares: [],
	}));
}

/** A platform that is named twice, or by two names, counts once. */
function platformsOf(
	{ problems }: FleetSource,
	{
		named,
		path,
		platforms,
	}: {
		readonly named: readonly (string | undefined)[] | undefined;
		readonly path: Path;
		readonly platforms: PlatformRegistry;
	},
): readonly string[] {
	if (named === undefined) return ['*'];
	const names = named.map((name, at) =>
		name === undefined
			? null
			: (knownPlatform(problems, { platforms, name, path: [...path, 'platforms', at] })?.name ?? null),
	);
	return [...new Set(names.filter((name) => name !== null))];
}

/** @param within - the section that it is meant for, of which it may take every line */
function unfit(pattern: LinearPattern, kind: MaskKind, within: readonly (LinearPattern | null)[]): Finding | null {
	const role = kind === 'volatile' ? 'volatile' : 'secret';
	const other = pattern.groupNames.find((name) => !new RegExp(`^${role}\\d*$`).test(name));
	if (other !== undefined) {
		return {
			message: `the group ${quote(other)} has no meaning in a mask of kind ${kind}`,
			fix: `Name the groups that are replaced ${role}, ${role}2 and so on, or use (?:…)`,
		};
	}
	if (role === 'secret' && pattern.groupNames.length === 0) {
		return { message: 'the pattern does not say which part is the secret', fix: 'Mark it: (?<secret>\\S+)' };
	}
	const isAnywhere = within.every((parent) => parent !== null && matchesEveryLine(parent));
	// A secret of the kind that is compared hides no drift.
	if (kind !== 'secret' && isAnywhere && matchesEveryLine(pattern)) {
		return { message: 'the pattern matches every line', fix: 'Begin it with ^ and say what the line looks like' };
	}
	return null;
}
