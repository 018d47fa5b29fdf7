import type { z } from 'zod';
import type { Steps } from '../../domain/steps.ts';
import { type FleetFile, fleetSchema } from '../schema/fleet-schema.ts';
import type { FleetDocument } from './fleet-document.ts';
import type { ProblemList } from './problem-list.ts';
import { type Misspelling, respell } from './respell.ts';
import { badName, badValue, meantKey, missing, unknownKey } from './schema-findings.ts';
import type { Path } from './yaml-index.ts';

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

type Issue = z.core.$ZodIssue;

/** Devices that are checked on end: some 5 ms of them. */
const PORTION = 500;

/** The values of a document that fits the schema in all, each device by itself; null: it does not. */
export function* fittingDraft({ value }: FleetDocument): Steps<FleetDraft | null> {
	if (!isRecord(value) || !isRecord(value.devices)) return fleetSchema.safeParse(value).data ?? null;
	const all = Object.entries(value.devices);
	const first = Object.fromEntries(all.slice(0, PORTION));
	const draft = fleetSchema.safeParse({ ...value, devices: first }).data;
	if (draft === undefined) return null;
	const devices = { ...draft.devices };
	for (let start = PORTION; start < all.length; start += PORTION) {
		yield;
		const portion = fleetSchema.shape.devices.safeParse(Object.fromEntries(all.slice(start, start + PORTION))).data;
		if (portion === undefined) return null;
		Object.assign(devices, portion);
	}
	return { ...draft, devices };
}

/**
 * Tells what does not fit the schema and returns the rest, so that the rest can be checked in the same run. null: there is
 * nothing to go on with.
 */
export function checkSchema(
	opened: FleetDocument,
	problems: ProblemList,
): Pick<FleetSource, 'draft' | 'document'> | null {
	const { document, result } = tellMisspellings(opened, problems);
	if (result.success) return { draft: result.data, document };
	for (const issue of firstPerPath(result.error.issues)) tell(issue, document, problems);
	if (result.error.issues.some(({ path }) => path.length === 0 && !isRecord(document.value))) return null;
	for (const issue of result.error.issues) takeOut(document.value, issue);
	// Sound because the schema transforms nothing: what no issue named has the type that the schema says.
	return { draft: document.value as FleetDraft, document };
}

/** Tells the keys that resemble a known one that is not there, and goes on as if that had been written. */
function tellMisspellings(
	opened: FleetDocument,
	problems: ProblemList,
): { readonly document: FleetDocument; readonly result: ReturnType<typeof fleetSchema.safeParse> } {
	let document = opened;
	for (;;) {
		const result = fleetSchema.safeParse(document.value, { reportInput: true });
		const misspellings = (result.error?.issues ?? []).flatMap((issue) => misspellingsOf(issue, document));
		if (misspellings.length === 0) return { document, result };
		for (const { owner, key } of misspellings) problems.addAtKey([...owner, key], unknownKey(owner, key));
		document = respell(document, misspellings);
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
function firstPerPath(issues: readonly Issue[]): readonly Issue[] {
	const groups = Map.groupBy(issues, ({ path, code }) => JSON.stringify([path, code === 'unrecognized_keys']));
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
	let owner = root;
	for (const step of path.slice(0, -1)) owner = isRecord(owner) ? owner[String(step)] : undefined;
	if (isRecord(owner)) delete owner[String(path.at(-1))];
}

function pathOf({ path }: Issue): Path {
	return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
