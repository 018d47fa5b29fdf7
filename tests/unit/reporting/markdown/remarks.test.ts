import { describe, expect, it } from 'vitest';
import { lineFindings } from '../../../../src/reporting/markdown/remarks.ts';
import { aDevice, aReport } from '../../../support/report-fixtures.ts';

const links = { run: 'https://github.com/o/r/actions/runs/1', report: null, blob: 'https://github.com/o/r/blob/main' };

describe('lineFindings', () => {
	it('says of a line what stands nowhere else', () => {
		const message = 'this text never ends';
		const findings = [
			{ line: 3, message },
			{ line: 5, message: 'holds a character that cannot be seen' },
		];
		const report = aReport({ devices: [aDevice({ status: 'unknown', reason: 'parse-error', message, findings })] });

		const { parts } = lineFindings(report, links, 20);

		expect(parts.map(({ levels }) => levels[0])).toEqual([
			'- **edge-01** [line 5](https://github.com/o/r/blob/main/intended-configs/edge-01.cfg#L5): holds a character that cannot be seen\n',
		]);
	});
});
