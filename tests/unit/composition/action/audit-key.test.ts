import { expect, it } from 'vitest';
import { auditKey } from '../../../../src/composition/action/audit-key.ts';

const keyOf = (fleet: string, reportKey = 'fleet'): string =>
	auditKey({ context: { workflow: 'audit', workspace: '/w' }, inputs: { fleet, reportKey } });

it('auditKey tells apart audits of two fleets, however the file is written', () => {
	expect(keyOf('fleet.yml')).toBe('audit/fleet');
	expect(keyOf('./fleet.yml', 'ams')).toBe('audit/ams');
	expect(keyOf('lab/fleet.yml')).toBe('audit/fleet lab/fleet.yml');
	expect(keyOf('/w/lab/fleet.yml')).toBe(keyOf('./lab/fleet.yml'));
});
