import { diffArrays } from 'diff';
import type { BodyLine } from '../config/tree.ts';
import type { Change } from '../drift-report.ts';

/** Beyond this many edits a line-by-line answer costs more than it tells: the body is reported as replaced. */
const MAX_EDITS = 1_000;

/** Compares two texts that are one value each: banners, certificates, route-policies. Every byte and the order count. */
export function compareBodies(
	intended: readonly BodyLine[],
	running: readonly BodyLine[],
	lineage: readonly string[],
): readonly Change[] {
	const texts = { intended: intended.map(({ text }) => text), running: running.map(({ text }) => text) };
	const parts = diffArrays(texts.intended, texts.running, { maxEditLength: MAX_EDITS }) ?? [
		{ removed: true, added: false, count: intended.length },
		{ removed: false, added: true, count: running.length },
	];
	const changes: Change[] = [];
	let intendedAt = 0;
	let runningAt = 0;
	for (const [index, { removed, added, count }] of parts.entries()) {
		if (!removed && !added) {
			intendedAt += count;
			runningAt += count;
			continue;
		}
		if (removed) {
			const replacement = parts[index + 1];
			const replaced = replacement?.added === true && replacement.count === count;
			const lost = intended.slice(intendedAt, intendedAt + count);
			intendedAt += count;
			if (!replaced) {
				changes.push(...lost.map((line) => missingLine(line, lineage)));
				continue;
			}
			const taken = running.slice(runningAt, runningAt + count);
			changes.push(...lost.flatMap((line, at) => replacedLine(line, taken[at], lineage)));
			runningAt += count;
			continue;
		}
		const before = parts[index - 1];
		if (before?.removed === true && before.count === count) continue;
		changes.push(...running.slice(runningAt, runningAt + count).map((line) => extraLine(line, lineage)));
		runningAt += count;
	}
	return changes;
}

function missingLine(line: BodyLine, lineage: readonly string[]): Change {
	return {
		kind: 'missing',
		lineage,
		line: line.text,
		runningText: null,
		intendedLine: line.lineNumber,
		runningLine: null,
		class: null,
	};
}

function extraLine(line: BodyLine, lineage: readonly string[]): Change {
	return { ...missingLine(line, lineage), kind: 'extra', intendedLine: null, runningLine: line.lineNumber };
}

function replacedLine(line: BodyLine, running: BodyLine | undefined, lineage: readonly string[]): readonly Change[] {
	if (running === undefined) return [missingLine(line, lineage)];
	return [
		{ ...missingLine(line, lineage), kind: 'changed', runningText: running.text, runningLine: running.lineNumber },
	];
}
