import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { childrenAt, groupedOnce, PathSet } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { JsonValue } from '../platform/rest-rules.ts';
import type { Side } from '../sides.ts';
import { inPortions, type Steps } from '../steps.ts';

type Operation =
	| { readonly op: 'remove'; readonly path: string }
	| { readonly op: 'add' | 'replace'; readonly path: string; readonly value: JsonValue };

/**
 * A JSON Patch (RFC 6902) for a configuration that is one JSON document: what SONiC takes as `config apply-patch`. A list is
 * written as a whole, so that no operation depends on the places that another one moved.
 *
 * @returns the patch, one operation a line; nothing where a side is no JSON and was therefore read as plain lines
 */
export function* jsonPatch(trees: Siblings, changes: readonly Change[]): Steps<readonly string[]> {
	try {
		return yield* patchOf(trees, changes);
	} catch (error) {
		if (error instanceof SyntaxError) return [];
		throw error;
	}
}

function* patchOf(trees: Siblings, changes: readonly Change[]): Steps<readonly string[]> {
	const removed: Operation[] = [];
	const written: Operation[] = [];
	const done = new PathSet();
	const byKey = groupedOnce(({ text }) => keyOf(text));
	/** What is called by the last key of a path, whatever its value is. */
	const find = (side: Side, path: readonly string[]): ConfigNode | undefined => {
		const lineage = path.slice(0, -1);
		return byKey(childrenAt(trees[side], lineage), lineage).get(keyOf(path.at(-1) ?? ''))?.[0];
	};
	const bring = (path: readonly string[]): void => {
		const keys = path.map((text) => keyOf(text) ?? '');
		if (done.covers(keys)) return;
		done.add(keys);
		const [intended, running] = [find('intended', path), find('running', path)];
		if (intended === undefined) removed.push({ op: 'remove', path: pointer(keys) });
		else written.push({ op: running === undefined ? 'add' : 'replace', path: pointer(keys), value: jsonOf(intended) });
	};
	yield* inPortions(changes, ({ lineage, line, runningText }) => {
		const list = lineage.findIndex(isList);
		bring(list === -1 ? [...lineage, line] : lineage.slice(0, list + 1));
		if (list === -1 && runningText !== null) bring([...lineage, runningText]);
	});
	const lines = [...removed, ...written].map((operation) => JSON.stringify(operation));
	return ['[', ...lines.map((line, at) => `  ${line}${at === lines.length - 1 ? '' : ','}`), ']'];
}

const MEMBER = /^"(?<key>(?:[^"\\]|\\.)*)": (?<value>.*)$/;

/** null for an element of a list. */
function keyOf(text: string): string | null {
	const key = MEMBER.exec(text)?.groups?.key;
	return key === undefined ? null : String(JSON.parse(`"${key}"`));
}

function isList(header: string): boolean {
	return /^(?:"(?:[^"\\]|\\.)*": )?\[/.test(header);
}

/** RFC 6901: `~` and `/` of a key are written as `~0` and `~1`. */
function pointer(keys: readonly string[]): string {
	return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function jsonOf({ text, children }: ConfigNode): JsonValue {
	const value = MEMBER.exec(text)?.groups?.value ?? text;
	if (value.startsWith('[')) return children.map(jsonOf);
	if (!value.startsWith('{')) return JSON.parse(value) as JsonValue;
	return Object.fromEntries(children.map((child) => [keyOf(child.text) ?? '', jsonOf(child)]));
}
