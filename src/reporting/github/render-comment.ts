import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { renderFooter } from '../markdown/footer.ts';
import { renderHead } from '../markdown/head.ts';
import type { ReportLinks } from '../markdown/links.ts';
import { reportSections } from '../markdown/report-sections.ts';
import { COMMENT_BYTES, COMMENT_MARKER_BYTES } from './limits.ts';

/** What a person scrolls through on a phone. */
const LENGTHS = { tableRows: 100, listItems: 10 };

/**
 * The body of the pull request comment, without the marker that its publisher writes in front.
 *
 * @param options.budgetBytes - UTF-8 bytes that the body may take
 */
export function* renderComment(
	report: FleetReport,
	verdict: Verdict,
	options: { readonly links: ReportLinks; readonly budgetBytes?: number },
): Steps<string> {
	const { links, budgetBytes = COMMENT_BYTES - COMMENT_MARKER_BYTES } = options;
	return yield* composeDocument({
		head: `### ${renderHead(report, verdict)}`,
		sections: yield* reportSections(report, links, LENGTHS),
		foot: renderFooter(report, links),
		links,
		budgetBytes,
	});
}
