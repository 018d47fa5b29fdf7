import { describe, expect, it } from 'vitest';
import { renderOutcome } from '../../../../src/commands/init/render-outcome.ts';
import { load, SAMPLE } from '../../settings/sample-fleet.ts';

const outcomeOf = (text: string) => ({
	files: ['fleet.yml'],
	fleet: load(text).fleet,
	problems: [],
	answers: {
		inventory: null,
		devices: [],
		platform: null,
		transport: 'ssh' as const,
		login: 'password' as const,
		enable: false,
		workflow: false,
	},
	variables: ['FLEET_USERNAME', 'FLEET_PASSWORD'],
	repository: 'octo/fleet-drift-audit',
});

describe('renderOutcome', () => {
	it('says for how many devices FLEET_USERNAME is not what is taken', () => {
		const said = renderOutcome(outcomeOf(SAMPLE), { width: 80 });

		expect(said).toMatch(
			/export FLEET_USERNAME=NAME\n.*\n {5}for 1 of 2 devices the username from the inventory is used instead\n/u,
		);
		expect(renderOutcome(outcomeOf(SAMPLE.replace(' username: lab-audit,', '')), { width: 80 })).not.toContain(
			'from the inventory is',
		);
	});
});
