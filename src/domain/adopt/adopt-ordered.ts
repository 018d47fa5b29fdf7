import type { SiblingGroup } from '../compare/siblings/group-siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { type Adopting, occurrences, replacementOf, unitOf } from './adopting.ts';
import { addedLines, type EditedSection } from './edited-section.ts';
import { withRemarksAbove } from './unit.ts';

/**
 * Writes the differences of a list whose order has a meaning: what kept its place stays, everything else goes where the
 * device has it, behind the same neighbour.
 */
export function adoptOrdered(group: SiblingGroup, section: EditedSection, adopting: Adopting): void {
	const { file, changes, isChosen } = adopting;
	const { intended, running } = group;
	for (const node of intended) {
		const change = changes.atIntended(node.lineNumber);
		if (change?.kind !== 'missing' || !isChosen(change)) continue;
		for (const each of occurrences(node, section.siblings.intended)) file.remove(unitOf(each, adopting));
	}
	const intendedAt = new Map(intended.map((node) => [node.lineNumber, node]));
	const kept = intended.filter(({ lineNumber }) => changes.atIntended(lineNumber) === undefined).values();
	const inPlace = changedInPlace(group, adopting);
	const front: string[] = [];
	/** The line of the file that the next one of the device stands behind. */
	let anchor: ConfigNode | null = null;
	for (const node of running) {
		const change = changes.extra.get(node.lineNumber) ?? changes.atRunning(node.lineNumber);
		const counterpart = change === undefined ? kept.next().value : intendedAt.get(change.intendedLine ?? 0);
		const isWanted = change !== undefined && isChosen(change);
		if (counterpart !== undefined && (!isWanted || inPlace.has(counterpart))) {
			if (isWanted) file.replace(unitOf(counterpart, adopting), replacementOf(counterpart, node, adopting));
			anchor = counterpart;
			continue;
		}
		if (!isWanted) continue;
		const lines =
			counterpart === undefined
				? addedLines(node, section, adopting)
				: takeOut(counterpart, change.kind === 'moved' ? null : node, adopting);
		if (anchor === null) front.push(...lines);
		else file.insertAfter(unitOf(anchor, adopting), lines);
	}
	if (front.length > 0) putInFront(front, group, { section, adopting });
}

/** Takes a line with the remarks above it out of the file, to stand somewhere else: as it is, or as its replacement. */
function takeOut(counterpart: ConfigNode, replacing: ConfigNode | null, adopting: Adopting): readonly string[] {
	const { file } = adopting;
	const own = unitOf(counterpart, adopting);
	const unit = withRemarksAbove(file.scanned, own);
	file.remove(unit);
	if (replacing === null) return file.textOf(unit);
	const remarks = { start: unit.start, end: own.start };
	return [
		...(remarks.start < remarks.end ? file.textOf(remarks) : []),
		...replacementOf(counterpart, replacing, adopting),
	];
}

function putInFront(
	lines: readonly string[],
	{ intended, running }: SiblingGroup,
	{ section: { places }, adopting }: { readonly section: EditedSection; readonly adopting: Adopting },
): void {
	const { file, changes } = adopting;
	const [first] = intended;
	if (first !== undefined) {
		file.insertBefore(withRemarksAbove(file.scanned, unitOf(first, adopting)).start, lines);
		return;
	}
	const [entry] = running;
	places.insertNear(changes.extra.get(entry?.lineNumber ?? 0)?.nearLine ?? 1, lines);
}

/** Changed lines that stand in the same order on both sides need not go anywhere. */
function changedInPlace({ intended }: SiblingGroup, { changes }: Adopting): ReadonlySet<ConfigNode> {
	const inPlace = new Set<ConfigNode>();
	let last = 0;
	for (const node of intended) {
		const change = changes.atIntended(node.lineNumber);
		if (change?.kind !== 'changed' || change.runningLine === null || change.runningLine <= last) continue;
		last = change.runningLine;
		inPlace.add(node);
	}
	return inPlace;
}
