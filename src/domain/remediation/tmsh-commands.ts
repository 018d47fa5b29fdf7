import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { nodesAt } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { inPortions, type Steps } from '../steps.ts';
import { firstWord } from '../text/first-word.ts';

/** Of these `modify` takes the whole list as it is; every other collection says what becomes of what it had. */
const PLAIN_LISTS = /^rules$/;

/**
 * The commands of tmsh for objects that differ: a property takes its new value as a whole, a collection by `replace-all-with`,
 * so that nothing depends on what it held. All of them in one transaction, because objects refer to each other. What has no
 * command (a property that goes back to its default, an iRule) is left to people.
 *
 * Source: F5 TMSH reference, create, modify, delete and cli transaction.
 */
export function* tmshCommands(
	trees: Siblings,
	changes: readonly Change[],
	{ syntax }: Platform,
): Steps<readonly string[]> {
	const commands = { create: new Set<string>(), modify: new Set<string>(), delete: new Set<string>() };
	const byHand = new Set<string>();
	const write = ({ lineage, line, runningText }: Change): void => {
		const [header = line, ...inside] = lineage;
		const [intended, running] = [find(trees.intended, header), find(trees.running, header)];
		const isNamed = header.split(' ').length > 2;
		if (holdsText(intended) || holdsText(running) || (intended === undefined && !isNamed)) byHand.add(header);
		else if (intended === undefined) commands.delete.add(`delete ${header}`);
		else if (running === undefined && isNamed)
			commands.create.add(`create ${header} { ${spelled(intended.children)} }`);
		else if (lineage.length === 0) for (const property of intended.children) commands.modify.add(set(header, property));
		else {
			for (const text of [inside[0] ?? line, ...(inside.length === 0 && runningText !== null ? [runningText] : [])]) {
				const property = intended.children.find((child) => firstWord(child.text) === firstWord(text));
				if (property === undefined) byHand.add(`${header} ${text}`);
				else commands.modify.add(set(header, property));
			}
		}
	};
	yield* inPortions(changes, write);
	const all = [...commands.create, ...commands.modify, ...[...commands.delete].toReversed()];
	return [
		...[...byHand].map((what) => `${syntax.comments[0] ?? '#'} change by hand: ${what}`),
		...(all.length > 1 ? ['create cli transaction', ...all, 'submit cli transaction'] : all),
	];
}

function set(header: string, property: ConfigNode): string {
	return `modify ${header} ${spelled([property])}`;
}

function find(roots: readonly ConfigNode[], header: string): ConfigNode | undefined {
	return nodesAt(roots, [header])[0];
}

/** An iRule, a script, a text of several lines: entered in an editor. */
function holdsText(node: ConfigNode | undefined): boolean {
	return node !== undefined && (node.body !== null || node.children.some(holdsText));
}

/** Properties as they follow a command. */
function spelled(properties: readonly ConfigNode[]): string {
	return properties
		.map(({ text, children }) => {
			// Shown on one line: a list of names.
			const list = /^(?<name>\S+) \{ (?<names>.*) \}$/.exec(text)?.groups;
			if (list?.name !== undefined) return `${collection(list.name)} { ${list.names} }`;
			if (children.length === 0) return text;
			return isCollection(children)
				? `${collection(text)} { ${children.map(entry).join(' ')} }`
				: `${text} { ${spelled(children)} }`;
		})
		.join(' ');
}

function entry({ text, children }: ConfigNode): string {
	return children.length === 0 ? text : `${text} { ${spelled(children)} }`;
}

function collection(name: string): string {
	return PLAIN_LISTS.test(name) ? name : `${name} replace-all-with`;
}

/** Entries are names, alone or with something in them; properties are a name and a value. */
function isCollection(children: readonly ConfigNode[]): boolean {
	return children.every(({ text, children: inside }) => inside.length > 0 || /^(?:\S+|\S+ \{ ?\})$/.test(text));
}
