import { describe, expect, it } from 'vitest';
import { renderBadgeJson } from '../../../../src/reporting/results-branch/render-badge-json.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

describe('renderBadgeJson', () => {
	const ok = aDevice({ name: 'ok' });
	const drifted = aDevice({ name: 'drifted', changes: [aChange()] });
	const unknown = aDevice({ name: 'unknown', status: 'unknown' });
	const another = aDevice({ name: 'another', status: 'unknown' });

	it.each([
		['is green only when every device is judged and in sync', [ok], '1 in sync', 'brightgreen'],
		['is red on drift', [ok, drifted], '1 of 2 drifted', 'red'],
		['tells of drift before what is unknown', [ok, drifted, unknown], '1 of 3 drifted, 1 unknown', 'red'],
		['leads with what is unknown where that is most', [drifted, unknown, another], '2 of 3 unknown, 1 drifted', 'red'],
		['is yellow on unknown', [ok, unknown], '1 of 2 unknown', 'yellow'],
		['is grey when nothing was judged', [unknown], 'not measured', 'lightgrey'],
		['is grey for an empty fleet', [], 'not measured', 'lightgrey'],
	])('%s', (_, devices, message, color) => {
		expect(JSON.parse(renderBadgeJson(aReport({ devices }).fleet))).toEqual({
			schemaVersion: 1,
			label: 'network drift',
			message,
			color,
		});
	});
});
