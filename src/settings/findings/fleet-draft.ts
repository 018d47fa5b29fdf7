import { isRecord } from '../../domain/is-record.ts';
import { flatMapInSteps, groupInSteps, inPortions, type Steps } from '../../domain/steps.ts';
import type { FleetFile } from '../schema/fleet-schema.ts';
import { collectionAt } from '../yaml/collection-at.ts';
import type { FleetDocument } from '../yaml/fleet-document.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { type Checked, checkInPortions, type Issue } from './check-in-portions.ts';
import type { ProblemList } from './problem-list.ts';
import { type Misspelling, respell } from './respell.ts';
import { badName, badValue, meantKey, missing, unknownKey } from './schema-findings.ts';

/** What is left of a file once everything that does not fit the schema is taken out of it. */
export type FleetDraft = Draft<FleetFile>;

/** A file that is being checked. */
export interface FleetSource {
	readonly draft: FleetDraft;
	/** Tells what the user wrote, also where the draft lacks it. */
	readonly document: FleetDocument;
	readonly problems: ProblemList;
}

type Draft<T> = T extends readonly (infer Item)[]
	? readonly (Draft<Item> | undefined)[]
	: T extends object
		? { readonly [Key in keyof T]?: Draft<T[Key]> | undefined }
		: T;

/**
 * Tells what does not fit the schema and returns the rest, so that the rest can be checked in the same run. null: there is
 * nothing to go on with.
 */
export function* checkSchema(
	opened: FleetDocument,
	problems: ProblemList,
): Steps<Pick<FleetSource, 'draft' | 'document'> | null> {
	const { document, fleet, issues } = yield* tellMisspellings(opened, problems);
	if (fleet !== null) return { draft: fleet, document };
	const told = yield* firstPerPath(issues);
	yield* inPortions(told, (issue) => tell(issue, document, problems));
	if (issues.some(({ path }) => path.length === 0 && !isRecord(document.value))) return null;
	yield* inPortions(issues, (issue) => takeOut(document.value, issue));
	// Sound because the schema transforms nothing: what no issue named has the type that the schema says.
	return { draft: document.value as FleetDraft, document };
}

/** Tells the keys that resemble a known one that is not there, and goes on as if that had been written. */
function* tellMisspellings(
	opened: FleetDocument,
	problems: ProblemList,
): Steps<Checked & { readonly document: FleetDocument }> {
	let document = opened;
	for (;;) {
		const checked = yield* checkInPortions(document.value);
		const misspellings = yield* flatMapInSteps(checked.issues, (issue) => misspellingsOf(issue, document));
		if (misspellings.length === 0) return { document, ...checked };
		yield* inPortions(misspellings, ({ owner, key }) => problems.addAtKey([...owner, key], unknownKey(owner, key)));
		document = yield* respell(document, misspellings);
		problems.lookUpIn(document);
	}
}

function misspellingsOf(issue: Issue, document: FleetDocument): readonly Misspelling[] {
	if (issue.code !== 'unrecognized_keys') return [];
	const owner = pathOf(issue);
	const taken = new Set<string>();
	return issue.keys.flatMap((key) => {
		const meant = meantKey(owner, key);
		if (meant === null || taken.has(meant) || document.has([...owner, meant])) return [];
		taken.add(meant);
		return [{ owner, key, meant }];
	});
}

/** The items of a list, without the holes that bad ones left. */
export function present<T>(items: readonly (T | undefined)[] | undefined): readonly T[] {
	return items === undefined ? NONE : items.filter((item) => item !== undefined);
}

/** One for all: ten thousand devices have no tags. */
const NONE: readonly never[] = [];

/** A value that fails its pattern often fails its check as well; one fix is enough. */
function* firstPerPath(issues: readonly Issue[]): Steps<readonly Issue[]> {
	const groups = yield* groupInSteps(issues, ({ path, code }) => JSON.stringify([path, code === 'unrecognized_keys']));
	return [...groups.values()].flatMap((group) => group.slice(0, 1));
}

function tell(issue: Issue, document: FleetDocument, problems: ProblemList): void {
	const path = pathOf(issue);
	if (issue.code === 'unrecognized_keys') {
		for (const key of issue.keys) problems.addAtKey([...path, key], unknownKey(path, key));
	} else if (issue.code === 'invalid_key') {
		problems.addAtKey(path, badName(path, issue.issues[0]?.message ?? ''));
	} else if (!document.has(path)) {
		problems.addAtKey(path.slice(0, -1), missing(path, issue));
	} else if (issue.input === null) {
		problems.addAtKey(path, badValue(path, issue));
	} else {
		problems.add(path, badValue(path, issue));
	}
}

function takeOut(root: unknown, issue: Issue): void {
	const path = pathOf(issue);
	if (issue.code === 'unrecognized_keys') {
		for (const key of issue.keys) removeAt(root, [...path, key]);
	} else {
		removeAt(root, path);
	}
}

/** Arrays keep a hole, so that the places of their other items stay right. */
function removeAt(root: unknown, path: Path): void {
	const owner = collectionAt(root, path.slice(0, -1));
	if (owner !== null) delete owner[String(path.at(-1))];
}

function pathOf({ path }: Issue): Path {
	return path.map((step) => (typeof step === 'number' ? step : String(step)));
}
