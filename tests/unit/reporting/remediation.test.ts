import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { NO_LINKS } from '../../../src/reporting/markdown/links.ts';
import { renderDeviceDiff } from '../../../src/reporting/terminal/render-device-diff.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

const device = aDevice({
	changes: [aChange()],
	diff: '--- intended\n+++ running\n-ntp server 192.0.2.1\n',
	remediation: ['interface <b>1</b>', ' no shutdown', 'exit', '```', '::error::x'],
});
const report = aReport({ devices: [device] });
const verdict = judge(report, { scope: 'full', failOn: ['drift'], minHealth: null });

describe('the commands that would mend a device', () => {
	it('are folded behind the diff of a comment, in a fence that they cannot end', () => {
		const comment = atOnce(renderComment(report, verdict, { links: NO_LINKS }));

		expect(comment).toContain(
			'<details><summary>Commands that would bring it to the intended config; nothing was sent</summary>',
		);
		expect(comment).toMatch(/````text\ninterface <b>1<\/b>\n no shutdown\nexit\n```\n/);
	});

	it('are left out of a comment before its diff is', () => {
		const long = { ...device, remediation: Array.from({ length: 3000 }, () => 'no shutdown') };
		const comment = atOnce(
			renderComment(aReport({ devices: [long] }), verdict, { links: NO_LINKS, budgetBytes: 5000 }),
		);

		expect(comment).toContain('-ntp server 192.0.2.1');
		expect(comment).not.toContain('no shutdown');
	});

	it('are text on the page', () => {
		const page = wholeText(renderHtml(report, verdict));

		expect(page).toContain('interface &lt;b&gt;1&lt;/b&gt;\n no shutdown\nexit');
	});

	it('are printed to a terminal only where somebody asks', () => {
		const options = { colour: false, width: 100 };

		expect(wholeText(renderTerminal(report, verdict, options))).not.toContain('no shutdown');
		expect(wholeText(renderTerminal(report, verdict, { ...options, remediation: true }))).toContain(
			'\n     no shutdown\n',
		);
		expect(renderDeviceDiff(device, { colour: false, width: 80 })).not.toContain('no shutdown');
		expect(renderDeviceDiff(device, { colour: false, width: 80, remediation: true })).toContain('\n     no shutdown\n');
	});

	it('start no log command', () => {
		expect(wholeText(renderTerminal(report, verdict, { colour: false, width: 100, remediation: true }))).not.toMatch(
			/^\s*::/m,
		);
	});
});
