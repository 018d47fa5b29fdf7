import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/simulator/faults/random.ts';
import { type CliLog, type CliScript, cliLog, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { randomPieces } from '../../support/ssh/pieces.ts';
import { testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';

const SHOW = 'show running-config';
const CONFIG = `hostname R1\n!\n${Array.from({ length: 40 }, (_, index) => `interface Vlan${index}\n ip address 10.0.${index}.1 255.255.255.0\n!\n`).join('')}end\n`;
const MESSAGE = '\n*Jan 12 10:11:12.123: %LINK-3-UPDOWN: Interface Vlan7, changed state to up\n';
const SCRIPT: CliScript = { prompt: 'R1#', replies: { [SHOW]: CONFIG } };
const platform = testPlatform({ setup: [], logout: null });

/** A device whose show command prints what `print` says, told how often it was asked. */
async function startDevice(
	print: (time: number) => string,
	log: CliLog = cliLog(),
	script: Partial<CliScript> = {},
): Promise<SshServer> {
	let asked = 0;
	const show = (channel: ServerChannel): void => {
		asked += 1;
		const text = print(asked).replaceAll('\n', '\r\n');
		for (const piece of randomPieces(seededRandom(asked), 200)(text)) channel.write(piece);
	};
	return await startSshServer({
		login: openLogin,
		shell: (channel) => serveCli(channel, { ...SCRIPT, misbehave: { [SHOW]: show }, ...script }, log),
	});
}

const entered = ({ lines }: CliLog): string[] => lines.filter((line) => line !== '');

/** The config with a message put in at a place. */
function disturbed(place: number, message = MESSAGE): string {
	return `${CONFIG.slice(0, place)}${message}${CONFIG.slice(place)}R1#`;
}

describe('a log message', () => {
	it.each([
		['between two lines', CONFIG.indexOf('interface Vlan7')],
		['in the middle of a line', CONFIG.indexOf('ace Vlan9')],
		['in front of the config', 0],
		['behind its last line', CONFIG.length],
	])('%s makes the device be asked again', async (_where, place) => {
		const log = cliLog();
		await using server = await startDevice((time) => (time === 1 ? disturbed(place) : `${CONFIG}R1#`), log);

		const { text, session } = await fetchOne(server, { platform });

		expect(text).toBe(CONFIG);
		expect(entered(log)).toEqual([SHOW, SHOW]);
		expect(session.commands).toBe(2);
	});

	it('that comes every time makes the device unknown, and is not told', async () => {
		const log = cliLog();
		await using server = await startDevice((time) => disturbed(CONFIG.indexOf(`interface Vlan${time}\n`)), log);

		await expect(fetchOne(server, { platform })).rejects.toMatchObject({
			code: 'ERR_INCOMPLETE',
			reason: 'incomplete',
			reachable: true,
			message: expect.stringMatching(
				/3 times, and each time log messages got into it \("%LINK-3-UPDOWN"\)\. Switch them off/,
			),
		});
		expect(entered(log)).toEqual([SHOW, SHOW, SHOW]);
	});

	it('that the config itself quotes is config: it stands in the same place twice', async () => {
		const quoting = `banner motd ^C\n%SYS-5-CONFIG_I: this is what you see when you save\n^C\n${CONFIG}`;
		const log = cliLog();
		await using server = await startDevice(() => `${quoting}R1#`, log);

		expect((await fetchOne(server, { platform })).text).toBe(quoting);
		expect(entered(log)).toEqual([SHOW, SHOW]);
	});

	it('that takes the place of the prompt does not hold up the fetch', async () => {
		const log = cliLog();
		await using server = await startDevice((time) => (time === 1 ? `${CONFIG}R1#${MESSAGE}` : `${CONFIG}R1#`), log);

		const { text } = await fetchOne(server, { platform });

		expect(text).toBe(CONFIG);
		expect(entered(log)).toEqual([SHOW, SHOW]);
	});

	it('while the prompt is learnt does no harm', async () => {
		await using server = await startDevice(() => `${CONFIG}R1#`, cliLog(), { banner: `Welcome${MESSAGE}` });

		expect((await fetchOne(server, { platform })).text).toBe(CONFIG);
	});
});

describe('a prompt that changes', () => {
	it('because the device was renamed meanwhile, makes it be asked again', async () => {
		const renamed = CONFIG.replace('hostname R1', 'hostname R2');
		let prompt = 'R1#';
		const log: string[] = [];
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) => {
				channel.write(`\r\n${prompt}`);
				channel.on('data', (typed: Buffer) => {
					const line = typed.toString().trim();
					if (line !== '') log.push(line);
					const shown = line === SHOW ? (prompt === 'R1#' ? CONFIG : renamed) : '';
					if (line === SHOW) prompt = 'R2#';
					channel.write(`${line}\r\n${shown.replaceAll('\n', '\r\n')}${prompt}`);
				});
			},
		});

		const { text } = await fetchOne(server, { platform });

		expect(text).toBe(renamed);
		expect(log).toEqual([SHOW, SHOW]);
	});

	it('with every command makes the device unknown', async () => {
		let number = 0;
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) => {
				channel.write('\r\nR0#');
				channel.on('data', (typed: Buffer) => {
					const line = typed.toString().trim();
					if (line === SHOW) number += 1;
					const shown = line === SHOW ? CONFIG.replaceAll('\n', '\r\n') : '';
					channel.write(`${line}\r\n${shown}R${number}#`);
				});
			},
		});
		const connection = { timeouts: { idleMs: 1_000 } };

		await expect(fetchOne(server, { platform, connection })).rejects.toMatchObject({
			code: 'ERR_INCOMPLETE',
			message: expect.stringContaining('its prompt had changed from "R2#" by the end'),
		});
	});
});
