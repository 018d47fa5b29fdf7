import { expect, it } from 'vitest';
import { auditKey, isOfSameAudit } from '../../../../src/composition/action/audit-key.ts';

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
