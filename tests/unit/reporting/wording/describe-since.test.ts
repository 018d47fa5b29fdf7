import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { judge } from '../../../../src/domain/verdict.ts';
import { renderHtml } from '../../../../src/reporting/files/render-html.ts';
import { renderComment } from '../../../../src/reporting/github/render-comment.ts';
import { NO_LINKS } from '../../../../src/reporting/markdown/links.ts';
import { renderTerminal } from '../../../../src/reporting/terminal/render-terminal.ts';
import { describeSince } from '../../../../src/reporting/wording/describe-since.ts';
import { driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const startedAt = '2026-11-20T06:00:00.000Z';
const drifted = (since?: string | null) => ({
	...driftedDevice('edge-01', 'f1'),
	...(since === undefined ? {} : { since }),
});

describe('describeSince', () => {
	it.each([
		[startedAt, 'new'],
		['2026-11-20T05:20:00.000Z', 'for 40 minutes'],
		['2026-11-19T06:00:00.000Z', 'for 24 hours'],
		['2026-11-08T06:00:00.000Z', 'for 12 days'],
		[null, ''],
		[undefined, ''],
	])('calls %s %j', (since, expected) => {
		expect(describeSince(drifted(since), { startedAt })).toBe(expected);
	});

	it('stands in the table of a comment, of a terminal and of a page', () => {
		const report = fleetReport('1', [drifted('2026-11-08T06:00:00.000Z')], { startedAt });
		const verdict = judge(report, { scope: 'full', failOn: ['drift'], minHealth: null });

		expect(atOnce(renderComment(report, verdict, { links: NO_LINKS }))).toContain('🔴 drifted, for 12 days');
		expect(wholeText(renderTerminal(report, verdict, { colour: false, width: 100 }))).toContain('drifted, for 12 days');
		expect(wholeText(renderHtml({ ...report, mode: 'preflight' }, verdict))).toContain(
			'<td class="when">for 12 days</td>',
		);
		expect(wholeText(renderHtml(report, verdict))).toContain('>2026-11-08</time>');
		const unknown = fleetReport('1', [drifted()]);
		expect(wholeText(renderHtml({ ...unknown, mode: 'preflight' }, verdict))).not.toContain('Since');
		expect(wholeText(renderHtml(unknown, verdict))).toContain('<table id="device-table" class="no-since">');
	});
});
