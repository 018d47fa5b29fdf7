import type { Siblings } from '../compare/siblings/siblings.ts';
import { childrenAt, groupedOnce } from '../config/tree-paths.ts';
import type { PathRemediation } from '../platform/remediation-rules.ts';
import { firstWord } from '../text/first-word.ts';
import type { CandidateLanguage } from './candidate-commands.ts';

/** Commands that name the whole path of what they set or take back. */
export function pathCommands({ running }: Siblings, rules: PathRemediation): CandidateLanguage {
	const byFirstWord = groupedOnce(({ text }) => firstWord(spelled([text], rules)));
	const set: CandidateLanguage['set'] = ({ text, children }, lineage) => {
		const path = [...lineage, text];
		return children.length === 0 ? [rules.set + spelled(path, rules)] : children.flatMap((child) => set(child, path));
	};
	return {
		set,
		unset(path, isSection) {
			const whole = spelled(path, rules);
			const last = spelled(path.slice(-1), rules);
			const lineage = path.slice(0, -1);
			// What a leaf is set to goes with it. Where several begin like it, the value is what tells it from the others.
			const isOnly = byFirstWord(childrenAt(running, lineage), lineage).get(firstWord(last))?.length === 1;
			return [rules.unset + (!isSection && isOnly && last.includes(' ') ? whole.replace(LAST_VALUE, '') : whole)];
		},
	};
}

const LAST_VALUE = / (?:"[^"]*"|\S+)$/;

function spelled(path: readonly string[], { spellings }: PathRemediation): string {
	const words = path.map((text) =>
		spellings.reduce((written, [pattern, word]) => written.replace(pattern, word), text),
	);
	return words.filter((word) => word !== '').join(' ');
}
