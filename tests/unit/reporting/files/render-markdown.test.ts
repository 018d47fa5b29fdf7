import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/domain/verdict.ts';
import { renderMarkdown } from '../../../../src/reporting/files/render-markdown.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

describe('renderMarkdown', () => {
	it('has no heading that skips a level: the sections of a file stand right below its title', () => {
		const devices = ['a', 'b'].map((name) => aDevice({ name, changes: [aChange({ line: 'ntp server 192.0.2.1' })] }));
		const report = aReport({ devices, warnings: ['a mask that hits nothing'] });
		const text = [...renderMarkdown(report, judge(report, { scope: 'full', failOn: ['drift'], minHealth: null }))].join(
			'',
		);

		const levels = [...text.matchAll(/^(#+) /gmu)].map(([, marks = '']) => marks.length);
		expect(levels.length).toBeGreaterThan(2);
		expect(levels).toEqual([1, ...levels.slice(1).map(() => 2)]);
		expect(text).toMatch(/, 12\.3 s[^\n]*\n$/u);
	});
});
