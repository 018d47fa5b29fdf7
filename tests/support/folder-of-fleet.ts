import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

/** What each device should run, and what it runs; left out where there is no such file. */
export interface FleetOnDisk {
	readonly intended?: Readonly<Record<string, string>>;
	readonly running?: Readonly<Record<string, string>>;
	/** Keys of fleet.yml on top, in its own words. */
	readonly more?: string;
	/** By name. @default those of `intended` and `running`, nowhere in particular */
	readonly devices?: Readonly<Record<string, string>>;
}

/** A folder with a fleet.yml of Cisco IOS, intended configs in `intended/` and running ones in `running/`. */
export async function folderOfFleet({ intended = {}, running = {}, more = '', devices }: FleetOnDisk): Promise<Folder> {
	const folder = await temporaryFolder('fleet-');
	const names = [...new Set([...Object.keys(intended), ...Object.keys(running)])].toSorted();
	const all = devices ?? Object.fromEntries(names.map((name) => [name, '{ host: 192.0.2.1 }']));
	const fleet = [
		'version: 1',
		'intended: intended/{device}.cfg',
		'defaults: { platform: cisco_ios, credentials: lab }',
		`credentials: { lab: { username: audit, password: "\${PASSWORD}" } }`,
		...(more === '' ? [] : [more]),
		'devices:',
		...Object.entries(all).map(([name, device]) => `  ${name}: ${device}`),
	];
	await writeFile(join(folder.path, 'fleet.yml'), `${fleet.join('\n')}\n`);
	for (const [kind, configs] of Object.entries({ intended, running })) {
		await mkdir(join(folder.path, kind));
		for (const [name, text] of Object.entries(configs)) await writeFile(join(folder.path, kind, `${name}.cfg`), text);
	}
	return folder;
}
