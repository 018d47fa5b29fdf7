import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { asSetStatements } from '../../src/domain/config/flatten.ts';
import { scanLines } from '../../src/domain/config/scan-lines.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { replacedCommand } from '../../src/domain/remediation/common-commands.ts';
import { buildTree } from './at-once.ts';

/**
 * What a device would make of commands: enters sections, takes back what is negated, replaces what has one value, appends
 * everything else. Numbered entries take their place by their number.
 */
export function applyCommands(
	running: readonly ConfigNode[],
	commands: readonly string[],
	platform: Platform,
): readonly ConfigNode[] {
	if (platform.syntax.style === 'braces') return applyStatements(running, commands, platform);
	const entered = buildTree(scanLines(commands.join('\n'), platform.syntax), platform);
	return enter(running, entered, platform);
}

function enter(
	section: readonly ConfigNode[],
	entered: readonly ConfigNode[],
	platform: Platform,
): readonly ConfigNode[] {
	let lines = section;
	for (const command of entered) lines = enterOne(lines, command, platform);
	return lines;
}

function enterOne(lines: readonly ConfigNode[], command: ConfigNode, platform: Platform): readonly ConfigNode[] {
	const known = lines.find(({ text }) => text === command.text);
	const put = (node: ConfigNode): readonly ConfigNode[] =>
		known === undefined ? [...lines, node] : lines.map((line) => (line === known ? node : line));
	if (command.body !== null) return put(command);
	if (command.children.length > 0 || (known !== undefined && known.children.length > 0)) {
		const children = enter(known?.children ?? [], command.children, platform);
		return put({ ...(known ?? command), children });
	}
	const { negation } = platform.syntax;
	const left = command.text.startsWith(negation) ? without(lines, command.text.slice(negation.length)) : lines;
	if (left.length < lines.length) return left;
	const replaced = replacedCommand(command.text);
	const others = replaced === null ? lines : lines.filter(({ text }) => replacedCommand(text) !== replaced);
	return inPlace([...others, command]);
}

function without(lines: readonly ConfigNode[], text: string): readonly ConfigNode[] {
	const exact = lines.findIndex((line) => line.text === text);
	if (exact !== -1) return lines.toSpliced(exact, 1);
	return lines.filter((line) => !line.text.startsWith(`${text} `));
}

function inPlace(lines: readonly ConfigNode[]): readonly ConfigNode[] {
	if (!lines.every(({ text }) => /^\d+ /.test(text))) return lines;
	return lines.toSorted((one, other) => Number.parseInt(one.text, 10) - Number.parseInt(other.text, 10));
}

function applyStatements(
	running: readonly ConfigNode[],
	commands: readonly string[],
	{ syntax }: Platform,
): readonly ConfigNode[] {
	let statements = asSetStatements(running, 'braces', syntax);
	for (const text of commands) {
		const path = /^(?:delete|activate) (?<path>.*)$/.exec(text)?.groups?.path;
		if (path === undefined) statements = [...statements, { text, lineNumber: 0, children: [], body: null }];
		else {
			const verb = text.startsWith('delete ') ? 'set' : 'deactivate';
			statements = statements.filter(
				(one) => one.text !== `${verb} ${path}` && !one.text.startsWith(`${verb} ${path} `),
			);
		}
	}
	return statements;
}
