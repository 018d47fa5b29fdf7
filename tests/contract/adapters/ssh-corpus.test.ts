import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findIncompleteness } from '../../../src/domain/config/completeness.ts';
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
	aoscx: 'aruba_aoscx',
	cumulus: 'cumulus',
};

/** Recorded without a shell: one request, and what came back. */
const EXEC_PLATFORMS: Readonly<Record<string, string>> = { opnsense: 'opnsense', pfsense: 'pfsense' };

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

const files = recordingsOf(PLATFORMS);
const execFiles = recordingsOf(EXEC_PLATFORMS);
const count = files.length + execFiles.length;
const title = count === 0 ? `recorded sessions (${FOLDER} is not here)` : `recorded sessions (${count})`;

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

describe.skipIf(execFiles.length === 0)(`${title}, by exec requests`, () => {
	describe.each(execFiles)('%s', (file) => {
		it.each(['\n', '\r\n'])('is read whole, with %j at the end of a line', async (newline) => {
			const platform = platforms.resolve(EXEC_PLATFORMS[systemOf(file)] ?? '') ?? testPlatform();
			const config = showStep(file, platform.cli.showRunning).recv;
			await using server = await startSshServer({
				login: openLogin,
				exec: (_command, channel) => {
					for (const piece of randomPieces(seededRandom(7), 60)(config.replaceAll('\n', newline))) channel.write(piece);
					channel.exit(0);
					channel.end();
				},
			});

			const { text } = await fetchOne(server, { platform });

			expect(text).toBe(`${config.trimEnd()}\n`);
			expect(findIncompleteness(text, platform)).toBeNull();
		});
	});
});

function recordingsOf(systems: Readonly<Record<string, string>>): readonly string[] {
	if (!existsSync(FOLDER)) return [];
	return readdirSync(FOLDER).filter((file) => systemOf(file) in systems && file.endsWith('.json'));
}

function systemOf(file: string): string {
	return file.split('#')[0] ?? '';
}

function showStep(file: string, command: string): { readonly send: string; readonly recv: string } {
	const { steps }: Recording = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
	const show = steps.find(({ send }) => send.trim() === command);
	if (show === undefined) throw new Error(`${file} shows no config`);
	return show;
}

/** The platform's own rules, in a shell: that is how these sessions were recorded. */
function platformOf(file: string): Platform {
	const name = PLATFORMS[systemOf(file)] ?? '';
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`no platform ${name}`);
	const { cli } = platform;
	const shell =
		cli.channel === 'shell'
			? cli
			: { ...testPlatform().cli, prompt: cli.prompt, enable: null, showRunning: cli.showRunning };
	return { ...platform, cli: shell };
}

function readSession(file: string): Session {
	const recording: Recording = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
	const show = recording.steps.find(({ send }) =>
		/^(?:show (?:running-config|configuration)|nv config show)/.test(send),
	);
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
	// Bash says that it may be pasted to, or no longer.
	return text.replaceAll(/\r|\x1b\[\?2004[hl]/g, '');
}
