import type { ConfigNode } from '../../config/tree.ts';
import type { Platform } from '../../platform/platform.ts';
import { spellerOf } from '../spellings/spelling.ts';
import { isUnreadable } from './ranged-line.ts';

/** Lines of a file that are about several things which only the device can tell; sentences for the report's warnings. */
export function unreadableRemarks(nodes: readonly ConfigNode[], platform: Platform): readonly string[] {
	const { ranges } = platform;
	if (ranges === undefined) return [];
	const speller = spellerOf(platform);
	return nodes
		.filter(({ text }) => isUnreadable(text, ranges, speller))
		.map(
			({ lineNumber }) =>
				`line ${lineNumber} of the intended config is about several things and does not tell which: the device shows a section for each, so write one for each`,
		);
}
