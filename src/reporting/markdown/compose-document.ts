import type { Steps } from '../../domain/steps.ts';
import { byteLength } from '../budget.ts';
import type { ReportLinks } from './links.ts';
import { markdownLink } from './links.ts';
import type { Section } from './sections.ts';
import { fitSections } from './sections.ts';

/** Longest `2 table rows, 1 diff…` that a report of any size leads to. */
const LEFT_OUT_BYTES = 300;

/** A Markdown document of at most `budgetBytes`: fixed parts are counted first, then sections get what is left. */
export function* composeDocument(options: {
	readonly head: string;
	readonly sections: readonly Section[];
	readonly foot: string;
	readonly links: ReportLinks;
	readonly budgetBytes: number;
}): Steps<string> {
	const { head, sections, foot, links, budgetBytes } = options;
	const reserved = byteLength(head) + byteLength(foot) + byteLength(leftOutNote('', links)) + LEFT_OUT_BYTES;
	const { text, leftOut } = yield* fitSections(sections, budgetBytes - reserved);
	return `${head}${text}${leftOut === '' ? '' : leftOutNote(leftOut, links)}${foot}`;
}

function leftOutNote(leftOut: string, { report, run }: ReportLinks): string {
	const where = markdownLink('full report', report ?? run);
	return `\n> Left out here for length: ${leftOut}. The ${where} has everything (the run's \`report-path\`).\n`;
}
