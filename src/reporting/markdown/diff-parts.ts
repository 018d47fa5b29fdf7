import { renderUnified } from '../../domain/compare/unified.ts';
import type { ChangeClass } from '../../domain/drift-report.ts';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { fence } from '../escaping/fence.ts';
import { clip } from '../escaping/neutralise.ts';

const SHORT_DIFF_LINES = 40;
const SHORT_DIFF_COLUMNS = 200;

/** A stretch of a device's diff under a title of its own; an empty one where there is nothing to tell apart. */
export interface DiffPart {
	readonly title: string;
	readonly text: string;
}

/**
 * Of a pre-flight check one part per class: the signs alone do not tell what is planned from what has drifted.
 * What is already applied is no difference, and has none.
 */
export function diffParts({ changes, diff }: DeviceReport): readonly DiffPart[] {
	if (changes.every((change) => change.class === null)) return [{ title: '', text: diff }];
	return PARTS.flatMap(([kind, title]) => {
		const ofKind = changes.filter((change) => change.class === kind);
		return ofKind.length === 0 ? [] : [{ title: `${title}:\n\n`, text: renderUnified(ofKind) }];
	});
}

const PARTS: readonly (readonly [ChangeClass, string])[] = [
	['conflict', '**Conflict**: this change and the device both changed the same place'],
	['drift', '**Drift** that this change does not touch'],
	['planned', '**Planned** by this change, not on the device yet'],
];

/** The parts as Markdown. */
export function fences(parts: readonly DiffPart[]): string {
	return parts.map(({ title, text }) => `${title}${fence(text, 'diff')}`).join('\n');
}

/** As much as a short diff shows, the worst class first, and how many lines that leaves out. */
export function firstLines(parts: readonly DiffPart[]): { readonly shown: readonly DiffPart[]; readonly rest: number } {
	let left = SHORT_DIFF_LINES;
	let rest = 0;
	const shown = parts.flatMap(({ title, text }) => {
		const lines = text.trimEnd().split('\n');
		const first = lines.slice(0, left).map((line) => clip(line, SHORT_DIFF_COLUMNS));
		left -= first.length;
		rest += lines.length - first.length;
		return first.length === 0 ? [] : [{ title, text: first.join('\n') }];
	});
	return { shown, rest };
}
