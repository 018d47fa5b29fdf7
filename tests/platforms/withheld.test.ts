import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../src/domain/fleet-report.ts';
import { auditDevice } from '../../src/use-cases/audit-device.ts';
import { preflight } from '../../src/use-cases/preflight.ts';
import { aFleetDevice } from '../support/a-fleet-device.ts';
import { aRun, revisionsOf } from '../support/a-run.ts';

const inSync = (platform: string): string =>
	readFileSync(new URL(`./${platform}/in-sync/running.cfg`, import.meta.url), 'utf8');

/** What the audit says of a device that shows this; its intended config is the same, so nothing but that can be said. */
async function audit(platform: string, shown: string): Promise<DeviceReport> {
	const { tools, run } = aRun({ running: { a: shown } });
	return await auditDevice(aFleetDevice({ name: 'a', platform }), tools, run.signal);
}

const LEFT_OUT = [
	{
		platform: 'juniper_junos',
		left: (config: string) => config.replace(/\n( +)login \{[\s\S]*?\n\1\}/, '\n$1login { /* ACCESS-DENIED */ };'),
		says: '/* ACCESS-DENIED */',
	},
	{
		platform: 'mikrotik_routeros',
		left: (config: string) => config.replace(/\n\/ip address\n[\s\S]*/, '\n#error exporting /ip socks\n#interrupted\n'),
		says: '#interrupted',
	},
	{
		platform: 'mikrotik_routeros',
		left: (config: string) =>
			config.replace(/\n\/ip address\n(?:[^/].*\n)+/, '\n#error exporting "/ip/address" (timeout)\n'),
		says: '#error exporting "/ip/address" (timeout)',
	},
] as const;

describe.each(LEFT_OUT)('a config of $platform in which the device says $says', ({ platform, left, says }) => {
	const shown = left(inSync(platform));

	it('is not whole, whatever the intended config says', async () => {
		expect(shown).not.toBe(inSync(platform));
		expect(await audit(platform, shown)).toMatchObject({
			status: 'unknown',
			reason: 'incomplete',
			reachable: true,
			message: expect.stringContaining(`says "${says}" in the place of a part`),
		});
	});

	it('is not whole for a pull request either', async () => {
		const { run, tools } = aRun({ running: { a: shown } });
		const devices = [aFleetDevice({ name: 'a', platform })];
		const files = { base: { a: inSync(platform) }, head: { a: `${inSync(platform)}\n` } };
		const { devices: reports } = await preflight({ ...run, devices }, tools, revisionsOf(files));

		expect(reports).toMatchObject([{ status: 'unknown', reason: 'incomplete' }]);
	});
});

it('reads a Junos config in which somebody wrote what the device says of a part', async () => {
	const shown = inSync('juniper_junos').replace(
		/host-name [^;]+;/,
		'$&\n    location building "row /* ACCESS-DENIED */ 7";',
	);

	expect(shown).toContain('ACCESS-DENIED');
	expect(await audit('juniper_junos', shown)).toMatchObject({ reason: null });
});

it('reads the export of a RouterOS that lacks the hardware of a menu', async () => {
	const shown = inSync('mikrotik_routeros').replace(/\n*$/, '\n#error exporting "/system/routerboard/mode-button"\n');

	expect(await audit('mikrotik_routeros', shown)).toMatchObject({ status: 'in-sync' });
});

it.each(['', 'boot-start-marker\nboot-end-marker\n!\n'])(
	'takes nothing but the frame of an IOS config for the rights of the account, and not for a config: %j',
	async (markers) => {
		const header = 'Building configuration...\n\nCurrent configuration : 157 bytes\n!\n';
		const shown = `${header}! Last configuration change at 14:03:37 CET Wed Jan 7 2026 by anna\n!\n${markers}!\n!\nend\n`;

		expect(await audit('cisco_ios', shown)).toMatchObject({
			status: 'unknown',
			reason: 'incomplete',
			message: expect.stringMatching(/holds nothing but its frame.*missing rights/),
		});
	},
);
