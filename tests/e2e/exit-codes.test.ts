import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

const FLEET = `version: 1
intended: intended/{device}.cfg
known-hosts: known_hosts
defaults: { platform: cisco_ios, credentials: lab, timeouts: { connect: 2s } }
credentials: { lab: { username: audit, password: "\${FLEET_PASSWORD}" } }
devices:
  same: { host: 127.0.0.1, port: 1 }
  other: { host: 127.0.0.1, port: 1 }
  gone: { host: 127.0.0.1, port: 1 }
`;
const CONFIG = iosConfig('same');
const FILES: Readonly<Record<string, string>> = {
	'fleet.yml': FLEET,
	known_hosts: '',
	'intended/same.cfg': CONFIG,
	'intended/other.cfg': CONFIG,
	'intended/gone.cfg': CONFIG,
	'running/same.cfg': CONFIG,
	'running/other.cfg': CONFIG.replace(/mtu \d+/u, 'mtu 1400'),
	'empty/.keep': '',
};
const OFFLINE = ['--running-dir', 'running'];
const SHARES = 'shares';

let folder: TemporaryFolder;
beforeAll(async () => {
	folder = await temporaryFolder('exit-codes-');
	for (const [path, text] of Object.entries(FILES)) {
		await mkdir(dirname(join(folder.path, path)), { recursive: true });
		await writeFile(join(folder.path, path), text);
	}
	await cli('plan', '--shards', '2', '--out', SHARES);
});
afterAll(() => folder[Symbol.asyncDispose]());

const cli = (...args: readonly string[]) =>
	spawnCli(args, {
		cwd: folder.path,
		env: { FLEET_PASSWORD: 'open sesame', FLEET_FINGERPRINT_KEY: 'a key of the test' },
	});

/** What docs/cli.md says, by command. Each is asked as a shell asks it: by its exit code alone. */
const CASES: readonly (readonly [situation: string, args: readonly string[], exitCode: number])[] = [
	['in sync', ['audit', ...OFFLINE, '--select', 'same'], 0],
	['drift that fail-on names', ['audit', ...OFFLINE, '--select', 'same,other'], 1],
	['drift that it does not name', ['audit', ...OFFLINE, '--select', 'same,other', '--fail-on', 'none'], 0],
	[
		'health below the least',
		['audit', ...OFFLINE, '--select', 'same,other', '--fail-on', 'none', '--min-health', '99'],
		1,
	],
	['unknown that fail-on does not name', ['audit', ...OFFLINE, '--select', 'same,gone'], 0],
	['unknown that it names', ['audit', ...OFFLINE, '--select', 'same,gone', '--fail-on', 'drift,unknown'], 3],
	['nobody reached, where a health is asked for', ['audit', ...OFFLINE, '--select', 'gone', '--min-health', '9'], 3],
	['drift and unknown', ['audit', ...OFFLINE, '--fail-on', 'drift,unknown'], 1],
	[
		'a shard, whatever it finds',
		['audit', ...OFFLINE, '--shard', '1/2', '--manifest', `${SHARES}/shard-manifest.json`],
		0,
	],
	['no such device', ['audit', '--select', 'smae'], 2],
	['no fleet.yml', ['audit', '--fleet', 'none.yml'], 2],
	['a shard that did not report', ['merge', 'empty', '--fail-on', 'none'], 2],
	['no commits', ['preflight', '--base', 'main'], 2],
	['no base', ['preflight'], 2],
	['a device that cannot be fetched', ['fetch', 'gone'], 3],
	['no such device', ['fetch', 'goen'], 2],
	['a device that is not well', ['doctor', 'gone'], 3],
	['no such device', ['doctor', 'goen'], 2],
	['without a token', ['doctor', '--github', '--repository', 'octo/network'], 3],
	['a device that cannot be fetched', ['calibrate', 'gone', '--interval', '1s'], 3],
	['drift to take over', ['adopt', 'other', ...OFFLINE, '--dry-run'], 0],
	['a device that cannot be judged', ['adopt', 'gone', ...OFFLINE], 3],
	['equal files', ['diff', 'intended/same.cfg', 'running/same.cfg', '--platform', 'cisco_ios'], 0],
	['files that differ', ['diff', 'intended/other.cfg', 'running/other.cfg', '--platform', 'cisco_ios'], 1],
	['no such file', ['diff', 'a.cfg', 'b.cfg', '--platform', 'cisco_ios'], 2],
	['a config', ['mask', 'running/same.cfg', '--platform', 'cisco_ios'], 0],
	['no such platform', ['mask', 'running/same.cfg', '--platform', 'cisco_iso'], 2],
	['no repository', ['history', '--remote', 'nowhere.git'], 2],
	['a fleet', ['devices'], 0],
	['a fleet', ['plan', '--out', 'plan'], 0],
	['more shards than there may be', ['plan', '--shards', '257'], 2],
	['always', ['platforms'], 0],
	['always', ['schema'], 0],
	['a shell', ['completion', 'bash'], 0],
	['no such shell', ['completion', 'csh'], 2],
	['a fleet.yml that is there', ['init', '--device', 'a=192.0.2.1'], 2],
	['a new fleet.yml', ['init', '--device', 'a=192.0.2.1', '--platform', 'eos', '--fleet', 'new/fleet.yml'], 0],
	['another fleet than the sample', ['simulate', '--fleet', 'fleet.yml'], 2],
	['another fleet than the sample', ['demo', '--fleet', 'fleet.yml', '--out', 'demo'], 2],
	['no such command', ['adit'], 2],
	['asked for help', ['audit', '--help'], 0],
	['asked for its version', ['--version'], 0],
];

describe('exit codes', () => {
	it('are looked at for every command', () => {
		const names = COMMANDS.map((create) => create({} as never, () => {}).name());

		expect(names.filter((name) => !CASES.some(([, [command]]) => command === name))).toEqual([]);
	});

	it.concurrent.each(
		CASES.map(([situation, args, exitCode]) => ({ situation, args, command: args.join(' '), exitCode })),
	)('$situation: $command', async ({ args, exitCode }) => {
		const run = await cli(...args);

		expect(run.exitCode, run.stdout + run.stderr).toBe(exitCode);
	});
});
