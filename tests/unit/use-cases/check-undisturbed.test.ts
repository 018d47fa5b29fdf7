import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../../src/domain/fleet-report.ts';
import { adoptDrift } from '../../../src/use-cases/adopt-drift.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aRun, revisionsOf } from '../../support/a-run.ts';

const name = 'leaf-01';
const MESSAGE = '*Jan 12 10:11:12.123: %LINK-3-UPDOWN: Interface Vlan7, changed state to down';
const config = (inside = ''): string => `version 15.2\nhostname ${name}\n${inside}interface Vlan7\n shutdown\nend\n`;
const DISTURBED = config(`${MESSAGE}\n`);
const BROKEN = config().replace('shutdown', `shut${MESSAGE}\ndown`);

function given({ running = DISTURBED, intended = config(), fetchedElsewhere = true } = {}) {
	const { run, tools } = aRun({ running: { [name]: running }, intended: { [name]: intended } });
	const devices = [aFleetDevice({ name, platform: 'cisco_ios' })];
	return { run: { ...run, devices }, tools: { ...tools, fetchedElsewhere } };
}

async function audit(of?: Parameters<typeof given>[0]): Promise<DeviceReport | undefined> {
	const { run, tools } = given(of);
	return (await triggerFleetAudit(run, tools)).devices[0];
}

describe('a running config that another tool has fetched', () => {
	it.each([
		['in the middle of a line', `shut${MESSAGE}\ndown`],
		['between the halves of a line', `shut\n${MESSAGE}\ndown`],
		[
			'of a kind that no mask of the platform knows',
			'shutdown\n01/12/2026 10:11:12.34 <Info:vlan.msgs.linkUp> Port 1 up',
		],
	])('is not judged where it differs at a log message: %s', async (_, broken) => {
		const device = await audit({ running: config().replace('shutdown', broken) });

		expect(device).toMatchObject({ status: 'unknown', reason: 'incomplete', reachable: true, changes: [] });
		expect(device?.message).toMatch(/line \d of the running-config reads like a log message \("[%<][\w:.-]+>?"\)/);
		expect(device?.message).not.toMatch(/changed state|Port 1/);
	});

	it.each([
		['on a line of its own', DISTURBED],
		['in front', `${MESSAGE}\n${config()}`],
	])('is judged where a log message changes nothing: %s', async (_, running) => {
		expect((await audit({ running }))?.status).toBe('in-sync');
	});

	it('is judged where it differs elsewhere', async () => {
		const device = await audit({ running: DISTURBED.replace('\nend', '\n mtu 9000\nend') });

		expect(device).toMatchObject({ status: 'drifted', changes: [{ kind: 'extra', line: 'mtu 9000' }] });
	});

	it('is judged where the intended config has the line', async () => {
		const quoted = config('01/12/2026 10:11:12.34 <Info:vlan.msgs.linkUp> Port 1 up\n');

		expect((await audit({ running: quoted, intended: quoted }))?.status).toBe('in-sync');
	});

	it('is not adopted', async () => {
		const { run, tools } = given({ running: BROKEN });

		const { report, adoptions } = await adoptDrift(run, tools, { within: [], redact: (text) => text });

		expect(report.devices[0]?.reason).toBe('incomplete');
		expect([...adoptions]).toEqual([]);
	});

	it('is not judged in a check of a change', async () => {
		const { run, tools } = given({ running: BROKEN });
		const head = config().replace('hostname', 'no ip routing\nhostname');

		const report = await preflight(run, tools, revisionsOf({ base: { [name]: config() }, head: { [name]: head } }));

		expect(report.devices[0]).toMatchObject({ status: 'unknown', reason: 'incomplete' });
	});
});

describe('a running config that we have fetched', () => {
	it('was read again: what stands in it is config', async () => {
		expect((await audit({ running: BROKEN, fetchedElsewhere: false }))?.status).toBe('drifted');
	});
});
