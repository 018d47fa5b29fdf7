import { describe, expect, it } from 'vitest';
import { PASSWORD, WAYS } from '../../support/faults/ways.ts';
import { platformOf } from '../../support/platform-of.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { testCredentials } from '../../support/ssh/ssh-fixtures.ts';

describe('a device that never stops sending', () => {
	it.each(WAYS.filter(({ transport }) => transport === 'ssh'))(
		'is given up at the bound of an answer, $name',
		async (way) => {
			await using device = await way.start('edge-01', { session: 'floods' });
			const credentials = testCredentials({ username: 'auditor', password: PASSWORD });

			const fetched = fetchOne(
				{ port: device.port, fingerprint: device.hostKey ?? '' },
				{ platform: platformOf(way.platform), connection: { credentials }, signal: AbortSignal.timeout(50_000) },
			);

			await expect(fetched).rejects.toMatchObject({
				code: 'ERR_INCOMPLETE',
				reachable: true,
				message: expect.stringContaining('sent more than 64 MiB without an end'),
			});
			await expect.poll(() => device.open).toBe(0);
		},
	);
});
