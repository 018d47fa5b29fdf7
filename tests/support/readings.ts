import { readdirSync } from 'node:fs';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { readAs } from '../../src/domain/platform/text-form.ts';
import { type DeviceTransport, transportsOf } from '../../src/domain/platform/transports.ts';
import { platforms } from '../../src/platforms/index.ts';
import { platformOf } from './platform-of.ts';

/** A platform as one of its transports gives it. */
interface Reading {
	readonly transport: DeviceTransport;
	readonly platform: Platform;
	/** Of its fixtures, in tests/platforms/: `sonic`, `cisco_xe/rest`. */
	readonly folder: string;
	/** Of the fixtures that are configs. */
	readonly extension: string;
}

/** The command line of every platform, and every document that an API gives instead. */
export const readings: readonly Reading[] = platforms.names.map(platformOf).flatMap((platform) =>
	transportsOf(platform)
		.map((transport) => ({ transport, platform: readAs(platform, transport) }))
		.filter(({ transport, platform: read }) => transport === 'ssh' || read.syntax !== platform.syntax)
		.map((reading) =>
			reading.transport === 'ssh'
				? { ...reading, folder: platform.name, extension: 'cfg' }
				: {
						...reading,
						folder: `${platform.name}/${reading.transport}`,
						extension: reading.platform.syntax.style,
					},
		),
);

/** Folders of documents below those of platforms: `cisco_xe/rest`. */
export function documentFolders(fixtures: URL): readonly string[] {
	return platforms.names.flatMap((name) =>
		readdirSync(new URL(`${name}/`, fixtures), { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && !/^(?:drift|in-sync)$/.test(entry.name))
			.map((entry) => `${name}/${entry.name}`),
	);
}
