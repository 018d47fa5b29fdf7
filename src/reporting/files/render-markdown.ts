import type { FleetReport } from '../../domain/fleet-report.ts';
import { inPieces, type Pieces, wordless } from '../../domain/text/pieces.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { renderFooter } from '../markdown/footer.ts';
import { renderHead } from '../markdown/head.ts';
import { NO_LINKS } from '../markdown/links.ts';
import { reportSections } from '../markdown/report-sections.ts';
import { wholeSections } from '../markdown/sections.ts';

const EVERYTHING = Number.POSITIVE_INFINITY;

/** The whole report as Markdown, however long, in pieces: `report.md`. */
export function renderMarkdown(report: FleetReport, verdict: Verdict): Pieces {
	return inPieces(parts(report, verdict));
}

function* parts(report: FleetReport, verdict: Verdict): Generator<string> {
	yield `# ${renderHead(report, verdict)}`;
	const lengths = { tableRows: EVERYTHING, listItems: EVERYTHING };
	yield* wholeSections(yield* wordless(reportSections(report, NO_LINKS, lengths)));
	yield renderFooter(report, NO_LINKS);
}
