import type { DeviceConfig } from '../device.ts';
import type { Finding } from '../fleet-report.ts';
import { findEndlessBlocks } from './blocks.ts';

/** Everything that acts instead of being read, but the tab. */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

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
export function lintChange(base: LintedConfig, head: LintedConfig): readonly Finding[] {
	const findings = lintLines(head);
	if (findings.length === 0) return findings;
	const known = new Set(lintLines(base).map((finding) => saysOf(base, finding)));
	return findings.filter((finding) => !known.has(saysOf(head, finding)));
}

function saysOf({ lines, endless = [] }: LintedConfig, { line, message }: Finding): string {
	return `${message}\n${[...lines, ...endless].find(({ number }) => number === line)?.raw}`;
}

/** What is wrong with lines of an intended file that can be read all the same. */
export function lintLines({ lines, endless: takenOut = [] }: LintedConfig): readonly Finding[] {
	const endless = [...takenOut, ...findEndlessBlocks(lines)].map(({ number }) => ({ line: number, message: ENDLESS }));
	const invisible = lines
		.filter(({ raw }) => holdsInvisible(raw))
		.map(({ number }) => ({ line: number, message: INVISIBLE_MESSAGE }));
	return [...endless, ...invisible].toSorted((one, other) => one.line - other.line);
}

const ENDLESS =
	'this text never ends, so that the lines below were read as commands: write its closing delimiter or line';
const INVISIBLE_MESSAGE = 'this line holds a character that cannot be seen: remove it, or write what it stands for';
