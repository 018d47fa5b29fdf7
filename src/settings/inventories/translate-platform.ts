import type { Platform } from '../../domain/platform/platform.ts';
import { namesAndAliases, type PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import type { InventoryEntry, InventoryKind } from './inventory-kind.ts';

/**
 * The platform that an inventory means by a word of its own: as fleet.yml translates it, as the kind of inventory is known to
 * use it, or as one of our names, whatever its dashes.
 *
 * @returns null: such hosts are left out. undefined: nobody knows what it means.
 */
export function translatePlatform(
	word: unknown,
	{
		entry,
		kind,
		platforms,
	}: { readonly entry: InventoryEntry; readonly kind: InventoryKind; readonly platforms: PlatformRegistry },
): Platform | null | undefined {
	if (typeof word !== 'string') return undefined;
	const mapped = Object.hasOwn(entry.platforms ?? {}, word) ? entry.platforms?.[word] : undefined;
	if (mapped === null) return null;
	const name = mapped ?? ownWord(word.toLowerCase(), kind) ?? word;
	return platforms.resolve(name) ?? platforms.resolve(foldedName(name, platforms)) ?? undefined;
}

function ownWord(word: string, { platformNames = {} }: InventoryKind): string | undefined {
	return Object.hasOwn(platformNames, word) ? platformNames[word] : undefined;
}

/** Slugs differ in their dashes only: `cisco-nx-os` is cisco_nxos. */
function foldedName(word: string, platforms: PlatformRegistry): string {
	const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
	return namesAndAliases(platforms).find((name) => fold(name) === fold(word)) ?? word;
}
