import type { ChangedLines, CheckAnnotation } from '../../domain/annotation.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { asStep, type Steps } from '../../domain/steps.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { clip, neutraliseLine } from '../escaping/neutralise.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { deviceDiffs } from '../markdown/device-diffs.ts';
import { renderFooter } from '../markdown/footer.ts';
import { renderHead } from '../markdown/head.ts';
import type { ReportLinks } from '../markdown/links.ts';
import { overviewSections } from '../markdown/report-sections.ts';
import { changedLinesFirst } from './changed-lines-first.ts';
import { CHECK_TEXT_BYTES, CHECK_TITLE_CHARACTERS } from './limits.ts';
import { renderAnnotations } from './render-annotations.ts';

const LENGTHS = { tableRows: 200, listItems: 20 };

/** What a check run shows: `summary` is the overview, `text` the diffs (empty without any). */
export interface CheckOutput {
	readonly title: string;
	readonly summary: string;
	readonly text: string;
	/** The most important first; the publisher sends them in batches. */
	readonly annotations: readonly CheckAnnotation[];
}

/**
 * The check run of a report, within what GitHub takes.
 *
 * @param options.maxAnnotations - lines that are annotated at most; default 50
 */
export function* renderCheck(
	report: FleetReport,
	verdict: Verdict,
	options: {
		readonly links: ReportLinks;
		readonly maxAnnotations?: number;
		/** Annotated before any other line. */
		readonly changed?: ChangedLines;
	},
): Steps<CheckOutput> {
	const { links, maxAnnotations = 50, changed = new Map() } = options;
	const document = { foot: '', links, budgetBytes: CHECK_TEXT_BYTES };
	return {
		title: clip(neutraliseLine(verdict.summary), CHECK_TITLE_CHARACTERS),
		summary: yield* composeDocument({
			...document,
			head: `### ${renderHead(report, verdict)}`,
			sections: yield* overviewSections(report, links, LENGTHS),
			foot: renderFooter(report, links),
		}),
		text: yield* composeDocument({
			...document,
			head: '',
			sections: [yield* asStep(() => deviceDiffs(report, links))],
		}),
		annotations: yield* renderAnnotations(report, (spots) =>
			changedLinesFirst(spots, changed).slice(0, maxAnnotations),
		),
	};
}
