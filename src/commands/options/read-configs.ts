import { resolvePlatform } from '../../composition/fleet/resolve-platform.ts';
import { formatOfStyle, strangeFormat } from '../../domain/config/format.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { readAs } from '../../domain/platform/text-form.ts';
import { type DeviceTransport, transportsOf } from '../../domain/platform/transports.ts';
import { ConfigurationError, NOWHERE } from '../../errors.ts';
import type { CommandLine } from '../command-line.ts';
import { readTexts } from './read-texts.ts';

interface ConfigFiles {
	/** Of the platform: `cisco_ios`. */
	readonly name: string;
	readonly transport: DeviceTransport;
	readonly platforms: PlatformRegistry;
	readonly line: CommandLine;
}

/** Configs, and their platform as they are to be read. */
export interface ReadConfigs {
	readonly texts: readonly string[];
	readonly platform: Platform;
}

/**
 * Reads config files that the user named on the command line. A document where lines are expected is refused: it could be
 * compared, but the masks of a command line know none of the secrets in it.
 */
export async function readConfigs(
	files: readonly string[],
	{ name, transport, platforms, line }: ConfigFiles,
): Promise<ReadConfigs> {
	const platform = resolvePlatform(platforms, { name, transport });
	const { style } = platform.syntax;
	const texts = await readTexts(files, line);
	const problems = files.flatMap((file, index) => {
		const strange = strangeFormat(texts[index] ?? '', style);
		if (strange === null) return [];
		const message = `this is ${strange}, but ${transport} gives ${formatOfStyle(style)} on ${platform.name}`;
		const giving = transportsOf(platform).filter(
			(other) => formatOfStyle(styleOver(other, platforms.resolve(name) ?? platform)) === strange,
		);
		const fix =
			giving.length === 0 ? `Name a file that holds ${formatOfStyle(style)}` : `Add --transport ${giving.join(' or ')}`;
		return [{ ...NOWHERE, file, message, fix }];
	});
	if (problems.length > 0) throw new ConfigurationError(problems);
	return { texts, platform };
}

function styleOver(transport: DeviceTransport, platform: Platform): Platform['syntax']['style'] {
	return readAs(platform, transport).syntax.style;
}
