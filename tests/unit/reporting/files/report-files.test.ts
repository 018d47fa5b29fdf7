import { describe, expect, it } from 'vitest';
import { reportFiles } from '../../../../src/reporting/files/report-files.ts';
import { aVerdict } from '../../../support/report-fixtures.ts';
import { aRichReport } from '../../../support/rich-report.ts';

describe('reportFiles', () => {
	const report = aRichReport();
	const files = new Map(reportFiles(report, aVerdict(report)).map(({ name, pieces }) => [name, [...pieces].join('')]));

	it('has every form of the report', () => {
		expect([...files.keys()]).toEqual(['report.json', 'report.md', 'report.html', 'report.sarif', 'report.junit.xml']);
	});

	it('keeps the whole report as JSON', () => {
		expect(JSON.parse(files.get('report.json') ?? '')).toEqual(report);
	});

	it('leaves nothing out of the Markdown', () => {
		expect(files.get('report.md')).not.toContain('Left out');
		expect(files.get('report.md')?.match(/<details>/g)).toHaveLength(4);
	});

	it('names the version of SARIF that GitHub takes', () => {
		expect(JSON.parse(files.get('report.sarif') ?? '')).toMatchObject({
			version: '2.1.0',
			runs: [{ tool: { driver: { name: 'fleet-drift-audit' } } }],
		});
	});
});
