import { describe, expect, it } from 'vitest';
import { assertListed, listedCommands } from '../../../../src/adapters/ssh/listed-commands.ts';
import { testPlatform } from '../../../support/ssh/ssh-fixtures.ts';

describe('listedCommands', () => {
	it('holds what the platform names, and nothing else', () => {
		expect([...listedCommands(testPlatform())]).toEqual([
			'enable',
			'terminal length 0',
			'terminal width 511',
			'show running-config',
			'exit',
		]);
		expect([...listedCommands(testPlatform({ enable: null, setup: [], logout: null }))]).toEqual([
			'show running-config',
		]);
	});

	it.each(['configure terminal', 'show running-config\nreload', 'show running-config ', ''])(
		'refuses %o',
		(command) => {
			const listed = listedCommands(testPlatform());

			expect(() => assertListed(command, listed)).toThrow('the platform does not list it');
		},
	);
});
