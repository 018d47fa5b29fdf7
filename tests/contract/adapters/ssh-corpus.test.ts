import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/domain/platform.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { randomPieces, seededRandom } from '../../support/ssh/pieces.ts';
import { testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

/** Recordings of real devices that are no part of this repository (Oxidized's simulations, decoded). */
const FOLDER = '../shared/corpus/oxidized/decoded';

const PLATFORMS: Readonly<Record<string, string>> = {
	ios: 'cisco_ios',
	nxos: 'cisco_nxos',
	eos: 'arista_eos',
	junos: 'juniper_junos',
};

interface Recording {
	readonly init_prompt: string;
	readonly steps: readonly { readonly send: string; readonly recv: string }[];
}

interface Session {
	readonly prompt: string;
	readonly banner: string;
	/** What the show command printed, without echo and prompt. */
	readonly config: string;
}

const files = existsSync(FOLDER)
	? readdirSync(FOLDER).filter((file) => (file.split('#')[0] ?? '') in PLATFORMS && file.endsWith('.json'))
	: [];
const title = files.length === 0 ? `recorded sessions (${FOLDER} is not here)` : `recorded sessions (${files.length})`;

const wires: readonly [string, { readonly newline: string; readonly split?: (text: string) => Iterable<string> }][] = [
	['as recorded', { newline: '\n' }],
	['with CRLF', { newline: '\r\n' }],
	['with CRLF, byte by byte', { newline: '\r\n', split: (text) => text }],
	...[1, 2, 3, 4, 5].map((seed): [string, { newline: string; split: (text: string) => string[] }] => [
		`cut at random (seed ${seed})`,
		{ newline: seed % 2 === 0 ? '\n' : '\r\n', split: randomPieces(seededRandom(seed), 60) },
	]),
];

describe.skipIf(files.length === 0)(title, () => {
	describe.each(files)('%s', (file) => {
		it.each(wires)('is read whole, %s', async (_name, wire) => {
			const platform = platformOf(file);
			const { prompt, banner, config } = readSession(file);
			await using server = await startSshServer({
				login: openLogin,
				shell: (channel) =>
					serveCli(channel, { prompt, banner, ...wire, replies: { [platform.cli.showRunning]: config } }),
			});

			const { text } = await fetchOne(server, { platform });

			const expected = visible(config).replace(/^(?:[ \t]*\n)+|\s+$/g, '');
			expect(text.replace(/^(?:[ \t]*\n)+|\s+$/g, '')).toBe(expected);
			expect(text).not.toMatch(/[\x00\x08\x1b\r]/);
			expect(text.split('\n')).not.toContain(prompt.trim());
		});
	});
});

/** The platform's own rules, in a shell: that is how these sessions were recorded. */
function platformOf(file: string): Platform {
	const name = PLATFORMS[file.split('#')[0] ?? ''] ?? '';
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`no platform ${name}`);
	const { cli } = platform;
	const shell = cli.channel === 'shell' ? cli : { ...testPlatform().cli, enable: null, showRunning: cli.showRunning };
	return { ...platform, cli: shell };
}

function readSession(file: string): Session {
	const recording: Recording = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
	const show = recording.steps.find(({ send }) => /^show (?:running-config|configuration)/.test(send));
	if (show === undefined) throw new Error(`${file} shows no config`);
	const last = recording.init_prompt.split('\n').at(-1) ?? '';
	// The Junos recordings hold neither echo nor prompt.
	const prompt = /[>#] ?$/.test(last) ? last : 'audit@srx> ';
	const banner = prompt === last ? recording.init_prompt.slice(0, -last.length) : `${recording.init_prompt}\n`;
	const echoed = show.recv.startsWith(show.send.trim());
	const body = echoed ? show.recv.slice(show.recv.indexOf('\n') + 1) : show.recv;
	const config = body.endsWith(prompt) ? body.slice(0, -prompt.length) : `${body}\n`;
	return { prompt: prompt.replace(/^\r/, ''), banner, config };
}

function visible(text: string): string {
	return text.replaceAll('\r', '');
}
