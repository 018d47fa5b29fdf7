import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { inPortions, type Steps } from '../steps.ts';

/**
 * The statements to take back, as nodes where nothing is left in one: taken back one by one, they would leave `set firewall name
 * A rule 10` behind (Vyatta documentation, General use of the delete command). A node that the intended config names stays, and
 * so does one with something in it that is not to go. A state is that of one node: `deactivate` goes with it, and `protect` goes
 * first, as nothing that is protected can be taken away.
 *
 * @param going - flat statements that only the device has
 * @param nodes - matches what can be taken back as a node; left out: each part of a path
 *
 * @example
 * set firewall name A rule 10 action accept · set firewall name A rule 10 protocol tcp
 * //=> set firewall name A rule 10, where rule 20 stays
 */
export function* asEmptiedNodes(
	going: readonly string[],
	{ intended, running, nodes = ANY }: Siblings & { readonly nodes?: RegExp | undefined },
): Steps<readonly string[]> {
	const goes = new Set(going);
	const kept = new Set<string>();
	const keep = ({ text }: ConfigNode): void => {
		for (const part of [...partsOf(text), text]) kept.add(part);
	};
	yield* inPortions(intended, keep);
	yield* inPortions(running, (node) => {
		if (!goes.has(node.text)) keep(node);
	});
	const nodeOf = (statement: string): string | undefined =>
		partsOf(statement).find((part) => !kept.has(part) && nodes.test(part));
	const emptied = going.filter(isSet).map((statement) => nodeOf(statement) ?? statement);
	const gone = new Set(emptied);
	const isGone = (path: string): boolean => gone.has(path) || partsOf(path).some((part) => gone.has(part));
	const isLeft = (statement: string): boolean => !isGone(statement.replace(INACTIVE, VERB));
	return [...going.filter((statement) => !isSet(statement) && isLeft(statement)), ...emptied];
}

/**
 * What the intended config names without anything in it, and is no node that stays when it is empty: it may go with the last
 * statement in it, and is said again.
 *
 * @example
 * set system services ssh    where set system services ssh root-login deny goes
 */
export function namedAround(
	going: readonly string[],
	{ intended, running, nodes = ANY }: Siblings & { readonly nodes?: RegExp | undefined },
): readonly string[] {
	const goes = new Set(going);
	const around = new Set(going.filter(isSet).flatMap(partsOf));
	const named = intended.map(({ text }) => text).filter((text) => around.has(text) && !nodes.test(text));
	if (named.length === 0) return [];
	const staying = [...intended, ...running].map(({ text }) => text).filter((text) => !goes.has(text));
	return named.filter((name) => !staying.some((text) => text.startsWith(`${name} `)));
}

/** What a statement begins with, the shortest first: whole words and values, without its verb alone. */
function partsOf(statement: string): readonly string[] {
	const parts: string[] = [];
	let isQuoted = false;
	for (let at = 0; at < statement.length; at += 1) {
		if (statement[at] === '"') isQuoted = !isQuoted;
		if (statement[at] === ' ' && !isQuoted && at > VERB.length) parts.push(statement.slice(0, at));
	}
	return parts;
}

const VERB = 'set ';

const INACTIVE = /^deactivate /;

function isSet(statement: string): boolean {
	return statement.startsWith(VERB);
}

const ANY = /^/;
