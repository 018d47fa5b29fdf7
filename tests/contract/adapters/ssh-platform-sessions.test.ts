import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../../src/platforms/index.ts';
import { platformOf } from '../../support/platform-of.ts';
import { type CliScript, cliLog, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { randomPieces, seededRandom } from '../../support/ssh/pieces.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

/** How a platform greets, asks, pages and prompts; what it shows is the fixture of its platform. */
const SESSIONS: Readonly<Record<string, Omit<CliScript, 'replies'>>> = {
	fortinet: {
		prompt: 'ams-fw-01 (root) # ',
		banner: 'Authorised use only\n',
		question: { text: "(Press 'a' to accept):", keys: 'a' },
		pager: { lines: 20, prompt: '--More-- ', wipe: '\r         \r' },
	},
	paloalto_panos: { prompt: 'audit@ams-fw-02(active)> ', banner: 'Last login: Mon Jan  5 10:12:13 2026\n\n' },
	cisco_asa: {
		prompt: 'ams-fw-03> ',
		banner: "Type help or '?' for a list of available commands.\n",
		enable: { password: null, prompt: 'ams-fw-03/pri/act# ' },
		pager: { lines: 24, prompt: '<--- More --->', wipe: '\r              \r', off: 'terminal pager 0' },
	},
	nokia_sros: { prompt: '*A:ams-pe-02# ', banner: '\n\nTiMOS-C-22.10.R4 cpm/hops64 Nokia 7750 SR\n\n' },
	nokia_srosmd: {
		prompt: 'A:audit@ams-pe-03# ',
		preamble: '\n[/]\n',
		banner: '\nTiMOS-B-23.10.R2 both/x86_64 Nokia 7750 SR-1\n',
	},
	vyos: { prompt: 'audit@ams-gw-02:~$ ', banner: 'Welcome to VyOS!\n\n' },
	ubiquiti_edgeos: { prompt: 'audit@ams-gw-03:~$ ', banner: 'Linux ams-gw-03 4.14.54\nWelcome to EdgeOS\n' },
};

const WIRES: readonly [string, Pick<CliScript, 'newline' | 'split'>][] = [
	['in one piece', { newline: '\r\n' }],
	['with bare line feeds', { newline: '\n' }],
	['byte by byte', { newline: '\r\n', split: (text) => text }],
	['in random pieces', { newline: '\r\n', split: randomPieces(seededRandom(7), 60) }],
];

describe.each(Object.entries(SESSIONS))('a session of %s', (name, session) => {
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
	expect(Object.keys(SESSIONS).filter((name) => !platforms.names.includes(name))).toEqual([]);
});

/** Blank lines around a config come and go with the terminal. */
function trimmed(text: string): string {
	return text.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
}
