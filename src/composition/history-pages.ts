import type { RenderPages } from '../infrastructure/results-branch/apply-run.ts';
import { renderBadgeJson } from '../reporting/render-badge-json.ts';
import { renderBadgeSvg } from '../reporting/render-badge-svg.ts';
import { renderDashboard } from '../reporting/render-dashboard.ts';
import { renderResultsReadme } from '../reporting/render-results-readme.ts';

/** What the results branch shows to people. */
export const renderHistoryPages: RenderPages = (history) => [
	{ path: 'README.md', content: renderResultsReadme(history) },
	{ path: 'index.html', content: renderDashboard(history) },
	{ path: 'badge.svg', content: renderBadgeSvg(history.latest.fleet) },
	{ path: 'badge.json', content: renderBadgeJson(history.latest.fleet) },
];
