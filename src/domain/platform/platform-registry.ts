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
	return platformsIn(platforms).flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** Every platform of the registry, by its name. Throws where it lists one that it does not know: a defect of ours. */
export function platformsIn({ names, resolve }: PlatformRegistry): readonly Platform[] {
	return names.map((name) => {
		const platform = resolve(name);
		if (platform === null) throw new Error(`the registry lists ${name} and does not know it`);
		return platform;
	});
}
