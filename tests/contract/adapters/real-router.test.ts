import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { frr } from '../../../src/platforms/frr.ts';
import { frrMissing, startFrr } from '../../support/frr/real-frr.ts';
import { sshdMissing, startSshd } from '../../support/openssh/sshd.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { testCredentials, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';

const missing = frrMissing ?? sshdMissing;

const CONFIG = `
ip prefix-list PL seq 5 permit 10.0.0.0/8
ip route 192.0.2.0/24 Null0
interface dummy0
 description uplink to <noc@example.com>
 ip address 198.51.100.1/31
exit
router bgp 65001
 bgp router-id 192.0.2.254
 neighbor 198.51.100.0 remote-as 65002
 address-family ipv4 unicast
  neighbor 198.51.100.0 prefix-list PL in
 exit-address-family
exit
`;

describe.skipIf(missing !== null)(
	`a real router: FRRouting behind OpenSSH${missing === null ? '' : ` (${missing})`}`,
	() => {
		it('yields what its own vtysh shows', async () => {
			const key = makeKey();
			await using router = await startFrr(CONFIG);
			await using sshd = await startSshd({ authorizedKeys: [key.publicKey], environment: router.environment });
			const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });

			const { text, session } = await fetchOne(sshd, { platform: frr, connection: { credentials } });

			expect(text).toBe(await router.vtysh('show running-config'));
			expect(text).toContain(' neighbor 198.51.100.0 remote-as 65002\n');
			expect(text.trimEnd().split('\n').at(-1)).toBe('end');
			expect(session).toEqual({ handshakes: 1, commands: 1 });
		});

		it('is read in its shell as well', async () => {
			const key = makeKey();
			await using router = await startFrr(CONFIG);
			await using sshd = await startSshd({
				authorizedKeys: [key.publicKey],
				environment: router.environment,
				config: ['ForceCommand vtysh'],
			});
			const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });
			const platform = testPlatform({ enable: null, setup: ['terminal length 0'] });

			const { text } = await fetchOne(sshd, { platform, connection: { credentials } });

			expect(text).toBe(await router.vtysh('show running-config'));
			expect(text).toContain(`hostname ${hostname()}\n`);
		});

		it('that is down is a rejected command, not an empty config', async () => {
			const key = makeKey();
			const router = await startFrr(CONFIG);
			await using sshd = await startSshd({ authorizedKeys: [key.publicKey], environment: router.environment });
			const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });
			await router[Symbol.asyncDispose]();

			await expect(fetchOne(sshd, { platform: frr, connection: { credentials } })).rejects.toMatchObject({
				code: 'ERR_COMMAND_REJECTED',
				reachable: true,
			});
		});
	},
);
