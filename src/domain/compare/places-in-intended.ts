import type { ConfigNode } from '../config/config-node.ts';
import type { MatchedPair } from './siblings/match-siblings.ts';

/** Where in the intended text a line belongs that only the device has: after the line that it follows on the device. */
export function placesInIntended(pairs: readonly MatchedPair[]): (extra: ConfigNode) => number {
	const anchors = pairs
		.filter(({ moved }) => !moved)
		.map(({ intended, running }) => ({ running: running.lineNumber, intended: lastLineOf(intended) }))
		.toSorted((one, other) => one.running - other.running);
	return ({ lineNumber }) => {
		let low = 0;
		let high = anchors.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((anchors[middle]?.running ?? 0) < lineNumber) low = middle + 1;
			else high = middle;
		}
		return anchors[low - 1]?.intended ?? 0;
	};
}

function lastLineOf(node: ConfigNode): number {
	const last = node.children.at(-1);
	return last === undefined ? (node.body?.at(-1)?.lineNumber ?? node.lineNumber) : lastLineOf(last);
}
