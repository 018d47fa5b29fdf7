import type { DeviceConfig } from '../device.ts';
import type { LineFinding } from '../fleet-report.ts';
import { filterInSteps, inPortions, type Steps } from '../steps.ts';
import { findEndlessBlocks } from './blocks.ts';

/** Everything that acts instead of being read, but the tab, and spaces that only look like one: they come from web pages. */
const INVISIBLE =
	/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u2000-\u200a\u202f\u205f]/u;

/** Whether a line holds a character that nobody sees: a reviewer would merge something else than they read. */
export function holdsInvisible(line: string): boolean {
	return INVISIBLE.test(line);
}

/** As much of a config as is looked at: its lines, and the texts without an end that a mask has taken out. */
type LintedConfig = Pick<DeviceConfig, 'lines' | 'endless'>;

/**
 * What is wrong with lines that a change brings, and that can be read all the same. A line that was as wrong before is none
 * of its author's business.
 */
export function* lintChange(base: LintedConfig, head: LintedConfig): Steps<readonly LineFinding[]> {
	const findings = yield* lintInSteps(head);
	if (findings.length === 0) return findings;
	const before = yield* lintInSteps(base);
	const saysBefore = yield* sayingOf(base);
	const known = new Set(before.map(saysBefore));
	const says = yield* sayingOf(head);
	return findings.filter((finding) => !known.has(says(finding)));
}

/** What a finding says of which line, wherever that stands. */
function* sayingOf({ lines, endless = [] }: LintedConfig): Steps<(finding: LineFinding) => string> {
	const texts = new Map<number, string>();
	yield* inPortions([...lines, ...endless], ({ number, raw }) => {
		if (!texts.has(number)) texts.set(number, raw);
	});
	return ({ line, message }) => `${message}\n${texts.get(line)}`;
}

function* lintInSteps({ lines, endless: takenOut = [] }: LintedConfig): Steps<readonly LineFinding[]> {
	const endless = [...takenOut, ...findEndlessBlocks(lines)].map(({ number }) => ({ line: number, message: ENDLESS }));
	const invisible = (yield* filterInSteps(lines, ({ raw }) => holdsInvisible(raw))).map(({ number }) => ({
		line: number,
		message: INVISIBLE_MESSAGE,
	}));
	return [...endless, ...invisible].toSorted((one, other) => one.line - other.line);
}

const ENDLESS = 'this text never ends, so the lines below were read as commands: write its closing delimiter or line';
const INVISIBLE_MESSAGE =
	'this line holds an invisible character, or one that only looks like a space: remove it, or write what it stands for';
