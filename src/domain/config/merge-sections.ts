import { HIDDEN_SECRET, REMOVED } from '../masking/fingerprint.ts';
import type { ConfigNode } from './config-node.ts';

/** What a section is called, however its header is spelled. */
export type NameOfSection = (header: string) => string;

const asWritten: NameOfSection = (header) => header;

/** Most sections hold nothing but lines. */
const NO_HEADERS: ReadonlySet<string> = new Set();

/**
 * Names of the sections that have content on either side; an equal line without content is the same section. What a file
 * calls `community <removed>` twice are two sections, unless the other side hides it too.
 */
export function sectionHeaders(
	sides: readonly (readonly ConfigNode[])[],
	nameOf: NameOfSection = asWritten,
): ReadonlySet<string> {
	let headers: Set<string> | null = null;
	for (const nodes of sides) {
		for (const { text, children } of nodes) if (children.length > 0) headers = (headers ?? new Set()).add(nameOf(text));
	}
	for (const header of headers ?? NO_HEADERS) {
		const isHiding = header.includes(HIDDEN_SECRET) || header.includes(REMOVED);
		if (isHiding && !sides.every((nodes) => nodes.some(({ text }) => nameOf(text) === header))) headers?.delete(header);
	}
	return headers ?? NO_HEADERS;
}

/**
 * A section may be opened several times (`router bgp 65000` twice); the device reads it as one. Lines that open no section
 * are kept as often as they stand there, and a body is never merged with anything.
 */
export function mergeSections(
	nodes: readonly ConfigNode[],
	headers: ReadonlySet<string>,
	nameOf: NameOfSection = asWritten,
): readonly ConfigNode[] {
	// Nearly no section is opened twice.
	if (headers.size === 0 || !opensOneTwice(nodes, headers, nameOf)) return nodes;
	const merged: ConfigNode[] = [];
	/** By name: where the section stands in what is merged. */
	const places = new Map<string, number>();
	/** By place: what follows of a section. */
	const further = new Map<number, ConfigNode[]>();
	for (const node of nodes) {
		const name = nameOfPart(node, headers, nameOf);
		const place = name === null ? undefined : places.get(name);
		if (place !== undefined) {
			const parts = further.get(place);
			if (parts === undefined) further.set(place, [node]);
			else parts.push(node);
			continue;
		}
		if (name !== null) places.set(name, merged.length);
		merged.push(node);
	}
	return merged.map((node, place) => {
		const parts = further.get(place);
		return parts === undefined ? node : { ...node, children: [node, ...parts].flatMap(({ children }) => children) };
	});
}

function opensOneTwice(nodes: readonly ConfigNode[], headers: ReadonlySet<string>, nameOf: NameOfSection): boolean {
	const opened = new Set<string>();
	let parts = 0;
	for (const node of nodes) {
		const name = nameOfPart(node, headers, nameOf);
		if (name === null) continue;
		parts += 1;
		if (opened.add(name).size < parts) return true;
	}
	return false;
}

/** The section that a node is a part of; null: it opens none. */
function nameOfPart({ text, body }: ConfigNode, headers: ReadonlySet<string>, nameOf: NameOfSection): string | null {
	if (body !== null) return null;
	const name = nameOf(text);
	return headers.has(name) ? name : null;
}
