import { describe, expect, it } from 'vitest';
import { platforms } from '../../../src/platforms/index.ts';
import { simulatedPlatforms } from '../../../src/simulator/personalities.ts';
import { demoClientKey } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { type Conversation, connectSsh } from '../../support/ssh-conversation.ts';

const login = { username: 'auditor', privateKey: demoClientKey().privateKey };

describe('what a platform sends', () => {
	it.each(simulatedPlatforms)('is known to the simulated %s', async (name) => {
		const platform = platforms.resolve(name);
		if (platform === null) throw new Error(`${name} is not in the registry`);
		const { channel, setup, showRunning, failures, prompt, enable, logout } = platform.cli;
		const enablePassword = enable === null ? null : 'open-sesame';
		const devices = [simulatedDevice({ platform: name, enablePassword, pageLines: 5 })];
		await using fleet = await startSimulatedFleet({ devices });
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		let answers = '';
		if (channel === 'exec') {
			const { stdout, stderr, status } = await ssh.exec(showRunning);
			expect(status).toBe(0);
			answers = stdout + stderr;
		} else {
			const shell = await ssh.shell();
			const greeting = await lastLineOf(shell);
			expect(greeting).toMatch(prompt);
			expect(enable?.privileged.test(greeting) ?? false).toBe(false);
			if (enable !== null) {
				shell.type(`${enable.command}\n`);
				expect(await shell.readUntil('assword: ')).toMatch(enable.passwordPrompt);
				shell.type('open-sesame\n');
				expect(await shell.readUntil('edge-01#')).toMatch(enable.privileged);
			}
			shell.type([...setup, showRunning, logout, ''].join('\n'));
			answers = await shell.readUntil(`${logout}\r\n`);
			expect(answers).not.toMatch(/--more--/i);
		}

		expect(answers).toContain('\n description uplink');
		for (const line of answers.split(/\r?\n/)) for (const failure of failures) expect(line).not.toMatch(failure);
	});
});

async function lastLineOf(shell: Conversation): Promise<string> {
	const text = await shell.readUntil('edge-01');
	await new Promise((resolve) => setTimeout(resolve, 50));
	return `${text}${shell.pending()}`.split('\r\n').at(-1) ?? '';
}
