import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Pieces } from '../../domain/text/pieces.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { renderHtml } from './render-html.ts';
import { renderJson } from './render-json.ts';
import { renderJunit } from './render-junit.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderSarif } from './render-sarif.ts';

/** A report in one format. */
export interface ReportFile {
	/** Name inside the report's folder. */
	readonly name: string;
	/** Its text. */
	readonly pieces: Pieces;
}

/** Everything that the folder `report-path` holds, each rendered when its turn comes. */
export function* reportFiles(report: FleetReport, verdict: Verdict): Generator<ReportFile> {
	yield { name: 'report.json', pieces: renderJson(report) };
	yield { name: 'report.md', pieces: renderMarkdown(report, verdict) };
	yield { name: 'report.html', pieces: renderHtml(report, verdict) };
	yield { name: 'report.sarif', pieces: renderSarif(report) };
	yield { name: 'report.junit.xml', pieces: renderJunit(report) };
}
