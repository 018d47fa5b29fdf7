import { describe, expect, it } from 'vitest';
import { type CliScript, cliLog, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = 'Building configuration...\n\nhostname R1\n!\ninterface Ethernet1\n description to the core\n!\nend\n';
const REPLIES = { 'terminal length 0': '', 'terminal width 511': '', 'show running-config': CONFIG };
const SCRIPT: CliScript = { prompt: 'R1#', replies: REPLIES };

async function startDevice(script: CliScript, log = cliLog()): Promise<SshServer> {
	return await startSshServer({
		login: passwordLogin('open sesame'),
		shell: (channel) => serveCli(channel, script, log),
	});
}

describe('SshDeviceAdapter in a shell', () => {
	it('returns the text between echo and prompt, and what it took', async () => {
		await using server = await startDevice(SCRIPT);

		const { text, session } = await fetchOne(server);

		expect(text).toBe(CONFIG);
		expect(session).toEqual({ handshakes: 1, commands: 4 });
	});
});
