import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditFolder } from '../../support/audit-folder.ts';
import { startBastion } from '../../support/ssh/bastion-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CONFIG = 'version 17.9\nhostname R1\n!\nend\n';

it('a fleet behind two bastions in a row takes no more places on either than per-bastion says', async () => {
	await using folder = await temporaryFolder('fleet-');
	await using outer = await startBastion({ login: passwordLogin('outer') });
	await using inner = await startBastion({ login: passwordLogin('inner') });
	await using device = await startSshServer({
		login: passwordLogin('open sesame'),
		shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': CONFIG } }),
	});
	const pin = `host-key: "${device.fingerprint}"`;
	const names = Array.from({ length: 9 }, (_, index) => `edge-${index + 1}`);
	await writeFile(join(folder.path, 'intended.cfg'), CONFIG);
	await writeFile(
		join(folder.path, 'fleet.yml'),
		`
version: 1
intended: intended.cfg
defaults: { platform: cisco_ios, credentials: lab, bastion: inner }
credentials:
  lab: { username: audit, password: "\${LAB}" }
  outer: { username: jump, password: "\${OUTER}" }
  inner: { username: jump, password: "\${INNER}" }
bastions:
  outer: { host: 127.0.0.1, port: ${outer.port}, credentials: outer, ${pin} }
  inner: { host: 127.0.0.1, port: ${inner.port}, credentials: inner, bastion: outer, ${pin} }
concurrency: { per-bastion: 3 }
devices:
${names.map((name) => `  ${name}: { host: 127.0.0.1, port: ${device.port}, ${pin} }`).join('\n')}
`,
	);

	const { fleet, devices } = await auditFolder(folder.path, {
		env: { LAB: 'open sesame', OUTER: 'outer', INNER: 'inner' },
	});

	expect(fleet.inSync).toBe(9);
	expect([outer.handshakes, inner.handshakes, device.handshakes]).toEqual([1, 1, 9]);
	expect(inner.peak).toBe(3);
	expect(devices.reduce((sum, { metadata }) => sum + Number(metadata.handshakes), 0)).toBe(11);
});
