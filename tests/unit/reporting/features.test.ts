import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { NO_LINKS } from '../../../src/reporting/markdown/links.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

const device = aDevice({
	changes: [aChange()],
	diff: '--- intended\n+++ running\n-ntp server 192.0.2.1\n',
	features: [{ name: 'n|tp <b>', compliant: false, changes: 1 }],
});
const report = aReport({
	devices: [device],
	features: [{ name: 'n|tp <b>', devices: 3, compliant: 2, compliance: 66.67 }],
});
const verdict = judge(report, { scope: 'full', failOn: ['drift'], minHealth: null });

describe('features', () => {
	it('are a table of the comment, and a fact of the device', () => {
		const comment = atOnce(renderComment(report, verdict, { links: NO_LINKS }));

		expect(comment).toContain('#### Features');
		expect(comment).toMatch(/\| n.*tp .* \| 2 \| 3 \| 66\.67 % \|\n/);
		expect(comment).toContain('not compliant: n');
		expect(comment).not.toContain('n|tp');
	});

	it('are a table of the page', () => {
		const page = wholeText(renderHtml(report, verdict));

		expect(page).toContain('<th scope="row">n|tp &lt;b&gt;</th><td class="number">2</td>');
	});

	it('are a table of the terminal', () => {
		const text = wholeText(renderTerminal(report, verdict, { colour: false, width: 100 }));

		expect(text).toMatch(/FEATURE +COMPLIANT/);
		expect(text).toMatch(/n\|tp <b> +2 of 3 devices +66\.67 %/);
	});
});
