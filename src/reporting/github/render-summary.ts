import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { renderFooter } from '../markdown/footer.ts';
import { renderHead } from '../markdown/head.ts';
import type { ReportLinks } from '../markdown/links.ts';
import { reportSections } from '../markdown/report-sections.ts';
import { SUMMARY_BYTES } from './limits.ts';

const LENGTHS = { tableRows: 1000, listItems: 100 };

/** The job summary: as the comment, with more room. */
export function* renderSummary(
	report: FleetReport,
	verdict: Verdict,
	options: { readonly links: ReportLinks; readonly budgetBytes?: number },
): Steps<string> {
	const { links, budgetBytes = SUMMARY_BYTES } = options;
	return yield* composeDocument({
		head: `## ${renderHead(report, verdict)}`,
		sections: yield* reportSections(report, links, LENGTHS),
		foot: renderFooter(report, links),
		links,
		budgetBytes,
	});
}
