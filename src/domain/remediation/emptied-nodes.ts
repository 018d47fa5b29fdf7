import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { inPortions, type Steps } from '../steps.ts';

/**
 * The statements to take back, as nodes where nothing is left in one: taken back one by one, they would leave `set firewall name
 * A rule 10` behind (Vyatta documentation, General use of the delete command). A node that the intended config names stays, and
 * so does one with something in it that is not to go.
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
	return going.map((statement) => partsOf(statement).find((part) => !kept.has(part) && nodes.test(part)) ?? statement);
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

const ANY = /^/;
