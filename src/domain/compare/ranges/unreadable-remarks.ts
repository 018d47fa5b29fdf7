import type { ConfigNode } from '../../config/config-node.ts';
import type { Platform } from '../../platform/platform.ts';
import { spellerOf } from '../spellings/spelling.ts';
import { looksLikeSeveral, rangedReader, rulesIn } from './ranged-line.ts';

/**
 * Lines of a file that are about several things which only the device can tell, `interface range macro A`; sentences for the
 * report's warnings.
 */
export function unreadableRemarks(nodes: readonly ConfigNode[], platform: Platform): readonly string[] {
	const rules = rulesIn([], platform.ranges);
	const read = rangedReader(rules, spellerOf(platform));
	if (read === null) return [];
	return nodes
		.filter(({ text }) => rules.some((rule) => looksLikeSeveral(text, rule)) && read(text) === null)
		.map(
			({ lineNumber }) =>
				`line ${lineNumber} of the intended config covers several things without saying which: the device shows a section for each, so write one for each`,
		);
}
