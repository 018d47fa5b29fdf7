import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { seededRandom } from '../../../src/simulator/faults/random.ts';
import { findIncompleteness } from '../../support/at-once.ts';
import { type CliScript, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { randomPieces } from '../../support/ssh/pieces.ts';
import { recordedByExec, recordedInShell } from '../../support/ssh/recorded-systems.ts';
import { testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

/** Recordings of real devices that are no part of this repository (Oxidized's simulations, decoded). */
const FOLDER = '../shared/corpus/oxidized/decoded';

/** Recorded, but of systems that are no platform of ours. */
const UNLISTED = [
	'apcaos',
	'eatonnetwork',
	'efos',
	'fsos',
	'garderos',
	'ironware',
	'quantaos',
	'smartbyte',
	'tnsr',
	'tplink',
	'vsololt',
];

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

const files = recordingsOf(recordedInShell);
const execFiles = recordingsOf(recordedByExec);
const count = files.length + execFiles.length;
const title = count === 0 ? `recorded sessions (${FOLDER} is not here)` : `recorded sessions (${count})`;

type Wire = Required<Pick<CliScript, 'newline' | 'split'>>;

const whole = (text: string): string[] => [text];
/** Pieces are made anew for each session: the tests run side by side, and each must cut the same way in every run. */
const wires: readonly [string, () => Wire][] = [
	['as recorded', () => ({ newline: '\n', split: whole })],
	['with CRLF', () => ({ newline: '\r\n', split: whole })],
	['with CRLF, byte by byte', () => ({ newline: '\r\n', split: (text) => text })],
	...[1, 2, 3, 4, 5].map((seed): [string, () => Wire] => [
		`cut at random (seed ${seed})`,
		() => ({ newline: seed % 2 === 0 ? '\n' : '\r\n', split: randomPieces(seededRandom(seed), 60) }),
	]),
];

describe.skipIf(files.length === 0)(title, () => {
	describe.each(files)('%s', (file) => {
		it.concurrent.each(wires)('is read whole, %s', async (_name, wire) => {
			const platform = platformOf(file);
			const { prompt, banner, config } = readSession(file);
			await using server = await startSshServer({
				login: openLogin,
				shell: (channel) =>
					serveCli(channel, { prompt, banner, ...wire(), replies: { [platform.cli.showRunning]: config } }),
			});

			const { text } = await fetchOne(server, { platform });

			const expected = visible(config).replace(/^(?:[ \t]*\n)+|\s+$/g, '');
			expect(text.replace(/^(?:[ \t]*\n)+|\s+$/g, '')).toBe(expected);
			expect(text).not.toMatch(/[\x00\x08\x1b\r]/);
			expect(text.split('\n')).not.toContain(prompt.trim());
		});
	});
});

/** 45 kB, a packet each: a minute of nothing but encryption. */
const inPieces = wires.filter(([name]) => !name.endsWith('byte by byte'));

describe.skipIf(execFiles.length === 0)(`${title}, by exec requests`, () => {
	describe.each(execFiles)('%s', (file) => {
		it.concurrent.each(inPieces)('is read whole, %s', async (_name, wire) => {
			const { newline, split } = wire();
			const platform = platforms.resolve(recordedByExec[systemOf(file)] ?? '') ?? testPlatform();
			const config = showStep(file, platform.cli.showRunning).recv;
			await using server = await startSshServer({
				login: openLogin,
				exec: (_command, channel) => {
					for (const piece of split(config.replaceAll('\n', newline))) channel.write(piece);
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

describe.skipIf(count === 0)(title, () => {
	it('are all replayed but those of systems that are no platform', () => {
		const replayed = [...files, ...execFiles];
		const left = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && !replayed.includes(file));

		expect([...new Set(left.map(systemOf))].filter((system) => !UNLISTED.includes(system))).toEqual([]);
		expect(UNLISTED.filter((system) => platforms.resolve(system) !== null)).toEqual([]);
		process.stdout.write(
			`recorded sessions: ${replayed.length} replayed, ${left.length} of systems that are no platform\n`,
		);
	});
});

function recordingsOf(systems: Readonly<Record<string, string>>): readonly string[] {
	if (!existsSync(FOLDER)) return [];
	return readdirSync(FOLDER).filter((file) => systemOf(file) in systems && file.endsWith('.json'));
}

function systemOf(file: string): string {
	return file.split('#')[0] ?? '';
}

/** Oxidized asks RouterOS for `/export show-sensitive`. */
function showStep(file: string, command: string): { readonly send: string; readonly recv: string } {
	const { steps }: Recording = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
	const show = steps.find(({ send }) => send.trim().replace(/ show-sensitive$/, '') === command);
	if (show === undefined) throw new Error(`${file} shows no config`);
	return show;
}

/** The platform's own rules, in a shell: that is how these sessions were recorded. */
function platformOf(file: string): Platform {
	const name = recordedInShell[systemOf(file)] ?? '';
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
