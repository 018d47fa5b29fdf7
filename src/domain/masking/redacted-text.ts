import type { ConfigLine } from '../config/config-line.ts';
import { withCommas } from '../config/json-commas.ts';
import type { DeviceConfig } from '../device.ts';
import type { Completeness, Platform } from '../platform/platform.ts';
import { placeholderIn, REMOVED, withPlaceholders } from './fingerprint.ts';

/**
 * A config as a team may keep it in git: without volatile lines, without the lines around it that are not config (`Building
 * configuration...`), and with `<removed>` in place of every secret. As an intended config it is in sync with what it was made
 * of; as a running config of another day it still holds what proves that it is whole. A document stays one.
 *
 * @param config - proven to be whole
 */
export function redactedText(
	{ lines }: Pick<DeviceConfig, 'lines'>,
	{ syntax: { style }, completeness }: Pick<Platform, 'syntax' | 'completeness'>,
): string {
	if (style === 'json') {
		// The outer braces say nothing, but they make the document.
		const printed = lines.map(({ raw, role }) => (role === 'frame' ? `${raw}\n` : `  ${raw}\n`));
		return withCommas(withPlaceholders(printed.join('')));
	}
	const proof = proofIn(lines, completeness);
	const kept = lines.filter((line) => line.role !== 'frame' || line === proof.line).map(({ raw }) => `${raw}\n`);
	const text = withPlaceholders(kept.join(''), placeholderIn(style, REMOVED));
	return `${proof.before}${text}${proof.behind}`;
}

interface Proof {
	/** Of those around the config: the one that stays. */
	readonly line: ConfigLine | null;
	/** What stands for a line that was volatile. */
	readonly before: string;
	readonly behind: string;
}

function proofIn(lines: readonly ConfigLine[], completeness: Completeness): Proof {
	const none: Proof = { line: null, before: '', behind: '' };
	if (completeness.proof !== 'last-line' && completeness.proof !== 'required-line') return none;
	const { proof, pattern, undated } = completeness;
	const line = lines.findLast(({ role, text }) => role !== 'body' && pattern.test(text)) ?? null;
	if (line !== null || undated === undefined) return { ...none, line };
	return proof === 'last-line' ? { ...none, behind: `${undated}\n` } : { ...none, before: `${undated}\n` };
}
