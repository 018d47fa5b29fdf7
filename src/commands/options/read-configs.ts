import { resolvePlatform } from '../../composition/fleet/resolve-platform.ts';
import { documentBehindLines, type Format, formatOfStyle, strangeFormat } from '../../domain/config/format.ts';
import { isOfDocuments } from '../../domain/config/style-of.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import type { SyntaxStyle } from '../../domain/platform/syntax.ts';
import { readAs } from '../../domain/platform/text-form.ts';
import { type DeviceTransport, transportsOf } from '../../domain/platform/transports.ts';
import { ConfigurationError, NOWHERE } from '../../errors.ts';
import type { CommandLine } from '../command-line.ts';
import { readTexts } from './read-texts.ts';

interface ConfigFiles {
	/** Of the platform: `cisco_ios`. */
	readonly name: string;
	/** What fetched them; undefined: what gives such a text, the command line if that may be. */
	readonly transport: DeviceTransport | undefined;
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
	const platform = resolvePlatform(platforms, { name, transport: 'ssh' });
	const texts = await readTexts(files, line);
	const by = transport ?? transportThatGives(texts, platform);
	const read = resolvePlatform(platforms, { name, transport: by });
	const { style } = read.syntax;
	const problems = files.flatMap((file, index) => {
		const text = texts[index] ?? '';
		const strange = strangeFormat(text, style);
		if (strange !== null) {
			const message = `this is ${strange}, but ${by} gives ${formatOfStyle(style)} on ${platform.name}`;
			return [{ ...NOWHERE, file, message, fix: fixOf(strange, platform, style) }];
		}
		const behind = isOfDocuments(style) ? null : documentBehindLines(text);
		if (behind === null) return [];
		const message = `${behind} stands behind its first lines`;
		return [{ ...NOWHERE, file, message, fix: `Keep nothing but the ${behind}` }];
	});
	if (problems.length > 0) throw new ConfigurationError(problems);
	return { texts, platform: read };
}

function fixOf(strange: Format, platform: Platform, style: SyntaxStyle): string {
	const giving = transportsGiving(strange, platform);
	return giving.length === 0
		? `Name a file that holds ${formatOfStyle(style)}`
		: `Add --transport ${giving.join(' or ')}`;
}

/** A document comes from an API: that one, where there is but one that gives such documents. */
function transportThatGives(texts: readonly string[], platform: Platform): DeviceTransport {
	// An empty file is whatever the other one is.
	const told = texts.filter((text) => text.trim() !== '');
	const formats = new Set(told.map((text) => strangeFormat(text, platform.syntax.style)));
	const [format = null] = formats;
	if (formats.size > 1 || format === null) return 'ssh';
	const [only = 'ssh', ...others] = transportsGiving(format, platform);
	return others.length === 0 ? only : 'ssh';
}

function transportsGiving(format: Format, platform: Platform): readonly DeviceTransport[] {
	return transportsOf(platform).filter(
		(transport) => formatOfStyle(readAs(platform, transport).syntax.style) === format,
	);
}
