import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { PublishError } from '../../../src/errors.ts';
import { parseMarker, printMarker } from '../../../src/infrastructure/github/comment/comment-marker.ts';
import { parseIssueMarker, printIssueMarker } from '../../../src/infrastructure/github/issues/issue-marker.ts';
import { parseReport, parseSegment, parseTimeline } from '../../../src/infrastructure/results-branch/parse-history.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderMarkdown } from '../../../src/reporting/files/render-markdown.ts';
import { aRichReport } from '../../support/rich-report.ts';
import { timelineOf } from '../../support/timelines.ts';
import { type FuzzTarget, unlessRefused } from '../fuzz-target.ts';
import { withoutOwnParts } from '../own-parts.ts';

const report = aRichReport();

const JSON_PIECES = [
	'{',
	'}',
	'[',
	']',
	'"',
	':',
	',',
	'null',
	'true',
	'-1',
	'0.5',
	'1e999',
	'9007199254740993',
	'"schemaVersion":2',
	'"schemaVersion":"1"',
	'"__proto__":{"a":1}',
	'"status":"green"',
	'"changes":[]',
	'"devices":null',
	'\\u0000',
	'\\ud800',
	'\\n',
	'\u2028',
	'<!--',
	'</script>',
	'```',
	'@anna',
];

/** A report that another version wrote, or that somebody edited: what can be read can be shown. */
const reportTarget: FuzzTarget = {
	name: 'stored-report',
	seeds: [JSON.stringify(report), JSON.stringify({ ...report, devices: report.devices.slice(0, 1) }, null, 2)],
	dictionary: JSON_PIECES,
	input: 'text',
	run(input) {
		const read = unlessRefused(() => parseReport(input, 'data/latest.json'), PublishError);
		if (read !== null) show(read);
	},
};

function show(read: FleetReport): void {
	const verdict = judge(read, { scope: 'full', failOn: ['drift'], minHealth: null });
	wholeText(renderMarkdown(read, verdict));
	const page = wholeText(renderHtml(read, verdict));
	if (/<script(?! type="application\/json")|<[^>]+\son\w+=/i.test(withoutOwnParts(page))) {
		throw new Error('the page runs what a report says');
	}
}

const segmentTarget: FuzzTarget = {
	name: 'stored-runs',
	seeds: [
		`${JSON.stringify(summariseRun(report))}\n`,
		`${JSON.stringify(timelineOf('edge-01', [1, 'in-sync'], [2, 'drifted']))}\n`,
	],
	dictionary: ['\n', '\r\n', ...JSON_PIECES],
	input: 'text',
	run(input) {
		unlessRefused(() => atOnce(parseSegment(input, 'data/runs/2026-11.ndjson')), PublishError);
		unlessRefused(() => parseTimeline(input, 'data/devices/edge-01.json'), PublishError);
	},
};

const WRITTEN_AT = '2026-11-22T16:04:11.000Z';

/** Anybody may write a comment or an issue that begins like ours. */
const markerTarget: FuzzTarget = {
	name: 'markers',
	seeds: [
		`${printMarker({ key: 'fleet', headSha: 'a'.repeat(40), runNumber: 7, runAttempt: 1, verdict: 'drifted', hash: 'b'.repeat(16) })}\n## Drift`,
		`${printIssueMarker({ kind: 'device', key: 'fleet', writtenAt: WRITTEN_AT, device: 'edge-01', since: WRITTEN_AT, fingerprint: null, changes: ['x'] })}\n`,
	],
	dictionary: [
		'<!--',
		'-->',
		' -->',
		'<!-- fleet-drift-audit: ',
		'<!-- fleet-drift-audit issue: ',
		'"v":2',
		...JSON_PIECES,
	],
	input: 'text',
	run(input) {
		const marker = parseMarker(input);
		if (marker !== null && parseMarker(printMarker(marker))?.hash !== marker.hash)
			throw new Error('cannot be written back');
		parseIssueMarker(input, () => true);
	},
};

export const storedTargets: readonly FuzzTarget[] = [reportTarget, segmentTarget, markerTarget];
