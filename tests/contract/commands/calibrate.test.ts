import { describe, expect, it } from 'vitest';
import { calibrateCommand } from '../../../src/commands/calibrate.ts';
import { folderOfFleet } from '../../support/folder-of-fleet.ts';
import { runCommand } from '../../support/run-command.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';

/** A device whose config counts how often it was shown. */
function startCounter(shown: () => void = () => undefined): Promise<SshServer> {
	let count = 0;
	return startSshServer({
		login: passwordLogin('open sesame'),
		shell: (channel) => {
			count += 1;
			const config = `version 17.9\nhostname R1\ncounter ${count}\nend\n`;
			serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': config } });
			channel.once('close', shown);
		},
	});
}

const at = ({ port, fingerprint }: SshServer): string =>
	`{ host: 127.0.0.1, port: ${port}, host-key: "${fingerprint}" }`;
const env = { PASSWORD: 'open sesame' };

describe('calibrate', () => {
	it('proposes masks for what changed by itself, and ends with 3 where a device could not be asked', async () => {
		await using server = await startCounter();
		const closed = await startCounter();
		await using folder = await folderOfFleet({ devices: { 'edge-01': at(server), 'edge-02': at(closed) } });
		await closed[Symbol.asyncDispose]();
		const calibrate = (...names: readonly string[]) =>
			runCommand(calibrateCommand, [...names, '--interval', '1ms'], { cwd: folder.path, env });

		const one = await calibrate('edge-01');
		const both = await calibrate('*');

		expect(one).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('counter') });
		expect(both).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('counter') });
		expect(both.stderr).toContain('edge-02: unreachable: ');
	});

	it('says that a device was not asked twice where it is interrupted meanwhile', async () => {
		const interruption = new AbortController();
		await using server = await startCounter(() => interruption.abort());
		await using folder = await folderOfFleet({ devices: { 'edge-01': at(server) } });

		const { exitCode, stderr } = await runCommand(calibrateCommand, ['edge-01', '--interval', '10m'], {
			cwd: folder.path,
			env,
			signal: interruption.signal,
		});

		expect(exitCode).toBe(3);
		expect(stderr).toContain('interrupted before it was done: edge-01');
	});

	it('refuses an interval that is no time, and says what is one', async () => {
		await using folder = await folderOfFleet({ running: { 'edge-01': '' } });

		await expect(
			runCommand(calibrateCommand, ['edge-01', '--interval', 'soon'], { cwd: folder.path }),
		).rejects.toMatchObject({
			message: expect.stringMatching(/--interval cannot be "soon".*Write a number with a unit, such as 10s/s),
		});
	});
});
