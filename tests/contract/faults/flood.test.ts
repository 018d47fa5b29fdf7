import { describe, expect, it } from 'vitest';
import { hostKeyOf } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { PASSWORD, WAYS } from '../../support/faults/ways.ts';
import { platformOf } from '../../support/platform-of.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
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
				message: expect.stringContaining('sent more than 64 MiB without ending'),
			});
			await expect.poll(() => device.open).toBe(0);
		},
	);

	it.each(['cisco_ios', 'frr'])('is given up behind more lines than a config has, %s', async (platform) => {
		const runningConfig = `hostname edge-01\n${'\n'.repeat(4_200_000)}end\n`;
		await using fleet = await startSimulatedFleet({
			devices: [simulatedDevice({ name: 'edge-01', platform, runningConfig })],
		});
		const credentials = testCredentials({ username: 'auditor', password: PASSWORD });

		const fetched = fetchOne(
			{ port: fleet.portOf('edge-01'), fingerprint: hostKeyOf('edge-01').fingerprint },
			{ platform: platformOf(platform), connection: { credentials }, signal: AbortSignal.timeout(50_000) },
		);

		await expect(fetched).rejects.toMatchObject({
			code: 'ERR_INCOMPLETE',
			reachable: true,
			message: expect.stringContaining('sent more than 2,000,000 lines without ending'),
		});
	});
});
