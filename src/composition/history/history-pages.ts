import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { wordless } from '../../domain/text/pieces.ts';
import type { BranchFile, HistoryView, RenderPages } from '../../infrastructure/results-branch/history-view.ts';
import { driftsScript } from '../../reporting/dashboard/drifts.ts';
import { inventory } from '../../reporting/dashboard/inventory.ts';
import { monthSegment } from '../../reporting/dashboard/month-segment.ts';
import { renderDashboard } from '../../reporting/dashboard/render-dashboard.ts';
import { DEVICES_PATH, monthPath, runPath, STANDING_PATH, segmentScript } from '../../reporting/dashboard/segment.ts';
import { renderBadgeJson } from '../../reporting/results-branch/render-badge-json.ts';
import { renderBadgeSvg } from '../../reporting/results-branch/render-badge-svg.ts';
import { renderResultsReadme } from '../../reporting/results-branch/render-results-readme.ts';

/** From when on the page keeps a drift apart from the run that saw it first, which may be pruned. */
const STANDING_MS = 30 * 86_400_000;

/** What the results branch shows to people: the page, the data beside it that the run changes, README and badges. */
export const renderHistoryPages: RenderPages = (history) => {
	const months = new Map(dueMonths(history).map((month) => [month, runsOf(history, month)]));
	const shown = history.months.filter((month) => months.has(month) || history.pages.has(monthPath(month)));
	return [
		{ path: 'README.md', content: renderResultsReadme(history) },
		{ path: 'index.html', content: renderDashboard({ ...history, months: shown }) },
		{ path: 'badge.svg', content: renderBadgeSvg(history.latest.fleet) },
		{ path: 'badge.json', content: renderBadgeJson(history.latest.fleet) },
		{ path: DEVICES_PATH, content: scriptOf(DEVICES_PATH, () => inventory(history.latest.devices)) },
		{ path: STANDING_PATH, content: driftsScript(STANDING_PATH, standing(history.latest)) },
		...[...months].map(([month, runs]) => ({
			path: monthPath(month),
			content: scriptOf(monthPath(month), () => monthSegment(month, runs)),
		})),
		...newDrifts(history),
	];
};

/** Made when it is written: a large fleet's takes a while. */
function* scriptOf(path: string, dataOf: () => Steps<unknown>): Generator<string> {
	const data = yield* wordless(dataOf());
	yield '';
	yield segmentScript(path, data);
}

/**
 * The month of the run, that of the newest audit, whose figures a late run may change, and newer ones that an older version has
 * left without a segment.
 */
function dueMonths({ filed, latest, months, runs, pages }: HistoryView): readonly string[] {
	const read = new Set(runs.map(({ startedAt }) => startedAt.slice(0, 7)));
	const touched = [filed, latest].map(({ startedAt }) => startedAt.slice(0, 7));
	return months.filter((month) => touched.includes(month) || (read.has(month) && !pages.has(monthPath(month))));
}

function runsOf({ runs }: HistoryView, month: string): HistoryView['runs'] {
	return runs.filter(({ startedAt }) => startedAt.startsWith(month));
}

function newDrifts({ filed }: HistoryView): readonly BranchFile[] {
	if (!filed.news.some(({ status }) => status === 'drifted')) return [];
	const path = runPath({ at: filed.startedAt, id: filed.runId });
	return [{ path, content: driftsScript(path, filed.news) }];
}

function standing({ devices, startedAt }: FleetReport): FleetReport['devices'] {
	const before = Date.parse(startedAt) - STANDING_MS;
	return devices.filter(({ since = null }) => since !== null && Date.parse(since) < before);
}
