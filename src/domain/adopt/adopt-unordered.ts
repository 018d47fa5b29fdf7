import type { SiblingGroup } from '../compare/siblings/group-siblings.ts';
import { type ConfigNode, isLeaf } from '../config/config-node.ts';
import { type Adopting, occurrences, replacementOf, unitOf } from './adopting.ts';
import { addedLines, type EditedSection } from './edited-section.ts';

/**
 * Writes the differences of lines whose order says nothing: a changed line stays where the file has it, a new one goes
 * behind the neighbour that it has on the device.
 *
 * @param section - all lines of the section on both sides, with each part of a section that is opened several times, and where
 * lines of it go
 */
export function adoptUnordered(
	{ intended, running }: SiblingGroup,
	{ siblings, places }: EditedSection,
	adopting: Adopting,
): void {
	const { file, changes, isChosen } = adopting;
	const replacing = replacements({ intended, running }, adopting);
	for (const node of intended) {
		const change = changes.atIntended(node.lineNumber);
		if (change === undefined || !isChosen(change)) continue;
		const other = replacing.get(node);
		if (other !== undefined) file.replace(unitOf(node, adopting), replacementOf(node, other, adopting));
		else for (const each of occurrences(node, siblings.intended)) file.remove(unitOf(each, adopting));
	}
	const written = new Set(replacing.values());
	/** By text: the line of the file where a statement stands or will stand. */
	const placeOf = new Map(intended.map(({ text, lineNumber }) => [text, lineNumber]));
	for (const node of running) {
		const change = changes.extra.get(node.lineNumber);
		if (change === undefined || !isChosen(change) || written.has(node)) continue;
		const near = Math.max(change.nearLine ?? 1, placeOf.get(elderOf(node)) ?? 0);
		placeOf.set(node.text, near);
		places.insertNear(near, addedLines(node, { siblings, places }, adopting));
	}
}

/** Of several entries of a document that are called the same, the second is the second by its place: the one before it. */
function elderOf({ text }: ConfigNode): string {
	return text.replace(/ \((\d+)\)$/, (_, number: string) => (number === '2' ? '' : ` (${Number(number) - 1})`));
}

/**
 * What the device has in the place of a line: another value of it, and what begins as it does where nothing else begins so.
 */
function replacements(
	{ intended, running }: Pick<SiblingGroup, 'intended' | 'running'>,
	{ changes, isChosen }: Adopting,
): ReadonlyMap<ConfigNode, ConfigNode> {
	const runningAt = new Map(running.map((node) => [node.lineNumber, node]));
	const replaced = new Map<ConfigNode, ConfigNode>();
	const missing: ConfigNode[] = [];
	for (const node of intended) {
		const change = changes.atIntended(node.lineNumber);
		if (change === undefined || !isChosen(change)) continue;
		const other = runningAt.get(change.runningLine ?? 0);
		if (other !== undefined) replaced.set(node, other);
		else missing.push(node);
	}
	const extra = running.filter(({ lineNumber }) => {
		const change = changes.extra.get(lineNumber);
		return change !== undefined && isChosen(change);
	});
	const counterparts = onlyByStart(extra);
	for (const [start, node] of onlyByStart(missing)) {
		const other = counterparts.get(start);
		if (other !== undefined) replaced.set(node, other);
	}
	return replaced;
}

/** Lines of one statement by their first two words, where no other one begins with them. */
function onlyByStart(nodes: readonly ConfigNode[]): ReadonlyMap<string, ConfigNode> {
	const byStart = Map.groupBy(nodes.filter(isLeaf), ({ text }) => text.split(' ', 2).join(' '));
	return new Map(
		[...byStart].flatMap(([start, [node, ...more]]) => (node === undefined || more.length > 0 ? [] : [[start, node]])),
	);
}
