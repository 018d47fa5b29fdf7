import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ShellChannel } from '../../../../src/adapters/ssh/shell-channel.ts';
import { testPlatform } from '../../../support/ssh/ssh-fixtures.ts';

/** A shell over a session that nobody is at the other end of, and what was typed into it. */
async function openShell(): Promise<{ readonly shell: ShellChannel; readonly typed: () => string }> {
	const channel = Object.assign(new PassThrough(), { stderr: new PassThrough() });
	const written: string[] = [];
	channel.write = (text: string): boolean => {
		written.push(text);
		return true;
	};
	const session = {
		where: 'edge-01',
		lost: new AbortController().signal,
		openShell: async ({ take }: { readonly take: (of: unknown) => ShellChannel }) => take(channel),
	};
	const shell = await ShellChannel.open({ session, platform: testPlatform() } as never);
	return { shell, typed: () => written.join('') };
}

describe('ShellChannel', () => {
	it('types what the platform lists', async () => {
		const { shell, typed } = await openShell();

		shell.type('show running-config');

		expect([typed(), shell.commands]).toEqual(['show running-config\n', 1]);
	});

	it.each(['configure terminal', 'reload', 'show running-config\nreload'])('never types %j', async (command) => {
		const { shell, typed } = await openShell();

		expect(() => shell.type(command)).toThrow('the platform does not list it');
		expect([typed(), shell.commands]).toEqual(['', 0]);
	});
});
