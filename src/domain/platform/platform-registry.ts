import type { Platform } from './platform.ts';

/** The network operating systems that this version knows. */
export interface PlatformRegistry {
	/** Canonical names (never aliases), sorted: what an error message lists. */
	readonly names: readonly string[];
	/** Takes a canonical name or an alias of NAPALM, Oxidized or Ansible; null: not known. */
	resolve(nameOrAlias: string): Platform | null;
}

/** Every word that a platform of the registry is known by. */
export function namesAndAliases(platforms: PlatformRegistry): readonly string[] {
	return platforms.names.flatMap((name) => [name, ...(platforms.resolve(name)?.aliases ?? [])]);
}
