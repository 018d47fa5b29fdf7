import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import type { FetchListener } from '../../../src/use-cases/ports.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = 'version 22.4R3;\nsystem {\n    host-name srx;\n}\n';
const platform = testPlatform({
	channel: 'exec',
	enable: null,
	setup: [],
	showRunning: 'show configuration',
	logout: null,
});

describe('SshDeviceAdapter with exec requests', () => {
	it('returns what the command wrote', async () => {
		const commands: string[] = [];
		await using server = await startDevice((channel, command) => {
			commands.push(command);
			finish(channel, CONFIG, 0);
		});

		const { text, session } = await fetchOne(server, { platform });

		expect(text).toBe(CONFIG);
		expect(session).toEqual({ handshakes: 1, commands: 1 });
		expect(commands).toEqual(['show configuration']);
	});

	it('runs each setup command in a channel of its own, whatever comes of it', async () => {
		const commands: string[] = [];
		await using server = await startDevice((channel, command) => {
			commands.push(command);
			finish(channel, command === 'show configuration' ? CONFIG : 'unknown command\n', commands.length === 1 ? 1 : 0);
		});

		const { text } = await fetchOne(server, {
			platform: { ...platform, cli: { ...platform.cli, setup: ['set wide'] } },
		});

		expect(text).toBe(CONFIG);
		expect(commands).toEqual(['set wide', 'show configuration']);
	});

	it('tells when the command was taken, and the text before it says goodbye', async () => {
		const told: string[] = [];
		await using server = await startDevice((channel, command) => {
			told.push(command);
			setTimeout(() => finish(channel, CONFIG, 0), 20);
		});
		const listener: FetchListener = {
			asked: () => told.push('asked'),
			arrived: (text) => told.push(text, `${server.open} open`),
		};

		await fetchOne(server, { platform: { ...platform, cli: { ...platform.cli, setup: ['set wide'] } }, listener });

		expect(told).toEqual(['set wide', 'show configuration', 'asked', CONFIG, '1 open']);
	});

	it('takes carriage returns and escape sequences out, and keeps blanks', async () => {
		await using server = await startDevice((channel) => finish(channel, '\x1b[?7ha {\r\n    b;\r\n}\r\n\r\n', 0));

		expect((await fetchOne(server, { platform })).text).toBe('a {\n    b;\n}\n');
	});

	it('reads 20,000 lines in pieces of any size', async () => {
		const config = Array.from({ length: 20_000 }, (_, index) => `set interfaces ge-0/0/${index} unit 0\n`).join('');
		await using server = await startDevice((channel) => {
			for (let start = 0; start < config.length; start += 997) channel.write(config.slice(start, start + 997));
			finish(channel, '', 0);
		});

		expect((await fetchOne(server, { platform })).text).toBe(config);
	});

	it.each([
		['exits with another status', (channel: ServerChannel) => finish(channel, '', 1), 'exit status 1'],
		[
			'refuses it on standard output',
			(channel: ServerChannel) => finish(channel, '% Invalid input\n', 0),
			'% Invalid input',
		],
		['refuses it on standard error', (channel: ServerChannel) => complain(channel, CONFIG), '% Authorization failed'],
		['only complains', (channel: ServerChannel) => complain(channel, ''), '% Authorization failed'],
	])('rejects a config when the device %s', async (_name, answer, said) => {
		await using server = await startDevice(answer);

		await expect(fetchOne(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			reachable: true,
			message: expect.stringContaining(said),
		});
	});

	it('passes over a warning that came with a config', async () => {
		await using server = await startDevice((channel) => {
			channel.stderr.write('note: no configuration file of my own\n');
			finish(channel, CONFIG, 0);
		});

		expect((await fetchOne(server, { platform })).text).toBe(CONFIG);
	});

	it.each([
		['closes the channel without an exit status', (channel: ServerChannel) => channel.end(CONFIG)],
		['dies of a signal', (channel: ServerChannel) => kill(channel)],
	])('never yields a text when the command %s', async (_name, answer) => {
		await using server = await startDevice(answer);

		await expect(fetchOne(server, { platform })).rejects.toMatchObject({ code: 'ERR_INCOMPLETE', reachable: true });
	});

	it('never yields a text when the connection breaks', async () => {
		const server: SshServer = await startDevice((channel) => {
			channel.write(CONFIG);
			setTimeout(() => server.drop(), 50);
		});
		await using _closing = server;

		await expect(fetchOne(server, { platform })).rejects.toMatchObject({ code: 'ERR_INCOMPLETE', reachable: true });
	});

	it('is timed out when the device goes silent', async () => {
		await using server = await startDevice((channel) => channel.write(CONFIG));
		const connection = { timeouts: { idleMs: 300 } };

		await expect(fetchOne(server, { platform, connection })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			reachable: true,
		});
	});

	it('says that the account may run no command', async () => {
		await using server = await startSshServer({ login: openLogin });

		await expect(fetchOne(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('does not open "show configuration" for this account'),
		});
	});
});

async function startDevice(answer: (channel: ServerChannel, command: string) => unknown): Promise<SshServer> {
	return await startSshServer({ login: openLogin, exec: (command, channel) => answer(channel, command) });
}

function finish(channel: ServerChannel, output: string, status: number): void {
	channel.write(output);
	channel.exit(status);
	channel.end();
}

function complain(channel: ServerChannel, output: string): void {
	channel.stderr.write('% Authorization failed\n');
	finish(channel, output, 0);
}

function kill(channel: ServerChannel): void {
	channel.write(CONFIG);
	channel.exit('TERM', false, '');
	channel.end();
}
