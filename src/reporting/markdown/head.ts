import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import { isNoteworthy } from '../wording/describe-device.ts';
import { countQuietDevices } from './device-table.ts';

const ICONS: Readonly<Record<Verdict['verdict'], string>> = { 'in-sync': '✅', drifted: '❌', unknown: '⚠️' };

/** The head of a document behind its heading mark: the verdict in one line and, without any drift, what else there is to say. */
export function renderHead(report: FleetReport, verdict: Verdict): string {
	const quiet = report.devices.some(isNoteworthy) ? '' : countQuietDevices(report);
	return `${renderHeadline(report, verdict)}\n${quiet}`;
}

/** The verdict in one line of Markdown. */
function renderHeadline(report: FleetReport, { verdict, summary }: Verdict): string {
	const mode = report.mode === 'preflight' ? 'Pre-flight check' : 'Drift audit';
	return `${ICONS[verdict]} ${mode}: ${escapeMarkdown(summary)}`;
}
