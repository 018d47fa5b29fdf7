import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../../src/platforms/index.ts';
import { seededRandom } from '../../../src/simulator/faults/random.ts';
import { platformOf } from '../../support/platform-of.ts';
import { type CliScript, cliLog, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { randomPieces } from '../../support/ssh/pieces.ts';
import { platformSessions } from '../../support/ssh/platform-sessions.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

const WIRES: readonly [string, Pick<CliScript, 'newline' | 'split'>][] = [
	['in one piece', { newline: '\r\n' }],
	['with bare line feeds', { newline: '\n' }],
	['byte by byte', { newline: '\r\n', split: (text) => text }],
	['in random pieces', { newline: '\r\n', split: randomPieces(seededRandom(7), 60) }],
];

describe.each(Object.entries(platformSessions))('a session of %s', (name, session) => {
	const platform = platformOf(name);
	const { cli } = platform;
	const config = readFileSync(new URL(`../../platforms/${name}/in-sync/running.cfg`, import.meta.url), 'utf8');

	it.each(WIRES)('is read whole, %s', async (_title, wire) => {
		const log = cliLog();
		const replies = Object.fromEntries([...cli.setup.map((command) => [command, '']), [cli.showRunning, config]]);
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) => serveCli(channel, { ...session, ...wire, replies }, log),
		});

		const { text } = await fetchOne(server, { platform });

		expect(trimmed(text)).toBe(trimmed(config));
		const listed = [...cli.setup, cli.showRunning, cli.enable?.command, cli.logout, ''];
		expect(log.lines.filter((line) => !listed.includes(line))).toEqual([]);
	});
});

describe('an export of mikrotik_routeros', () => {
	it('is one exec request', async () => {
		const platform = platformOf('mikrotik_routeros');
		const config = readFileSync(
			new URL('../../platforms/mikrotik_routeros/in-sync/running.cfg', import.meta.url),
			'utf8',
		);
		const commands: string[] = [];
		await using server = await startSshServer({
			login: openLogin,
			exec: (command, channel) => {
				commands.push(command);
				channel.write(config.replaceAll('\n', '\r\n'));
				channel.exit(0);
				channel.end();
			},
		});

		const { text } = await fetchOne(server, { platform });

		expect(text).toBe(config);
		expect(commands).toEqual(['/export']);
	});
});

it('knows only platforms that there are', () => {
	expect(Object.keys(platformSessions).filter((name) => !platforms.names.includes(name))).toEqual([]);
});

/** Blank lines around a config come and go with the terminal. */
function trimmed(text: string): string {
	return text.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
}
