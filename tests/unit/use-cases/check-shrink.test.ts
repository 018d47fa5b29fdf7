import { describe, expect, it } from 'vitest';
import type { DiffOptions } from '../../../src/domain/compare/calculate-diff.ts';
import type { LastSize } from '../../../src/domain/config/shrink.ts';
import type { DeviceReport } from '../../../src/domain/fleet-report.ts';
import { adoptDrift } from '../../../src/use-cases/adopt-drift.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aRun, type RunInMemory, revisionsOf } from '../../support/a-run.ts';

const name = 'leaf-01';

/** A config of that many lines, for both platforms. */
function config(lines: number, { hostname = name }: { readonly hostname?: string } = {}): string {
	const vlans = Array.from({ length: lines - 3 }, (_, index) => `vlan ${index + 2}\n`);
	return `version 10.3\nhostname ${hostname}\n${vlans.join('')}end\n`;
}

interface Case {
	readonly platform?: string;
	readonly running: string;
	readonly intended?: string;
	readonly before?: LastSize | null;
	readonly options?: DiffOptions;
}

function given({
	platform = 'cisco_nxos',
	running,
	intended = config(400),
	before = { platform, lines: 400 },
	options = {},
}: Case): Pick<RunInMemory, 'run' | 'tools'> {
	const { run, tools } = aRun({ running: { [name]: running }, intended: { [name]: intended }, options });
	const lastSizes = async (): Promise<ReadonlyMap<string, LastSize>> => new Map(before && [[name, before]]);
	return { run: { ...run, devices: [aFleetDevice({ name, platform })] }, tools: { ...tools, lastSizes } };
}

async function audit(of: Case): Promise<{ readonly device: DeviceReport | undefined; readonly warnings: string }> {
	const { run, tools } = given(of);
	const { devices, warnings } = await triggerFleetAudit(run, tools);
	return { device: devices[0], warnings: warnings.join('\n') };
}

describe('a config that lost most of its lines', () => {
	it('is judged without its past when the run is over before that is known', async () => {
		const { run, tools } = given({ running: config(40) });
		const controller = new AbortController();
		const lastSizes = (): Promise<never> => {
			controller.abort(new DOMException('late', 'TimeoutError'));
			return new Promise(() => {});
		};

		const { devices } = await triggerFleetAudit({ ...run, signal: controller.signal }, { ...tools, lastSizes });

		expect(devices[0]).toMatchObject({ name, reachable: true });
	});

	it('is not judged where nothing but the prompt tells its end, and the message says what to do', async () => {
		const { device } = await audit({ running: config(40) });

		expect(device).toMatchObject({ status: 'unknown', reason: 'incomplete', reachable: true, changes: [] });
		expect(device?.message).toContain('the running-config has 40 lines, and about 400 when it was judged last');
		expect(device?.message).toContain('as soon as the intended config has at most 80 lines');
	});

	it('is judged with a warning where the config itself shows its end', async () => {
		const { device, warnings } = await audit({ platform: 'cisco_ios', running: config(40) });

		expect(device?.status).toBe('drifted');
		expect(warnings).toBe('leaf-01: the running-config has 40 lines, and about 400 when it was judged last');
	});

	it('is judged with a warning once the intended config is as short', async () => {
		const { device, warnings } = await audit({ running: config(40), intended: config(80, { hostname: 'leaf-02' }) });

		expect(device?.status).toBe('drifted');
		expect(warnings).toContain('40 lines, and about 400');
		expect((await audit({ running: config(40), intended: config(81) })).device?.status).toBe('unknown');
	});

	it('is in sync, with a warning, when just that is intended', async () => {
		const { device, warnings } = await audit({ running: config(40), intended: config(40) });

		expect(device?.status).toBe('in-sync');
		expect(warnings).toContain('40 lines, and about 400');
	});

	it.each([
		['nothing is known of it', { before: null }],
		['it was never judged', { before: { platform: 'cisco_nxos', lines: 0 } }],
		['it was of another platform', { before: { platform: 'cisco_ios', lines: 400 } }],
		['it was small before', { before: { platform: 'cisco_nxos', lines: 49 }, running: config(10) }],
		['it lost a half', { running: config(200) }],
	])('is drifted as usual where %s', async (_, of) => {
		const { device, warnings } = await audit({ running: config(40), ...of });

		expect(device?.status).toBe('drifted');
		expect(warnings).toBe('');
	});
});

describe('an intended config that declares a part', () => {
	const options: DiffOptions = { scope: 'declared' };
	const intended = `hostname ${name}\nvlan 399\n`;

	it('says by its length nothing about the whole', async () => {
		const { device } = await audit({ running: config(40), intended, options });

		expect(device).toMatchObject({ status: 'unknown', reason: 'incomplete' });
		expect(device?.message).toContain('as soon as all that the intended config declares runs');
	});

	it('lets a short config be judged when all that it declares runs', async () => {
		const { device, warnings } = await audit({ running: config(40), intended: `hostname ${name}\n`, options });

		expect(device?.status).toBe('in-sync');
		expect(warnings).toContain('40 lines, and about 400');
	});
});

describe('a config that may have been cut', () => {
	it('is not adopted', async () => {
		const { run, tools } = given({ running: config(40) });

		const { report, adoptions } = await adoptDrift(run, tools, { within: [], redact: (text) => text });

		expect(report.devices[0]).toMatchObject({ status: 'unknown', reason: 'incomplete' });
		expect([...adoptions]).toEqual([]);
	});

	it('is not kept as a backup', async () => {
		const { run, tools } = given({ running: config(40) });
		const kept: string[] = [];

		await triggerFleetAudit(run, { ...tools, keepConfig: (device) => kept.push(device) });

		expect(kept).toEqual([]);
	});

	it.each([
		['has as many lines as before', config(400, { hostname: 'leaf-02' }), 'unknown'],
		['is as short', config(40), 'in-sync'],
	])('is judged by a pull request whose file %s: %s → %s', async (_, head, status) => {
		const { run, tools } = given({ running: config(40) });

		const report = await preflight(run, tools, revisionsOf({ base: { [name]: config(399) }, head: { [name]: head } }));

		expect(report.devices[0]?.status).toBe(status);
	});
});
