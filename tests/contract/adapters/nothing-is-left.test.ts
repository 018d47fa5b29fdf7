import { getEventListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditFolder } from '../../support/audit-folder.ts';
import { watchResources } from '../../support/live-resources.ts';
import { startBastion } from '../../support/ssh/bastion-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { openLogin, passwordLogin } from '../../support/ssh/logins.ts';
import { type SshServerOptions, startSshServer } from '../../support/ssh/ssh-server.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CONFIG = 'version 17.9\nhostname R1\n!\nend\n';
const SHOW = 'show running-config';

/** Ways to fail, each with the reason that is told. */
const WAYS: readonly [string, Partial<SshServerOptions>][] = [
	['auth-failed', { login: passwordLogin('another') }],
	['host-key-mismatch', { hostKeys: [makeKey('ecdsa')] }],
	['unreachable', { intercept: (socket) => !socket.resetAndDestroy() }],
	['unreachable', { intercept: (socket) => !socket.end('SSH-1.5-old\r\n') }],
	['timed-out', { intercept: () => false }],
	['timed-out', { shell: () => undefined }],
	['command-rejected', { shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: {} }) }],
	[
		'incomplete',
		{
			shell: (channel) =>
				serveCli(channel, { prompt: 'R1#', replies: {}, misbehave: { [SHOW]: () => channel.end('hostname R1\r\n') } }),
		},
	],
	[
		'incomplete',
		{ shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: { [SHOW]: CONFIG.slice(0, -4) } }) },
	],
	['incomplete', {}],
];
const DEVICES = 500;

it(`leaves no socket, no timer and no listener after ${DEVICES} devices that fail, half of them behind a bastion`, async () => {
	await using folder = await temporaryFolder('fleet-');
	const run = new AbortController();
	using watched = watchResources();
	{
		await using servers = new AsyncDisposableStack();
		const bastion = servers.use(await startBastion({ login: passwordLogin('open sesame') }));
		const ways = await Promise.all(
			WAYS.map(async ([, options]) => servers.use(await startSshServer({ login: openLogin, ...options }))),
		);
		const pin = `host-key: "${bastion.fingerprint}"`;
		const devices = Array.from({ length: DEVICES }, (_, index) => {
			const way = ways[index % ways.length];
			const behind = index % 20 < 10 ? ', bastion: ams' : '';
			return {
				name: `edge-${index}`,
				line: `{ host: 127.0.0.1, port: ${way?.port}, ${pin}${behind} }`,
			};
		});
		await writeFile(join(folder.path, 'intended.cfg'), CONFIG);
		await writeFile(
			join(folder.path, 'fleet.yml'),
			[
				'version: 1\nintended: intended.cfg',
				'defaults: { platform: cisco_ios, credentials: lab, timeouts: { connect: 2s, auth: 2s, command: 1s, device: 20s } }',
				`credentials: { lab: { username: audit, password: "\${PASSWORD}" } }`,
				`bastions: { ams: { host: 127.0.0.1, port: ${bastion.port}, credentials: lab, ${pin} } }`,
				'concurrency: { fleet: 100, per-bastion: 50 }',
				`devices:\n${devices.map(({ name, line }) => `  ${name}: ${line}`).join('\n')}\n`,
			].join('\n'),
		);
		const report = await auditFolder(folder.path, {
			env: { PASSWORD: 'open sesame' },
			progress: { started: () => undefined, finished: () => undefined, defect: (_, error) => console.error(error) },
			signal: run.signal,
		});

		// On a busy machine some time out that would have failed otherwise; each way is among them all the same.
		expect(report.fleet).toMatchObject({ devices: DEVICES, unknown: DEVICES });
		expect([...new Set(report.devices.map(({ reason }) => reason))].toSorted()).toEqual(
			[...new Set(WAYS.map(([reason]) => reason))].toSorted(),
		);
		expect(bastion.handshakes).toBe(1);
		await expect
			.poll(() => [bastion, ...ways].map(({ open }) => open))
			.toEqual(Array.from({ length: WAYS.length + 1 }, () => 0));
	}

	expect(getEventListeners(run.signal, 'abort')).toEqual([]);
	await expect.poll(() => watched.timers()).toEqual([]);
	await expect.poll(() => watched.sockets()).toBe(0);
});
