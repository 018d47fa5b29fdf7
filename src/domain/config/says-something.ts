import type { ConfigLine } from './lines.ts';

/** Whether a config holds more than remarks: one that does not is in sync with anything where only what it says counts. */
export function saysSomething(lines: readonly ConfigLine[]): boolean {
	return lines.some(({ role }) => role === 'statement');
}
