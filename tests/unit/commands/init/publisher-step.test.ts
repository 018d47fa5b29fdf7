import { describe, expect, it } from 'vitest';
import { publisherStep } from '../../../../src/commands/init/publisher-step.ts';

describe('publisherStep', () => {
	it('asks for the account where the copy does not know who publishes it', () => {
		expect(publisherStep('OWNER/fleet-drift-audit', ['fleet.yml', 'w.yml'])).toEqual([
			'replace OWNER in fleet.yml and w.yml with the account that publishes the Action',
		]);
	});

	it('asks for nothing where it stands in the files already', () => {
		expect(publisherStep('acme/fleet-drift-audit', ['fleet.yml'])).toEqual([]);
	});
});
