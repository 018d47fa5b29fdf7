import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/domain/connection.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import { corpusIsMissing } from '../../support/corpus.ts';
import { platformOf } from '../../support/platform-of.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { type LoginMachine, serveMachine } from '../../support/ssh/login-machine.ts';
import { scrapliMachines } from '../../support/ssh/scrapli-machines.ts';
import { testCredentials, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { uniconMachines } from '../../support/ssh/unicon-machines.ts';

/** Logins that lead to no command line of the platform, and what is said of each. */
const NO_CLI: Readonly<Record<string, RegExp>> = {
	'gaia/gaia_mock_data_expert.yaml exp_login': /showed no prompt .*Expert@Router/,
	'ios/ios_mock_copy.yaml copy_src_ftp': /asks "Enter source filename:" at the login/,
	'iosxe/iosxe_mock_cat9k.yaml c9k_login5': /asks "Username:" at the login/,
	'iosxe/iosxe_mock_cat9k.yaml c9k_login6': /asks "Username:" at the login/,
	'iosxe/iosxe_mock_cat9k.yaml c9k_login8': /asks "Username:" at the login/,
	'iosxe/iosxe_mock_cat9k.yaml c9k_login8_device': /asks "Username:" at the login/,
};

const machines = [...uniconMachines(), ...scrapliMachines()];
const usable = machines.filter(({ name }) => NO_CLI[name] === undefined);
const strange = machines.filter(({ name }) => NO_CLI[name] !== undefined);
const withEnable = usable.filter(({ enablePassword }) => enablePassword !== null);
const byName = (list: readonly LoginMachine[]) => list.map((machine) => [machine.name, machine] as const);
const title = corpusIsMissing ? 'recorded logins (the corpus is not here)' : `recorded logins (${machines.length})`;

describe.skipIf(corpusIsMissing)(title, () => {
	it.concurrent.each(byName(usable))('%s: logged in, enabled, fetched', async (_name, machine) => {
		const platform = inShell(machine);
		const { cli } = platform;
		const config = configOf(machine, platform);
		const replies = { [cli.showRunning]: config };
		await using server = await serveMachine(machine, { method: 'keyboard-interactive', replies });

		const { text } = await fetchOne(server, { platform, connection: connectionTo(machine) });

		expect(trimmed(text)).toBe(trimmed(config));
		expect(server.attempts).toEqual(['keyboard-interactive']);
		const listed = [cli.enable?.command, ...cli.setup, cli.showRunning, cli.logout, machine.enablePassword, ''];
		expect(server.typed.filter((line) => !listed.includes(line))).toEqual([]);
	});

	it.concurrent.each(byName(machines))('%s: a wrong password is given once', async (_name, machine) => {
		for (const method of ['password', 'keyboard-interactive'] as const) {
			await using server = await serveMachine(machine, { method, replies: {} });
			const credentials = testCredentials({ username: machine.username, password: 'wrong' });

			await expect(fetchOne(server, { platform: inShell(machine), connection: { credentials } })).rejects.toMatchObject(
				{
					code: 'ERR_AUTHENTICATION',
					reason: 'auth-failed',
					reachable: false,
				},
			);
			expect([server.attempts, server.connections, server.typed]).toEqual([[method], 1, []]);
		}
	});

	it.concurrent.each(byName(withEnable))('%s: a wrong enable password is given once', async (_name, machine) => {
		await using server = await serveMachine(machine, { method: 'password', replies: {} });
		const connection = connectionTo({ ...machine, enablePassword: 'wrong' });

		await expect(fetchOne(server, { platform: inShell(machine), connection })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			reason: 'auth-failed',
		});
		expect(server.typed.filter((line) => line !== '')).toEqual(['enable', 'wrong']);
	});

	it.concurrent.each(byName(strange))(
		'%s: says why it cannot be fetched, and answers nothing',
		async (name, machine) => {
			await using server = await serveMachine(machine, { method: 'password', replies: {} });
			const timeouts = { authMs: 5_000 };

			await expect(
				fetchOne(server, { platform: inShell(machine), connection: { ...connectionTo(machine), timeouts } }),
			).rejects.toMatchObject({ reachable: true, message: expect.stringMatching(NO_CLI[name] ?? /^$/) });
			expect(server.typed.filter((line) => line !== '')).toEqual([]);
		},
	);
});

function connectionTo({ username, password, enablePassword }: LoginMachine): Pick<Connection, 'credentials'> {
	return { credentials: testCredentials({ username, password, enable: enablePassword }) };
}

/** These were recorded in a shell, whatever the platform prefers. */
function inShell({ platform: name }: LoginMachine): Platform {
	const platform = platformOf(name);
	const { cli } = platform;
	if (cli.channel === 'shell') return platform;
	const { prompt } = cli;
	return {
		...platform,
		cli: { ...testPlatform().cli, prompt, enable: null, setup: [], showRunning: 'show configuration' },
	};
}

/** What the machine shows by itself; the unicon ones were recorded without. */
function configOf({ states, platform }: LoginMachine, { cli }: Platform): string {
	const shown = [...states.values()].map(({ reactions }) => reactions.get(cli.showRunning)?.response ?? '');
	const recorded = shown.find((text) => text.split('\n').length > 20);
	return recorded ?? readFileSync(new URL(`../../platforms/${platform}/in-sync/running.cfg`, import.meta.url), 'utf8');
}

/** Blank lines around a config come and go with the terminal. */
function trimmed(text: string): string {
	return text.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
}
