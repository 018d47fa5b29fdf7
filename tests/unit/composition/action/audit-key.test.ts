import { expect, it } from 'vitest';
import { auditKey, commentKey, isOfSameAudit } from '../../../../src/composition/action/audit-key.ts';

const runOf = (fleet: string, reportKey = 'fleet', workflow = 'audit'): Parameters<typeof auditKey>[0] => ({
	context: { workflow, workspace: '/w' },
	inputs: { fleet, reportKey },
});
const keyOf = (fleet: string, reportKey?: string): string => auditKey(runOf(fleet, reportKey));

it('auditKey tells apart audits of two fleets, however the file is written', () => {
	expect(keyOf('fleet.yml')).toBe('audit/fleet');
	expect(keyOf('./fleet.yml', 'ams')).toBe('audit/ams');
	expect(keyOf('lab/fleet.yml')).toBe('audit/fleet lab/fleet.yml');
	expect(keyOf('/w/lab/fleet.yml')).toBe(keyOf('./lab/fleet.yml'));
});

it.each(['fleet.yml', 'lab/fleet.yml'])('isOfSameAudit knows what another workflow wrote of %s', (fleet) => {
	const other = (reportKey?: string): Parameters<typeof auditKey>[0] => runOf(fleet, reportKey, 'adopt');
	expect(isOfSameAudit(other(), keyOf(fleet))).toBe(true);
	expect(isOfSameAudit(other('ams'), keyOf(fleet))).toBe(false);
	expect(isOfSameAudit(other(), keyOf('net/fleet.yml'))).toBe(false);
});

it('commentKey tells apart steps of one run that look at other devices, or in another mode', () => {
	const keyOfStep = (select: string | null, mode: 'auto' | 'audit' | 'preflight'): string =>
		commentKey({
			context: { workflow: 'checks', workspace: '/w', mode: 'preflight', proposed: null, pullRequest: null },
			inputs: { fleet: 'fleet.yml', reportKey: 'fleet', select, mode, deadlineMs: 30_000 },
		});
	const keys = [
		keyOfStep(null, 'auto'),
		keyOfStep(null, 'audit'),
		keyOfStep('site=ams', 'auto'),
		keyOfStep('site=fra', 'auto'),
		keyOfStep('site=ams', 'audit'),
	];

	expect(new Set(keys).size).toBe(keys.length);
	expect(keys[0]).toBe('checks/fleet');
	expect(keyOfStep(null, 'preflight')).toBe('checks/fleet');
	expect(keyOfStep('site=ams', 'preflight')).toBe(keyOfStep('site=ams', 'auto'));
	expect(keyOfStep('x'.repeat(5000), 'auto').length).toBeLessThan(40);
});
