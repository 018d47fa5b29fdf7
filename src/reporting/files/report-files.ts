import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { renderHtml } from './render-html.ts';
import { renderJunit } from './render-junit.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderSarif } from './render-sarif.ts';

export interface ReportFile {
	/** Name inside the report's folder. */
	readonly name: string;
	readonly content: string;
}

/** Everything that the folder `report-path` holds. */
export function reportFiles(report: FleetReport, verdict: Verdict): readonly ReportFile[] {
	return [
		{ name: 'report.json', content: `${JSON.stringify(report, null, 2)}\n` },
		{ name: 'report.md', content: renderMarkdown(report, verdict) },
		{ name: 'report.html', content: renderHtml(report, verdict) },
		{ name: 'report.sarif', content: renderSarif(report) },
		{ name: 'report.junit.xml', content: renderJunit(report) },
	];
}
