import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { renderFooter } from '../markdown/footer.ts';
import { renderHead } from '../markdown/head.ts';
import { NO_LINKS } from '../markdown/links.ts';
import { reportSections } from '../markdown/report-sections.ts';

const EVERYTHING = Number.POSITIVE_INFINITY;

/** The whole report as Markdown, however long: `report.md`. */
export function renderMarkdown(report: FleetReport, verdict: Verdict): string {
	return composeDocument({
		head: `# ${renderHead(report, verdict)}`,
		sections: reportSections(report, NO_LINKS, { tableRows: EVERYTHING, listItems: EVERYTHING }),
		foot: renderFooter(report, NO_LINKS),
		links: NO_LINKS,
		budgetBytes: EVERYTHING,
	});
}
