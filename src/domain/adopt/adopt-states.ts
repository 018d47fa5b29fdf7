import type { Siblings } from '../compare/siblings/siblings.ts';
import { statesAmong } from '../config/section-states.ts';
import type { Change } from '../drift-report.ts';
import { type Adopting, unitOf } from './adopting.ts';

/**
 * Takes over the states of a section, which stand in front of its header: `inactive: bgp {`.
 *
 * @returns the differences that are done with
 */
export function adoptStates({ intended, running }: Siblings, adopting: Adopting): ReadonlySet<Change> {
	const { file, changes, isChosen, platform } = adopting;
	const { states } = platform.syntax;
	const [header] = intended;
	if (states === undefined || header === undefined) return new Set();
	const [known, wanted] = [intended, running].map(
		(sections) =>
			statesAmong(
				sections.flatMap(({ children }) => children),
				states,
			).states,
	);
	const differing = [
		...(known ?? []).map(({ lineNumber }) => changes.atIntended(lineNumber)),
		...(wanted ?? []).map(({ lineNumber }) => changes.extra.get(lineNumber)),
	].filter((change) => change?.line.endsWith(':') === true);
	if (differing.length === 0 || !differing.every((change) => change !== undefined && isChosen(change)))
		return new Set();
	const { start } = unitOf(header, adopting);
	let bare = file.scanned[start]?.text ?? '';
	while (states.test(bare)) bare = bare.replace(states, '');
	const text = [...(wanted ?? []).map((state) => state.text), bare].join(' ');
	file.replace({ start, end: start + 1 }, [file.indentAt(start) + text]);
	return new Set(differing.filter((change) => change !== undefined));
}
