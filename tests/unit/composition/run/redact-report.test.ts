import { describe, expect, it } from 'vitest';
import { redactReport } from '../../../../src/composition/run/redact-report.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

const redact = (text: string): string => text.replaceAll('hunter2', '***');

describe('redactReport', () => {
	it('takes secrets out of whatever a device wrote', () => {
		const device = aDevice({
			name: 'edge-01',
			message: 'refused hunter2',
			metadata: { lastChangedBy: 'hunter2', commands: 3 },
			findings: [{ line: 1, message: 'hunter2 again' }],
			ignoredBy: [{ reason: 'hunter2 stays', changes: 1 }],
			changes: [aChange({ line: 'description hunter2', lineage: ['interface hunter2'], runningText: 'hunter2' })],
			diff: '+description hunter2\n',
			remediation: ['no description hunter2'],
		});
		const report = aReport({ devices: [device], warnings: ['hunter2'] });

		const redacted = atOnce(redactReport(report, redact));

		expect(JSON.stringify(redacted)).not.toContain('hunter2');
		expect(JSON.stringify(redacted)).toBe(redact(JSON.stringify(report)));
	});

	it('copies no device that has nothing to take out', () => {
		const devices = [
			aDevice({ name: 'a', metadata: { lastChangedBy: 'anna' } }),
			aDevice({ name: 'b', changes: [aChange()] }),
		];

		const { devices: redacted } = atOnce(redactReport(aReport({ devices }), redact));

		expect(redacted[0]).toBe(devices[0]);
		expect(redacted[1]).toBe(devices[1]);
	});
});
