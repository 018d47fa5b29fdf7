import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { redactReport } from '../../../../src/composition/run/redact-report.ts';
import { spoolDetails } from '../../../../src/composition/run/spool-details.ts';
import { hasDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import { withSince } from '../../../../src/domain/history/with-since.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

const SECRET = 'hunter-of-secrets';
const log = { redact: (text: string) => text.replaceAll(SECRET, '***'), warning: () => {} };

describe('spoolDetails', () => {
	it('takes the secrets of a run out of every device, wherever its details lie', () => {
		using details = spoolDetails(tmpdir(), log);
		const line = `description ${SECRET} ${'x'.repeat(250_000)}`;
		const device = aDevice({
			changes: [aChange({ line, lineage: [SECRET], kind: 'changed', runningText: SECRET })],
			findings: [{ line: 1, message: SECRET }],
			message: SECRET,
			metadata: { lastChangedBy: SECRET },
		});
		const leaky = { ...device, remediation: [`no ${SECRET}`] };

		const kept = Array.from({ length: 5 }, () => details.keep(leaky));
		const redacted = atOnce(redactReport(aReport({ devices: kept, warnings: [SECRET] }), log.redact));

		expect(kept.map(hasDetailsElsewhere)).toEqual([false, false, true, true, true]);
		expect(atOnce(withSince(redacted, [])).devices.map(hasDetailsElsewhere)).toEqual([false, false, true, true, true]);
		expect(new Set(redacted.devices.map((each) => JSON.stringify(each))).size).toBe(1);
		expect(JSON.stringify(redacted)).not.toContain(SECRET);
	});
});
