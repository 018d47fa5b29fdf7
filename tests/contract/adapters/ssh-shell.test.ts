import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../support/cpu-time.ts';
import { type CliLog, type CliScript, cliLog, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { testCredentials, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = 'Building configuration...\n\nhostname R1\n!\ninterface Ethernet1\n description to the core\n!\nend\n';
const REPLIES = { 'terminal length 0': '', 'terminal width 511': '', 'show running-config': CONFIG };
const SCRIPT: CliScript = { prompt: 'R1#', replies: REPLIES };

describe('SshDeviceAdapter in a shell', () => {
	it('returns the text between echo and prompt, and what it took', async () => {
		const log = cliLog();
		await using server = await startDevice(SCRIPT, log);

		const { text, session } = await fetchOne(server);

		expect(text).toBe(CONFIG);
		expect(session).toEqual({ handshakes: 1, commands: 4 });
		expect(entered(log)).toEqual(['terminal length 0', 'terminal width 511', 'show running-config', 'exit']);
	});

	it('asks for a terminal that is wide enough not to wrap', async () => {
		let columns = 0;
		await using server = await startSshServer({
			login: passwordLogin('open sesame'),
			shell: (channel, terminal) => {
				columns = terminal?.cols ?? 0;
				serveCli(channel, SCRIPT);
			},
		});

		await fetchOne(server);

		expect(columns).toBeGreaterThanOrEqual(511);
	});

	it.each([
		['\\r\\n', '\r\n'],
		['\\r\\r\\n', '\r\r\n'],
		['\\n\\r', '\n\r'],
		['\\n', '\n'],
	])('reads lines that end in %s', async (_name, newline) => {
		await using server = await startDevice({ ...SCRIPT, newline });

		const { text } = await fetchOne(server);

		expect(text).toBe(CONFIG);
	});

	it('reads a text that comes byte by byte', async () => {
		await using server = await startDevice({ ...SCRIPT, split: (text) => text });

		const { text } = await fetchOne(server);

		expect(text).toBe(CONFIG);
	});

	it('reads a device that does not echo, header line like the command included', async () => {
		const config = `\n!Command: show running-config\n${CONFIG}`;
		const replies = { ...REPLIES, 'show running-config': config };
		await using server = await startDevice({ ...SCRIPT, replies, echo: false });

		const { text } = await fetchOne(server);

		expect(text).toBe(`\n${config}`);
	});

	it('keeps UTF-8 that is cut between its bytes, and latin1 where it is none', async () => {
		const description = ' description Zürich – 東京\n';
		const replies = { ...REPLIES, 'show running-config': `${description}end\n` };
		await using utf8 = await startDevice({ ...SCRIPT, replies, split: (text) => text });
		await using latin1 = await startSshServer({
			login: passwordLogin('open sesame'),
			shell: (channel) =>
				serveCli(channel, {
					...SCRIPT,
					misbehave: {
						'show running-config': () => channel.write(Buffer.from(' description Z\xfcrich\r\nend\r\nR1#', 'latin1')),
					},
				}),
		});

		expect((await fetchOne(utf8)).text).toBe(`${description}end\n`);
		expect((await fetchOne(latin1)).text).toBe(' description Zürich\nend\n');
	});

	it('reads 10,000 lines in small pieces in time proportional to their number', async () => {
		const split = (text: string): string[] => text.match(/.{1,24}/gs) ?? [];
		const timeToRead = async (count: number): Promise<number> => {
			const lines = Array.from({ length: count }, (_, index) => ` ip route 10.${index >> 8}.${index & 255}.0/24 Null0`);
			const config = `${lines.join('\n')}\nend\n`;
			const replies = { ...REPLIES, 'show running-config': config };
			await using server = await startDevice({ ...SCRIPT, replies, split });
			const cpuMs = cpuTime();
			expect((await fetchOne(server)).text).toBe(config);
			return cpuMs();
		};

		await timeToRead(1_000);
		const quarter = await timeToRead(2_500);

		// Four times the lines; a reader that looks at everything again with each piece takes sixteen times as long.
		expect(await timeToRead(10_000)).toBeLessThan(10 * quarter);
	});
});

describe('the prompt', () => {
	it.each([
		['a contact in angle brackets', 'snmp-server contact NOC <noc@example.com>\n'],
		['a line that ends like the prompt', ' description connects to R1#\n'],
		['the prompt itself, in a banner', 'banner motd ^C\nR1#\nR1# \n^C\n'],
		['the prompt and a command', 'banner motd ^C\nR1#show running-config\n^C\n'],
		['an enable prompt', ' description Password: \n'],
	])('is not taken from the config: %s', async (_name, line) => {
		const config = `hostname R1\n${line}interface Ethernet1\nend\n`;
		const replies = { ...REPLIES, 'show running-config': config };

		for (const split of [undefined, (text: string) => text, (text: string) => text.split(/(?<=[#>])/)]) {
			await using server = await startDevice({ ...SCRIPT, replies, ...(split === undefined ? {} : { split }) });
			const told: string[] = [];
			expect((await fetchOne(server, { listener: { arrived: (text) => told.push(text) } })).text).toBe(config);
			expect(told).toHaveLength(1);
			expect(config).toContain(told[0]);
		}
	});

	it('is not taken from the config where the device pauses right behind lines that read like it', async () => {
		const pieces = ['hostname R1\nbanner motd ^C\nR1#', '\nwelcome\nR1#', '\n^C\nend\n'];
		await using server = await startDevice({
			...SCRIPT,
			misbehave: {
				'show running-config': async (channel) => {
					// A busy device reads what is typed only when it is done.
					channel.pause();
					for (const piece of pieces) {
						channel.write(piece.replaceAll('\n', '\r\n'));
						await sleep(100);
					}
					channel.write('R1#');
					channel.resume();
				},
			},
		});

		const told: string[] = [];
		const { text } = await fetchOne(server, { listener: { arrived: (arrived) => told.push(arrived) } });

		expect(text).toBe(pieces.join(''));
		// Once, however often it seems to be over: who listens works on each.
		expect(told).toEqual(['hostname R1\nbanner motd ^C\n']);
	});

	it('is not taken from a banner that pauses where it looks like one', async () => {
		await using server = await startSshServer({
			login: passwordLogin('open sesame'),
			shell: async (channel) => {
				channel.write('\r\nAuthorised_users_only>');
				await sleep(100);
				serveCli(channel, { ...SCRIPT, banner: ' please\n\n' });
			},
		});

		expect((await fetchOne(server)).text).toBe(CONFIG);
	});

	it('is not taken from a banner that looks like one', async () => {
		const banner = '\n=====\nunauthorised>\nlogins#\nR1 says: welcome>\n\n';
		for (const split of [undefined, (text: string) => text]) {
			await using server = await startDevice({ ...SCRIPT, banner, ...(split === undefined ? {} : { split }) });
			expect((await fetchOne(server)).text).toBe(CONFIG);
		}
	});

	it('that comes late is not taken for the answer to a command', async () => {
		await using server = await startSshServer({
			login: passwordLogin('open sesame'),
			shell: async (channel) => {
				// A line that looks like a prompt draws one empty line more, and the answers to both take their time.
				for (const text of ['\r\nusers_only>', ' please\r\nR1#', '\r\nR1#', '\r\nR1#']) {
					channel.write(text);
					await sleep(60);
				}
				channel.read();
				channel.on('data', async (typed: Buffer) => {
					const command = typed.toString().trim();
					if (command !== '') await sleep(400);
					channel.write(`\r\n${command === '' ? '' : CONFIG.replaceAll('\n', '\r\n')}R1#`);
				});
			},
		});

		const { text } = await fetchOne(server, { platform: testPlatform({ setup: [], logout: null }) });

		expect(text.trimStart()).toBe(CONFIG);
	});

	it('may have a line above it', async () => {
		const prompt = 'admin@srx-1> ';
		const preamble = '\n{primary:node0}\n';
		await using server = await startDevice({ ...SCRIPT, prompt, preamble });

		const { text } = await fetchOne(server, { platform: testPlatform({ enable: null }) });

		expect(text).toBe(CONFIG);
	});

	it('may come late, and is asked for when the device waits for a key', async () => {
		await using server = await startSshServer({
			login: passwordLogin('open sesame'),
			shell: (channel) => {
				channel.once('data', () => serveCli(channel, SCRIPT));
			},
		});

		expect((await fetchOne(server)).text).toBe(CONFIG);
	});

	it('comes after questions, which get the platform’s answer', async () => {
		const log = cliLog();
		const question = { text: 'The password needs to be changed. Change now? [Y/N]:', keys: 'N\n' };
		await using server = await startDevice({ ...SCRIPT, question }, log);
		const questions = [{ prompt: /Change now\? \[Y\/N\]:\s*$/, answer: 'N\n' }];

		const { text } = await fetchOne(server, { platform: testPlatform({ questions }) });

		expect(text).toBe(CONFIG);
		expect(log.keys).toEqual(['N\n']);
	});

	it('that never comes ends in a timeout which quotes the last line', async () => {
		await using server = await startDevice({ ...SCRIPT, prompt: 'choose [1-4]' });
		const connection = { timeouts: { authMs: 1_500 } };

		await expect(fetchOne(server, { connection })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			reachable: true,
			message: expect.stringMatching(/showed no prompt .*"choose \[1-4\]"/),
		});
	});

	it('that never comes is quoted in the letters that it has, in which alone a password is known', async () => {
		await using server = await startDevice({ ...SCRIPT, prompt: 'Grüße €' });
		const connection = { timeouts: { authMs: 1_500 } };

		await expect(fetchOne(server, { connection })).rejects.toMatchObject({
			message: expect.stringContaining('"Grüße €"'),
		});
	});

	it.each(['choose [1-4]: ', 'Save the configuration? [Y/n]', 'Continue (yes/no)? ', 'Password:'])(
		'is not looked for with an empty line where the device asks "%s"',
		async (prompt) => {
			const log = cliLog();
			await using server = await startDevice({ ...SCRIPT, prompt }, log);
			const connection = { timeouts: { authMs: 3_000 } };

			await expect(fetchOne(server, { connection })).rejects.toMatchObject({
				code: 'ERR_TIMEOUT',
				reachable: true,
				message: expect.stringContaining(`asks "${prompt.trim()}" at the login`),
			});
			expect(log).toEqual({ lines: [], keys: [] });
		},
	);
});

describe('the pager', () => {
	const config = `${Array.from({ length: 60 }, (_, index) => ` line ${index}`).join('\n')}\nend\n`;
	const replies = { 'show running-config': config };

	it.each([
		['backspaces', ' --More-- ', '\b\b\b\b\b\b\b\b\b\b          \b\b\b\b\b\b\b\b\b\b'],
		['a carriage return', '--More--', '\r        \r'],
		['an erase sequence', '\x1b[7m--More--\x1b[m', '\r\x1b[K'],
		['nothing', '<--- More --->', ''],
		['a new line', '--More--', '\n'],
	])('is answered and leaves no trace when it is wiped out with %s', async (_name, prompt, wipe) => {
		for (const split of [undefined, (text: string) => text]) {
			const log = cliLog();
			const script = {
				...SCRIPT,
				replies,
				pager: { lines: 24, prompt, wipe },
				...(split === undefined ? {} : { split }),
			};
			await using server = await startDevice(script, log);

			expect((await fetchOne(server)).text).toBe(config);
			expect(log.keys).toEqual([' ', ' ']);
		}
	});

	it('is dropped whole where its prompt comes in two halves', async () => {
		let pages = 0;
		await using server = await startDevice({
			...SCRIPT,
			misbehave: {
				'show running-config': async (channel) => {
					channel.pause();
					channel.write(' line 1\r\n--More-');
					await sleep(100);
					channel.write('-');
					channel.once('data', () => {
						pages += 1;
						channel.write(' line 2\r\nend\r\nR1#');
					});
					channel.resume();
				},
			},
		});

		expect((await fetchOne(server)).text).toBe(' line 1\n line 2\nend\n');
		expect(pages).toBe(1);
	});

	it('is told from a line of the config that ends like its prompt, where the device pauses there', async () => {
		await using server = await startDevice({
			...SCRIPT,
			misbehave: {
				'show running-config': async (channel) => {
					channel.write('show running-config\r\ninterface Gi0/1\r\n description to be --More--');
					await sleep(200);
					channel.write('\r\n shutdown\r\nend\r\nR1#');
				},
			},
		});

		expect((await fetchOne(server)).text).toBe('interface Gi0/1\n description to be --More--\n shutdown\nend\n');
	});

	it('is switched off by the setup commands where the device takes them', async () => {
		const log = cliLog();
		const pager = { lines: 24, prompt: '--More--', wipe: '\r        \r', off: 'terminal length 0' };
		await using server = await startDevice({ ...SCRIPT, replies: { ...REPLIES, ...replies }, pager }, log);

		expect((await fetchOne(server)).text).toBe(config);
		expect(log.keys).toEqual([]);
	});
});

describe('enable', () => {
	const enable = { password: 'raise', prompt: 'R1#' };

	it('gives its own password', async () => {
		const log = cliLog();
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', enable }, log);
		const credentials = testCredentials({ enable: 'raise' });

		const { text, session } = await fetchOne(server, { connection: { credentials } });

		expect(text).toBe(CONFIG);
		expect(session.commands).toBe(5);
		expect(entered(log).slice(0, 2)).toEqual(['enable', 'raise']);
	});

	it.each([
		['R1#', 'knows it by its letters', ['', 'enable', 'raise', 'terminal length 0']],
		['R1(admin)#', 'learns another one anew', ['', 'enable', 'raise', '', 'terminal length 0']],
	])('raises the prompt to %s: %s', async (prompt, _does, typed) => {
		const log = cliLog();
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', enable: { ...enable, prompt } }, log);
		const credentials = testCredentials({ enable: 'raise' });

		const { text } = await fetchOne(server, { connection: { credentials } });

		expect(text).toBe(CONFIG);
		expect(log.lines.slice(0, typed.length)).toEqual(typed);
	});

	it('falls back to the password of the login', async () => {
		await using server = await startDevice({
			...SCRIPT,
			prompt: 'R1>',
			enable: { ...enable, password: 'open sesame' },
		});

		expect((await fetchOne(server)).text).toBe(CONFIG);
	});

	it('needs no password where the device asks for none', async () => {
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', enable: { ...enable, password: null } });

		expect((await fetchOne(server)).text).toBe(CONFIG);
	});

	it('is not sent where the prompt is privileged already', async () => {
		const log = cliLog();
		await using server = await startDevice({ ...SCRIPT, enable }, log);

		await fetchOne(server);

		expect(entered(log)).not.toContain('enable');
	});

	it('gives a refused password once', async () => {
		const log = cliLog();
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', enable }, log);

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			reachable: true,
			message: expect.stringMatching(
				/refused the enable password\. .*credentials hold none for it: add enable: "\$\{FLEET_ENABLE\}"/u,
			),
		});
		expect(entered(log)).toEqual(['enable', 'open sesame']);
	});

	it('gives the name again where the device asks for it', async () => {
		const log = cliLog();
		const asking = { ...enable, asksName: true } as const;
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', enable: asking }, log);
		const credentials = testCredentials({ enable: 'raise' });

		expect((await fetchOne(server, { connection: { credentials } })).text).toBe(CONFIG);
		expect(entered(log).slice(0, 3)).toEqual(['enable', 'audit', 'raise']);
	});

	it('says so where the device asks for it again and again', async () => {
		const log = cliLog();
		const ask = (channel: ServerChannel) => void channel.write('Username: ');
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', misbehave: { enable: ask, audit: ask } }, log);

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('refused the name of the account on "enable"'),
		});
		expect(entered(log)).toEqual(['enable', 'audit']);
	});

	it.each([
		['has none yet', 'The enable password is not set.  Please set it now.\r\nEnter  Password: '],
		['wants a new one', 'New Password: '],
		['says that it has expired', 'Your password has expired.\r\nPassword: '],
	])('types no password where the device %s', async (_why, question) => {
		const log = cliLog();
		const misbehave = { enable: (channel: ServerChannel) => void channel.write(question) };
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', misbehave }, log);

		const enabling = { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#$/ };
		const platform = testPlatform({ enable: enabling });
		await expect(fetchOne(server, { platform })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringMatching(/says ".*assword:" on "enable": .*Settle it by hand/u),
		});
		expect(entered(log)).toEqual(['enable']);
	});

	it('types no password where only a piece of a sentence has come that reads like the question', async () => {
		const log = cliLog();
		const misbehave = {
			enable: async (channel: ServerChannel) => {
				channel.write('The enable password:');
				await sleep(10);
				channel.write(' is not set.  Please set it now.\r\nEnter  Password: ');
			},
		};
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>', misbehave }, log);

		const enabling = { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#$/ };
		await expect(fetchOne(server, { platform: testPlatform({ enable: enabling }) })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('what is typed there would be set as a password'),
		});
		expect(entered(log)).toEqual(['enable']);
	});

	it('says so when the level does not rise', async () => {
		await using server = await startDevice({ ...SCRIPT, prompt: 'R1>' });

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('did not raise'),
		});
	});
});

describe('a command that the device does not take', () => {
	it('is fatal when it is the show command', async () => {
		await using server = await startDevice({ ...SCRIPT, replies: {} });

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			reachable: true,
			message: expect.stringContaining(`rejected "show running-config": % Invalid input detected at '^' marker.`),
		});
	});

	it('is passed over when it is a setup command', async () => {
		await using server = await startDevice({ ...SCRIPT, replies: { 'show running-config': CONFIG } });

		expect((await fetchOne(server)).text).toBe(CONFIG);
	});

	it('is fatal when the device takes it back in the middle of the config', async () => {
		const cut = `hostname R1\n${'!\n'.repeat(40)}interface Ethernet1\n% Authorization failed.\n\n`;
		await using server = await startDevice({ ...SCRIPT, replies: { ...REPLIES, 'show running-config': cut } });

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('rejected "show running-config": % Authorization failed'),
		});
	});

	it('is not read out of a config that quotes a rejection', async () => {
		const config = `banner motd ^C\n% Invalid input detected\n^C\n${CONFIG.repeat(3)}`;
		await using server = await startDevice({ ...SCRIPT, replies: { ...REPLIES, 'show running-config': config } });

		expect((await fetchOne(server)).text).toBe(config);
	});
});

describe('a session that ends too early', () => {
	const halfway = 'hostname R1\r\ninterface Ethernet1\r\n';

	it.each([
		['closes the channel', (channel: ServerChannel) => channel.end()],
		[
			'exits with status 0',
			(channel: ServerChannel) => {
				channel.exit(0);
				channel.end();
			},
		],
	])('never yields a text: the device %s', async (_name, hangUp) => {
		await using server = await startDevice({
			...SCRIPT,
			misbehave: {
				'show running-config': (channel) => {
					channel.write(halfway);
					hangUp(channel);
				},
			},
		});

		await expect(fetchOne(server)).rejects.toMatchObject({ code: 'ERR_INCOMPLETE', reachable: true });
	});

	it('never yields a text: the connection breaks, even right behind "end"', async () => {
		const server: SshServer = await startDevice({
			...SCRIPT,
			misbehave: {
				'show running-config': (channel) => {
					channel.write(`${halfway}end\r\n`);
					setTimeout(() => server.drop(), 50);
				},
			},
		});
		await using _closing = server;

		await expect(fetchOne(server)).rejects.toMatchObject({ code: 'ERR_INCOMPLETE', reachable: true });
	});

	it('is a timeout when the device goes silent', async () => {
		await using server = await startDevice({
			...SCRIPT,
			misbehave: { 'show running-config': (channel) => channel.write(halfway) },
		});
		const connection = { timeouts: { idleMs: 300 } };

		await expect(fetchOne(server, { connection })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			reachable: true,
			message: expect.stringContaining('went silent for 0.3 s during "show running-config". Raise timeouts.idle'),
		});
	});
});

async function startDevice(script: CliScript, log: CliLog = cliLog()): Promise<SshServer> {
	return await startSshServer({
		login: passwordLogin('open sesame'),
		shell: (channel) => serveCli(channel, script, log),
	});
}

/** What was typed, without the empty lines that look for the prompt. */
function entered(log: CliLog): string[] {
	return log.lines.filter((line) => line !== '');
}
