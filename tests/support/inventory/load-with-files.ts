import { readInventories } from '../../../src/composition/fleet/read-inventories.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { ConfigurationError, formatProblem } from '../../../src/errors.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { inspectFleet, openFleet } from '../../../src/settings/load-fleet.ts';
import type { Fleet } from '../../../src/settings/settings.ts';

/** A fleet.yml around an `inventory`; further lines go behind it. */
export function fleetWith(inventory: string, more = ''): string {
	return `version: 1
intended: "{device}.cfg"
known-hosts: known_hosts
defaults: { credentials: lab }
credentials: { lab: { username: audit, password: "\${PASSWORD}" } }
inventory: ${inventory}
${more}`;
}

export interface LoadedWithFiles {
	readonly fleet: Fleet;
	/** As a user reads them; with any the fleet has blanks. */
	readonly problems: readonly string[];
	readonly warnings: readonly string[];
}

/** Loads a fleet.yml with its inventories out of files by path, as every command does. */
export async function loadWithFiles(
	text: string,
	files: Readonly<Record<string, string>>,
	{ env = {}, online = true }: { readonly env?: Readonly<Record<string, string>>; readonly online?: boolean } = {},
): Promise<LoadedWithFiles> {
	const environment = { PASSWORD: 'open sesame', ...env };
	const { source, problems: unreadable } = atOnce(openFleet({ file: 'fleet.yml', text }));
	if (source === null) throw new ConfigurationError(unreadable);
	const inventories = await readInventories({
		source,
		folder: '',
		trusted: {
			commit: null,
			read: async (path) => files[path] ?? null,
			list: async (folder) =>
				Object.keys(files)
					.filter((path) => path.startsWith(`${folder}/`))
					.map((path) => path.slice(folder.length + 1)),
		},
		env: environment,
		online,
		signal: AbortSignal.timeout(20_000),
		registerSecrets: () => undefined,
	});
	const { problems, loaded } = atOnce(
		inspectFleet(source, {
			env: environment,
			today: '2026-11-27',
			platforms,
			inventories,
		}),
	);
	return { fleet: loaded.fleet, warnings: loaded.warnings, problems: problems.map(formatProblem) };
}
