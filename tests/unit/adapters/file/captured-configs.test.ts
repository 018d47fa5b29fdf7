import { describe, expect, it } from 'vitest';
import { CapturedConfigs } from '../../../../src/adapters/file/captured-configs.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';

const captures = (more: object = {}): string =>
	JSON.stringify({
		schemaVersion: 1,
		fingerprintKey: null,
		devices: [{ name: 'edge-01', platform: 'cisco_ios', transport: 'ssh', text: 'hostname edge-01\nend\n' }],
		...more,
	});

describe('CapturedConfigs', () => {
	it('gives what was fetched then, and asks nobody', async () => {
		await using adapter = CapturedConfigs.read(captures(), 'monday.json');

		expect(await adapter.fetchConfig(aFleetDevice({ name: 'edge-01' }))).toEqual({
			text: 'hostname edge-01\nend\n',
			session: { handshakes: 0, commands: 0 },
		});
	});

	it('takes a device that was not fetched for unreachable', async () => {
		const adapter = CapturedConfigs.read(captures(), 'monday.json');

		await expect(adapter.fetchConfig(aFleetDevice({ name: 'edge-02' }))).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: 'there is no edge-02 in monday.json: it was not fetched then',
		});
	});

	it.each([
		['no JSON', '{"schemaVersion": 1, "devices": [{"text": "hunter2'],
		['a list', '[]'],
		['null', 'null'],
		['another version', captures({ schemaVersion: 2 })],
		['a report', JSON.stringify({ schemaVersion: 1, devices: [{ name: 'edge-01', status: 'in-sync' }] })],
		['a device without a text', captures({ devices: [{ name: 'edge-01' }] })],
		['a key that is none', captures({ fingerprintKey: 5 })],
	])('refuses %s, and quotes none of it', (_, text) => {
		expect(() => CapturedConfigs.read(text, 'monday.json')).toThrow(
			expect.objectContaining({
				code: 'ERR_CONFIGURATION',
				message:
					'monday.json: the file holds no running configs from an earlier fetch. Write one with "fleet-drift fetch DEVICE… --json FILE", or name a folder with one file per device',
			}),
		);
	});
});
