import type { ConfigNode } from '../config/config-node.ts';
import { childrenAt } from '../config/tree-paths.ts';
import type { Platform } from '../platform/platform.ts';
import type { StatementRemediation } from '../platform/remediation-rules.ts';
import { groupInSteps, mapInSteps, type Steps } from '../steps.ts';
import { searchInSteps } from './statement-search.ts';

/** A statement and the menu that it stands in. */
export interface Statement {
	readonly text: string;
	readonly lineage: readonly string[];
}

/** What takes each of these statements back. What has no command, or one that would take others as well, is left to people. */
export function* takeBackInSteps(
	going: readonly Statement[],
	running: readonly ConfigNode[],
	{ platform, rules }: { readonly platform: Platform; readonly rules: StatementRemediation },
): Steps<readonly string[]> {
	const menus = yield* groupInSteps(going, menuOf);
	const takesMore = new Map<string, TakesMore>();
	for (const [menu, statements] of menus) {
		const inMenu = childrenAt(running, statements[0]?.lineage ?? []);
		takesMore.set(menu, yield* takesMoreThan(statements, inMenu, { byWords: rules.searches === true }));
	}
	yield;
	return yield* mapInSteps(going, (statement) => {
		const { text, lineage } = statement;
		const rule = rules.takesBack.find(([pattern]) => pattern.test(text));
		const isShared = takesMore.get(menuOf(statement))?.(text) === true;
		const command = rule === undefined || isShared ? null : text.replace(rule[0], rule[1]);
		const whole = [...lineage, command ?? text].join(' ');
		return command === null ? `${platform.syntax.comments[0] ?? '#'} remove by hand: ${whole}` : whole;
	});
}

function menuOf({ lineage }: Statement): string {
	return lineage.join('\n');
}

/** Whether others of its menu go with a statement that are to stay. */
type TakesMore = (text: string) => boolean;

function* takesMoreThan(
	going: readonly Statement[],
	running: readonly ConfigNode[],
	search: { readonly byWords: boolean },
): Steps<TakesMore> {
	const texts = running.map(({ text }) => text);
	const findRunning = yield* searchInSteps(texts, search);
	yield;
	const goingTexts = going.map(({ text }) => text);
	const findGoing = yield* searchInSteps(goingTexts, search);
	return (text) => findRunning(text).length > findGoing(text).length;
}
