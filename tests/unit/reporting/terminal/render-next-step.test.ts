import { describe, expect, it } from 'vitest';
import type { Diagnosis, DiagnosisStep } from '../../../../src/domain/diagnosis.ts';
import { renderNextStep } from '../../../../src/reporting/terminal/render-next-step.ts';

const diagnosis = (
	device: string,
	{ failed, missing, key }: { failed?: DiagnosisStep; missing?: true; key?: string } = {},
) =>
	({
		device,
		platform: 'cisco_ios',
		transport: 'ssh',
		status: failed === undefined ? 'well' : 'ill',
		reason: null,
		hostKeyLine: key ?? null,
		steps: [
			...(failed === undefined ? [] : [{ step: failed, status: 'failed' as const, detail: 'refused' }]),
			...(missing === undefined ? [] : [{ step: 'intended' as const, status: 'missing' as const, detail: 'none' }]),
		],
	}) satisfies Diagnosis;
const next = (...diagnoses: readonly Diagnosis[]) => renderNextStep(diagnoses, { isWhole: true, width: 200 });

describe('renderNextStep', () => {
	it('leads to what stops most devices, and not to the file that one of them lacks', () => {
		const ill = ['b', 'c', 'd', 'e'].map((name) => diagnosis(name, { failed: 'login' }));

		expect(next(diagnosis('a', { missing: true }), ...ill, diagnosis('f', { failed: 'connection' }))).toBe(
			'\n1 of 6 devices are well\n1 has no intended config yet\n' +
				'Next: fix the login of 4 devices (b, c, d and 1 more), as "login" of b says above, then run "fleet-drift doctor" again\n',
		);
	});

	it('names the one device that is left', () => {
		expect(next(diagnosis('a'), diagnosis('b', { failed: 'host-key' }))).toContain(
			'Next: fix the host key of b as described above, then run "fleet-drift doctor" again',
		);
	});

	it('has new host keys added, where these are what stops them', () => {
		const strangers = ['a', 'b'].map((name) =>
			diagnosis(name, { failed: 'host-key', key: `${name} ssh-ed25519 AAAA` }),
		);

		expect(next(...strangers)).toContain(
			'Next: add the host keys above to known_hosts, then run "fleet-drift doctor" again',
		);
	});

	it('has intended configs made where that is what most devices lack, and of those alone', () => {
		const lacking = ['a', 'b'].map((name) => diagnosis(name, { missing: true }));

		expect(next(...lacking)).toContain('2 have no intended configs yet\nNext: fleet-drift fetch "*" --write\n');
		expect(next(...lacking, diagnosis('c'))).toContain('Next: fleet-drift fetch a b --write\n');
		expect(next(...lacking, diagnosis('c', { failed: 'login' }))).toContain('Next: fleet-drift fetch a b --write\n');
	});

	it('has no more fetched than it was asked about', () => {
		const lacking = ['a', 'b'].map((name) => diagnosis(name, { missing: true }));

		expect(renderNextStep(lacking, { isWhole: false, width: 200 })).toContain('Next: fleet-drift fetch a b --write\n');
	});

	it('has all fetched where the others cannot be fetched anyway, and are too many to name', () => {
		const lacking = ['a', 'b', 'c', 'd'].map((name) => diagnosis(name, { missing: true }));

		expect(next(...lacking, diagnosis('e', { failed: 'login' }))).toContain('Next: fleet-drift fetch "*" --write\n');
		expect(next(...lacking, diagnosis('e'))).toContain('Next: fleet-drift fetch DEVICE… --write\n');
	});

	it('has nothing to say where all is well', () => {
		expect(next(diagnosis('a'))).toBe('\n1 of 1 device is well\n');
	});
});
