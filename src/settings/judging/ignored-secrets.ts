import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { masksInAllForms } from '../../domain/platform/text-form.ts';
import { matchesGlob } from '../../domain/text/glob.ts';
import { didYouMean } from '../findings/closest.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import type { Path } from '../yaml/yaml-index.ts';

/** Ids of every mask whose secrets are compared: those that ship and the user's. */
export function secretIds(
	{ names, resolve }: PlatformRegistry,
	userMasks: readonly MaskingPattern[],
): readonly string[] {
	const shipped = names.map(resolve).filter((platform): platform is Platform => platform !== null);
	const masks = [...shipped.flatMap(masksInAllForms), ...userMasks];
	return [...new Set(masks.filter(({ kind }) => kind === 'secret').map(({ id }) => id))];
}

/** Tells the entries of `ignore-secrets` that name no mask: a slip of the pen would compare what was meant to be left out. */
export function checkIgnoredSecrets(source: FleetSource, ids: readonly string[]): void {
	const { defaults, devices } = source.draft;
	checkGlobs(source, { globs: defaults?.['ignore-secrets'], ids, path: ['defaults', 'ignore-secrets'] });
	for (const [name, device] of Object.entries(devices ?? {})) {
		checkGlobs(source, { globs: device?.['ignore-secrets'], ids, path: ['devices', name, 'ignore-secrets'] });
	}
}

function checkGlobs(
	{ problems }: FleetSource,
	{
		globs,
		ids,
		path,
	}: {
		readonly globs: readonly (string | undefined)[] | undefined;
		readonly ids: readonly string[];
		readonly path: Path;
	},
): void {
	for (const [index, glob] of (globs ?? []).entries()) {
		if (glob === undefined || ids.some((id) => matchesGlob(glob, id))) continue;
		problems.add([...path, index], {
			message: `no mask of kind secret is called ${quote(glob)}`,
			fix: `${didYouMean(glob, ids)}"fleet-drift mask FILE --explain" lists the ids; a glob such as "secret/ios-*" also works`,
		});
	}
}
