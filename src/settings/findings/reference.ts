import type { Path } from '../yaml/yaml-index.ts';
import { didYouMean } from './closest.ts';
import type { FleetSource } from './fleet-draft.ts';
import { quote } from './path-label.ts';

interface Reference {
	/** What is named: `credentials`. */
	readonly what: string;
	/** The section in which it must stand. */
	readonly section: Path;
	readonly names: readonly string[];
	readonly name: string;
	/** Where it is named. */
	readonly path: Path;
}

/** Tells a name that stands for nothing. An entry with a mistake of its own counts as there. */
export function checkReference(
	{ document, problems }: FleetSource,
	{ what, section, names, name, path }: Reference,
): boolean {
	if (document.has([...section, name])) return true;
	const known = names.length === 0 ? `${section.join('.')} has no entry` : `Known: ${names.join(', ')}`;
	problems.add(path, {
		message: `unknown ${what} ${quote(name)}`,
		fix: `${didYouMean(name, names)}${known}; add it under ${section.join('.')} or name another`,
	});
	return false;
}
