import type { FleetReport } from '../../src/domain/fleet-report.ts';
import type { IssueAction } from '../../src/domain/issues/issue-action.ts';
import { planIssues } from '../../src/domain/issues/plan-issues.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { type AdoptionText, renderAdoption } from '../../src/reporting/github/render-adoption.ts';
import { type IssueText, renderIssue } from '../../src/reporting/github/render-issue.ts';
import type { ReportLinks } from '../../src/reporting/markdown/links.ts';

/** What the pull request says that adopts a report's drift, and cannot write any of it. */
export function adoptionOf(report: FleetReport, links: ReportLinks): AdoptionText {
	const files = report.devices.map(({ name, intendedPath, changes }) => ({
		device: name,
		path: intendedPath ?? 'a.cfg',
		adopted: changes,
		isWritten: changes.length > 0,
		refused: changes.map((change) => ({ change, reason: 'cannot be written' })),
	}));
	return atOnce(renderAdoption(files, { report, links }));
}

/** What every device's own issue says, with news, and what the one says that they share. */
export function issuesOf(report: FleetReport, links: ReportLinks): readonly IssueText[] {
	const situation = { key: 'k', report, existing: [], owners: [] };
	const actions = [0, 20].flatMap((maxDeviceIssues) => atOnce(planIssues({ ...situation, maxDeviceIssues })));
	return actions.map(({ about }) => atOnce(renderIssue(withNews(about), { report, links, audit: null })));
}

function withNews(about: IssueAction['about']): IssueAction['about'] {
	if (about.kind === 'roll-up' || about.device === null) return about;
	return { ...about, news: { before: about.state.since, added: about.device.changes.slice(1), gone: 1 } };
}
