import { describe, expect, it } from 'vitest';
import { execute } from '../../../../src/adapters/ssh/exec-channel.ts';
import { testConnection, testPlatform } from '../../../support/ssh/ssh-fixtures.ts';

/** A session that nobody is at the other end of, and what was sent into it. */
function openSession(): { readonly run: (command: string) => void; readonly sent: readonly string[] } {
	const sent: string[] = [];
	const session = { where: 'edge-01', exec: (command: string) => sent.push(command) };
	const platform = testPlatform({ channel: 'exec' });
	const { timeouts } = testConnection();
	return { run: (command) => void execute({ session, platform, command, timeouts } as never), sent };
}

describe('execute', () => {
	it('sends what the platform lists', () => {
		const { run, sent } = openSession();

		run('show running-config');

		expect(sent).toEqual(['show running-config']);
	});

	it.each(['configure terminal', 'reload', 'show running-config; reload'])('never sends %j', (command) => {
		const { run, sent } = openSession();

		expect(() => run(command)).toThrow('the platform does not list it');
		expect(sent).toEqual([]);
	});
});
