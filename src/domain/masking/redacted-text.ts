import { withCommas } from '../config/json-commas.ts';
import type { DeviceConfig } from '../device.ts';
import type { Platform } from '../platform.ts';
import { placeholderIn, REMOVED, withPlaceholders } from './fingerprint.ts';

/**
 * A config as a team may keep it in git: without volatile lines, without the lines around it that are not config (`Building
 * configuration...`, `end`), and with `<removed>` in place of every secret. As an intended config it is in sync with what it
 * was made of; a document stays one.
 */
export function redactedText(
	{ lines }: Pick<DeviceConfig, 'lines'>,
	{ syntax: { style } }: Pick<Platform, 'syntax'>,
): string {
	if (style === 'json') {
		// The outer braces say nothing, but they make the document.
		const printed = lines.map(({ raw, role }) => (role === 'frame' ? `${raw}\n` : `  ${raw}\n`));
		return withCommas(withPlaceholders(printed.join('')));
	}
	const kept = lines.filter(({ role }) => role !== 'frame').map(({ raw }) => `${raw}\n`);
	return withPlaceholders(kept.join(''), placeholderIn(style, REMOVED));
}
