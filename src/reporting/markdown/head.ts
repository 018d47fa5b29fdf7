import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';

const ICONS: Readonly<Record<Verdict['verdict'], string>> = { 'in-sync': '✅', drifted: '❌', unknown: '⚠️' };

/** The head of a document behind its heading mark: the verdict in one line of Markdown. */
export function renderHead(report: FleetReport, { verdict, summary }: Verdict): string {
	const mode = report.mode === 'preflight' ? 'Pre-flight check' : 'Drift audit';
	return `${ICONS[verdict]} ${mode}: ${escapeMarkdown(summary)}\n`;
}
