import { describe, expect, it } from 'vitest';
import type { SimulatedDevice } from '../../../src/simulator/simulated-device.ts';
import { demoClientKey } from '../../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { type Conversation, connectSsh, type SshClient } from '../../support/ssh-conversation.ts';

interface Session extends AsyncDisposable {
	readonly fleet: SimulatedFleet;
	readonly ssh: SshClient;
	readonly shell: Conversation;
}

async function openSession(overrides: Partial<SimulatedDevice>): Promise<Session> {
	const device = simulatedDevice(overrides);
	await using opening = new AsyncDisposableStack();
	const fleet = opening.use(await startSimulatedFleet({ devices: [device] }));
	const ssh = opening.use(
		await connectSsh({
			port: fleet.portOf(device.name),
			username: device.username,
			privateKey: demoClientKey().privateKey,
		}),
	);
	const shell = await ssh.shell();
	const open = opening.move();
	return { fleet, ssh, shell, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

describe('a shell of a simulated device', () => {
	it.each([
		['cisco_ios', 'edge-01#'],
		['cisco_nxos', 'edge-01# '],
		['cisco_xr', 'RP/0/RP0/CPU0:edge-01#'],
		['arista_eos', 'edge-01#'],
		['juniper_junos', '\r\n{master}\r\nauditor@edge-01> '],
		['frr', 'auditor@edge-01:~$ '],
	])('prompts as %s does', async (platform, prompt) => {
		await using session = await openSession({ platform });

		expect(await session.shell.readUntil(prompt)).toBe(prompt);
	});

	it('echoes what is typed and ends lines with CRLF, whatever ends the line that came in', async () => {
		await using session = await openSession({ platform: 'arista_eos' });
		await session.shell.readUntil('edge-01#');

		for (const newline of ['\r\n', '\n', '\r']) {
			session.shell.type(`terminal length 0${newline}`);
			const answer = await session.shell.readUntil('edge-01#');
			expect(answer).toBe('terminal length 0\r\nPagination disabled.\r\nedge-01#');
		}

		expect(session.fleet.sessions.get('edge-01')?.commands).toEqual(Array(3).fill('terminal length 0'));
	});

	it('tells what Ansible asks an IOS device for before it does anything else', async () => {
		await using session = await openSession({ platform: 'cisco_ios' });
		await session.shell.readUntil('edge-01#');

		session.shell.type('show version\n');
		expect(await session.shell.readUntil('edge-01#')).toMatch(/, Version 15\.9, /);
		session.shell.type('show privilege\n');
		expect(await session.shell.readUntil('edge-01#')).toContain('\r\nCurrent privilege level is 15\r\n');
	});

	it('lets a typist erase', async () => {
		await using session = await openSession({ platform: 'arista_eos' });
		await session.shell.readUntil('edge-01#');

		session.shell.type('terminal lenhht\x7f\x7f\x7fgth 0\r');

		expect(await session.shell.readUntil('disabled.')).toContain('\b \b');
		expect(session.fleet.sessions.get('edge-01')?.commands).toEqual(['terminal length 0']);
	});

	it('takes commands that were typed ahead, one after the other', async () => {
		await using session = await openSession({ commandMs: 20 });

		session.shell.type('terminal length 0\nshow running-config\nexit\n');

		const text = await session.shell.readUntil('exit\r\n');
		expect(text).toContain('\r\nend\r\nedge-01#exit\r\n');
	});

	it('greets with its message of the day, even one that looks like a prompt', async () => {
		await using session = await openSession({ motd: 'mail noc@example.com>\nbuilding 7#' });

		const greeting = await session.shell.readUntil('edge-01#');

		expect(greeting).toBe('\r\nmail noc@example.com>\r\nbuilding 7#\r\nedge-01#');
	});

	it.each([
		['cisco_ios', 'bogus', "% Invalid input detected at '^' marker."],
		['cisco_nxos', 'bogus', "% Invalid command at '^' marker."],
		['cisco_xr', 'bogus', "% Invalid input detected at '^' marker."],
		['arista_eos', 'bogus', '% Invalid input'],
		['juniper_junos', 'bogus', 'unknown command.'],
		['frr', 'bogus now', '-bash: bogus: command not found'],
	])('says what %s says to an unknown command', async (platform, command, answer) => {
		await using session = await openSession({ platform });

		session.shell.type(`${command}\n`);

		expect(await session.shell.readUntil(answer)).toContain(`${command}\r\n`);
	});

	it('prints the clock of XR over every answer until it is told not to', async () => {
		await using session = await openSession({ platform: 'cisco_xr' });
		await session.shell.readUntil('#');

		session.shell.type('terminal exec prompt no-timestamp\n');
		expect(await session.shell.readUntil('edge-01#')).toMatch(/\r\nTue Nov {2}3 \d\d:\d\d:\d\d\.\d{3} UTC\r\nRP/);
		session.shell.type('terminal length 0\n');
		expect(await session.shell.readUntil('edge-01#')).toBe('terminal length 0\r\nRP/0/RP0/CPU0:edge-01#');
	});
});

describe('enable on a simulated device', () => {
	it('stands before the running-config, and its password is not echoed', async () => {
		await using session = await openSession({ enablePassword: 'open-sesame' });
		const { shell, fleet } = session;
		await shell.readUntil('edge-01>');

		shell.type('show running-config\n');
		expect(await shell.readUntil('edge-01>')).toContain('% Invalid input');
		shell.type('enable\n');
		expect(await shell.readUntil('Password: ')).toBe('enable\r\nPassword: ');
		shell.type('open-sesame\n');
		expect(await shell.readUntil('edge-01#')).toBe('\r\nedge-01#');

		expect(fleet.sessions.get('edge-01')?.commands).toEqual(['show running-config', 'enable']);
	});

	it('stays where it is after a wrong password', async () => {
		await using session = await openSession({ enablePassword: 'open-sesame' });

		session.shell.type('enable\nguess\n');

		expect(await session.shell.readUntil('denied\r\nedge-01>')).toContain('% Access denied');
	});
});

describe('the pager of a simulated device', () => {
	const paged = {
		pageLines: 4,
		runningConfig: Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n'),
	};

	it('stops at every page until a key is pressed, and takes its prompt back', async () => {
		await using session = await openSession(paged);
		const { shell } = session;

		shell.type('show running-config\n');
		const first = await shell.readUntil(' --More-- ');
		expect(first.split('\r\n').slice(-5)).toEqual([
			'Building configuration...',
			'',
			expect.stringMatching(/^Current configuration : \d+ bytes$/),
			'!',
			' --More-- ',
		]);
		shell.type('\r');
		expect(await shell.readUntil('--More-- ')).toMatch(/^[\b ]+! Last configuration change at [^\r]+\r\n --More-- $/);
		shell.type(' ');
		await shell.readUntil('--More-- ');
		shell.type('q');
		expect(await shell.readUntil('edge-01#')).not.toContain('line 12');
	});

	it('is gone once it is switched off', async () => {
		await using session = await openSession(paged);

		session.shell.type('terminal length 0\nshow running-config\n');

		expect(await session.shell.readUntil('line 12\r\nedge-01#')).not.toContain('--More--');
	});
});

describe('the running-config of a simulated device', () => {
	it.each([
		['cisco_ios', 'show running-config'],
		['cisco_nxos', 'show running-config'],
		['cisco_xr', 'show running-config'],
		['arista_eos', 'show running-config'],
		['juniper_junos', 'show configuration | display omit | no-more'],
	])('has a header of %s that is another at every show', async (platform, command) => {
		await using session = await openSession({ platform });
		const show = async (): Promise<string> => {
			session.shell.type(`${command}\n`);
			await session.shell.readUntil(`${command}\r\n`);
			return session.shell.readUntil('\nend\r\n');
		};

		const [first, second] = [await show(), await show()];

		expect(bodyOf(second)).toBe(bodyOf(first));
		expect(second).not.toBe(first);
	});
});

function bodyOf(shown: string): string {
	return shown.slice(shown.indexOf('hostname edge-01'));
}
