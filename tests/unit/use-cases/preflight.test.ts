import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Device } from '../../../src/domain/device.ts';
import type { Change } from '../../../src/domain/drift-report.ts';
import type { Feature } from '../../../src/domain/features/feature.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { DeviceError, DriftAuditError } from '../../../src/errors.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import type { FetchListener } from '../../../src/use-cases/ports.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { type Answer, aRun, type FleetInMemory, revisionsOf, silent } from '../../support/a-run.ts';

const config = (...lines: readonly string[]): string => [...lines, 'end', ''].join('\n');
const agreed = config('hostname a', 'interface 1', ' mtu 1500');
const wanted = config('hostname a', 'interface 1', ' mtu 9000');

interface Files {
	readonly base: Readonly<Record<string, string>>;
	readonly head: Readonly<Record<string, string>>;
}

async function check(files: Files, fleet: FleetInMemory): Promise<FleetReport & { readonly asked: readonly string[] }> {
	const { run, tools, asked } = aRun(fleet);
	return { ...(await preflight(run, tools, revisionsOf(files))), asked };
}

/** As many as whatever is due in a later turn may take. */
async function turns(): Promise<void> {
	for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}

const classes = ({ devices: [device] }: FleetReport): readonly string[] =>
	(device?.changes ?? []).map((change) => `${change.class} ${change.kind} ${change.line}`);

describe('preflight', () => {
	it('asks only the devices whose intended config changes', async () => {
		const report = await check(
			{ base: { a: agreed, b: agreed }, head: { a: wanted, b: agreed } },
			{ running: { a: agreed, b: agreed, c: agreed } },
		);

		expect(report.asked).toEqual(['a']);
		expect(report.devices.map(({ name }) => name)).toEqual(['a']);
		expect(report.fleet.devices).toBe(1);
	});

	it('is fine with a change that touches nobody', async () => {
		expect(await check({ base: {}, head: {} }, { running: { a: agreed } })).toMatchObject({
			mode: 'preflight',
			devices: [],
			asked: [],
		});
	});

	it('calls a device in sync on which everything that differs is planned', async () => {
		const report = await check({ base: { a: agreed }, head: { a: wanted } }, { running: { a: agreed } });

		expect(classes(report)).toEqual(['planned changed mtu 9000']);
		expect(report.devices[0]).toMatchObject({ status: 'in-sync', fingerprint: null });
		expect(report.devices[0]?.diff).toContain('-  mtu 9000\n+  mtu 1500');
	});

	it('lists what already runs as applied, and leaves it out of the diff', async () => {
		const report = await check({ base: { a: agreed }, head: { a: wanted } }, { running: { a: wanted } });

		expect(classes(report)).toEqual(['applied changed mtu 1500']);
		expect(report.devices[0]).toMatchObject({ status: 'in-sync', diff: '' });
	});

	it('calls a device drifted whose drift the pull request does not touch', async () => {
		const report = await check(
			{ base: { a: agreed }, head: { a: wanted } },
			{ running: { a: config('hostname b', 'interface 1', ' mtu 1500') } },
		);

		expect(classes(report)).toEqual(['drift changed hostname a', 'planned changed mtu 9000']);
		expect(report.devices[0]).toMatchObject({ status: 'drifted', fingerprint: expect.any(String) });
	});

	it('calls a device drifted on which the pull request meets a conflict', async () => {
		const report = await check(
			{ base: { a: agreed }, head: { a: wanted } },
			{ running: { a: config('hostname a', 'interface 1', ' mtu 1400') } },
		);

		expect(classes(report)).toEqual(['conflict changed mtu 9000']);
		expect(report.devices[0]?.status).toBe('drifted');
	});

	it('gives the drift an identity that does not change with what is planned', async () => {
		const running = { a: config('hostname b', 'interface 1', ' mtu 1500') };
		const identity = async (head: string): Promise<string | null | undefined> =>
			(await check({ base: { a: agreed }, head: { a: head } }, { running })).devices[0]?.fingerprint;

		expect(await identity(wanted)).toBe(await identity(config('hostname a', 'interface 1', ' mtu 1500', 'ntp x')));
	});

	it('names lines that the change brings and that hide something, whatever becomes of them', async () => {
		const hidden = config('hostname a', 'interface 1', ' mtu 9000', ' ip access-group X\u202e in');

		const report = await check({ base: { a: agreed }, head: { a: hidden } }, { running: { a: agreed } });

		expect(report.devices[0]).toMatchObject({ status: 'in-sync', findings: [{ line: 4 }] });
	});

	it('plans everything of a file that is new, and lists nothing as applied', async () => {
		const report = await check({ base: {}, head: { a: wanted } }, { running: { a: wanted } });

		expect(report.devices[0]).toMatchObject({ status: 'in-sync', changes: [] });
	});

	it('is unknown when the change removes the intended config', async () => {
		const report = await check({ base: { a: agreed }, head: {} }, { running: { a: agreed } });

		expect(report.devices[0]).toMatchObject({ status: 'unknown', reason: 'no-intended', reachable: true });
	});

	it('is unknown when the change leaves nothing of the intended config', async () => {
		const emptied = await check({ base: { a: agreed }, head: { a: ' \n' } }, { running: { a: agreed } });
		const silenced = await check(
			{ base: { a: agreed }, head: { a: '! rendered without its data\n' } },
			{ running: { a: agreed }, options: { scope: 'declared' } },
		);

		expect(emptied.devices[0]).toMatchObject({
			status: 'unknown',
			reason: 'no-intended',
			message: 'this change leaves intended/a.cfg empty: write the config into it',
			findings: [{ line: 1, message: 'this change leaves intended/a.cfg empty: write the config into it' }],
		});
		expect(silenced.devices[0]).toMatchObject({
			status: 'unknown',
			reason: 'no-intended',
			message: expect.stringContaining('its intended config says nothing'),
		});
	});

	it('lists nothing of a change that ignore rules accept', async () => {
		const options = { ignore: ({ line }: Change) => (line.startsWith('mtu') ? 'sites choose it' : null) };

		const files = { base: { a: agreed }, head: { a: wanted } };

		const planned = await check(files, { running: { a: agreed }, options });
		const applied = await check(files, { running: { a: wanted }, options });

		expect(planned.devices[0]).toMatchObject({ status: 'in-sync', changes: [], diff: '', ignored: 1 });
		expect(applied.devices[0]).toMatchObject({ status: 'in-sync', changes: [], diff: '', ignored: 0 });
	});

	it('lists no line as applied that ignore rules accept', async () => {
		const options = { ignore: ({ line }: Change) => (line.startsWith('ntp') ? 'sites choose it' : null) };
		const head = config('hostname a', 'interface 1', ' mtu 1500', 'ntp x');

		const report = await check({ base: { a: agreed }, head: { a: head } }, { running: { a: head }, options });

		expect(classes(report)).toEqual([]);
	});

	it('plans what it changes where ignore rules accept what runs instead', async () => {
		const isAccepted = (text: string): boolean => ['mtu 1500', 'mtu 1400'].includes(text);
		const options = {
			ignore: ({ line, runningText }: Change) =>
				[line, runningText ?? line].every(isAccepted) ? 'sites choose it' : null,
		};
		const running = { a: config('hostname a', 'interface 1', ' mtu 1400') };

		const report = await check({ base: { a: agreed }, head: { a: wanted } }, { running, options });

		expect(classes(report)).toEqual(['planned changed mtu 9000']);
		expect(report.devices[0]?.status).toBe('in-sync');
	});

	it('judges features by what is left to do for somebody else than the change', async () => {
		const { run, tools } = aRun({ running: { a: config('hostname x', 'interface 1', ' mtu 1500') } });
		const features: readonly Feature[] = [
			{ name: 'names', within: [], pattern: /^hostname /, ordered: null },
			{ name: 'ports', within: [/^interface /], pattern: null, ordered: null },
		];
		const revisions = revisionsOf({ base: { a: agreed }, head: { a: wanted } });

		const { devices } = await preflight(run, { ...tools, features }, revisions);

		expect(devices[0]?.features).toEqual([
			{ name: 'names', compliant: false, changes: 1 },
			{ name: 'ports', compliant: true, changes: 0 },
		]);
	});

	it('checks a device whose file stands elsewhere in the change, and names it there', async () => {
		const { run, tools } = aRun({ running: { a: agreed } });
		const intendedAtHead = { ...tools.intended, pathOf: ({ name }: Device) => `moved/${name}.cfg` };
		const files = new Map([
			['intended/a.cfg', agreed],
			['moved/a.cfg', wanted],
		]);

		const { devices } = await preflight(
			run,
			{ ...tools, intendedAtHead },
			{
				changedAmong: async () => new Set(),
				readBase: async (path) => files.get(path) ?? null,
				readHead: async (path) => files.get(path) ?? null,
			},
		);

		expect(devices).toMatchObject([{ name: 'a', status: 'in-sync', intendedPath: 'moved/a.cfg' }]);
		expect(devices[0]?.changes).toMatchObject([{ class: 'planned', line: 'mtu 9000' }]);
	});

	it('plans a line that devices show by themselves, and that this one has lost', async () => {
		const bgp = (...lines: readonly string[]): string => config('hostname a', 'router bgp 1', ...lines);
		const files = { base: { a: bgp(' x y') }, head: { a: bgp(' bgp log-neighbor-changes', ' x y', ' y z') } };
		const { run, tools } = aRun({ running: { a: bgp(' x z') } });
		const devices = run.devices.map((device) => ({ ...device, platform: 'cisco_ios' }));

		const report = await preflight({ ...run, devices }, tools, revisionsOf(files));

		expect(classes(report)).toContain('planned missing bgp log-neighbor-changes');
	});

	it('plans a neighbor of BGP, and what is said of it, where the device shows it in its family', async () => {
		const neighbor = (address: string): string => ` neighbor ${address} remote-as 65001`;
		const both = ['router bgp 65000', neighbor('192.0.2.1'), neighbor('192.0.2.2')];
		const one = ['router bgp 65000', neighbor('192.0.2.1')];
		const family = [' address-family ipv4', '  network 10.0.0.0', '  neighbor 192.0.2.1 activate'];
		const other = '  neighbor 192.0.2.2 activate';
		const running = config('hostname b', ...both, ...family, other);
		const { run, tools } = aRun({ running: { a: running } });
		const devices = run.devices.map((device) => ({ ...device, platform: 'cisco_ios' }));
		const classesOf = async (base: string, head: string): Promise<readonly string[]> =>
			classes(await preflight({ ...run, devices }, tools, revisionsOf({ base: { a: base }, head: { a: head } })));

		expect(
			await classesOf(config('hostname a', ...both, ...family, other), config('hostname a', ...one, ...family)),
		).toEqual([
			'drift changed hostname a',
			`planned extra ${neighbor('192.0.2.2').trim()}`,
			`planned extra ${other.trim()}`,
		]);
		expect(
			await classesOf(
				config('hostname a', ...both, ' network 10.0.0.0'),
				config('hostname a', ...both, ' network 11.0.0.0'),
			),
		).toEqual(['drift changed hostname a', 'planned extra network 10.0.0.0', 'planned missing network 11.0.0.0']);
	});

	it('plans a line that says nothing on newer releases than the device runs', async () => {
		const ospf = (...lines: readonly string[]): string =>
			config(...lines.slice(0, -1), 'router ospf 1', ` ${lines.at(-1)}`, ' area 1 stub');
		const files = {
			base: { a: ospf('x y', 'log-adjacency-changes') },
			head: { a: config('x y', 'router ospf 1', ' area 1 stub') },
		};
		const { run, tools } = aRun({ running: { a: ospf('version 12.4', 'x z', 'log-adjacency-changes') } });
		const devices = run.devices.map((device) => ({ ...device, platform: 'cisco_ios' }));

		const report = await preflight({ ...run, devices }, tools, revisionsOf(files));

		expect(classes(report)).toContain('planned extra log-adjacency-changes');
	});

	it('plans a port that a device shows anyway, and that this one does not have', async () => {
		const files = {
			base: { a: config('hostname a') },
			head: { a: config('hostname a', 'interface GigabitEthernet1/0/9') },
		};
		const { run, tools } = aRun({ running: { a: config('hostname b') } });
		const devices = run.devices.map((device) => ({ ...device, platform: 'cisco_ios' }));

		const report = await preflight({ ...run, devices }, tools, revisionsOf(files));

		expect(classes(report)).toEqual(['drift changed hostname a', 'planned missing interface GigabitEthernet1/0/9']);
	});

	it('plans what it adds in scope declared too', async () => {
		const options = { scope: 'declared' } as const;
		const head = config('hostname a', 'interface 1', ' mtu 1500', 'ntp x');

		const planned = await check({ base: { a: agreed }, head: { a: head } }, { running: { a: agreed }, options });
		const applied = await check({ base: { a: agreed }, head: { a: head } }, { running: { a: head }, options });

		expect(classes(planned)).toEqual(['planned missing ntp x']);
		expect(classes(applied)).toEqual(['applied extra ntp x']);
	});

	it('calls what it takes out applied in scope declared only where the device has lost it', async () => {
		const files = { base: { a: config('hostname a', 'interface 1', ' mtu 1500', 'ntp x') }, head: { a: agreed } };
		const options = { scope: 'declared' } as const;

		const standing = await check(files, { running: files.base, options });
		const gone = await check(files, { running: files.head, options });

		expect(classes(standing)).toEqual([]);
		expect(classes(gone)).toEqual(['applied missing ntp x']);
	});

	it('rehearses once, when the first device was asked for its config and before that comes', async () => {
		const { tools: given, run } = aRun({ running: {} });
		const told: string[] = [];
		const tools: AuditTools = {
			...given,
			masksOf(device) {
				if (told.at(-1) !== 'judging') told.push('judging');
				return given.masksOf(device);
			},
			adapter: {
				...given.adapter,
				async fetchConfig({ name }, _signal, listener) {
					await turns();
					told.push(`${name} asked`);
					listener?.asked?.();
					// What is written in this turn leaves at its end.
					for (let step = 0; step < 20; step += 1) await Promise.resolve();
					told.push('command on its way');
					await (name === 'a' ? expect.poll(() => told).toContain('judging') : turns());
					told.push(`${name} answers`);
					return { text: agreed, session: { handshakes: 1, commands: 2 } };
				},
			},
		};
		const devices = ['a', 'b'].map((name) => aFleetDevice({ name }));
		const limits = new Map([['fleet', 1]]);

		await preflight(
			{ ...run, devices, limits, limitsOf: () => ['fleet'] },
			tools,
			revisionsOf({ base: { a: agreed, b: agreed }, head: { a: wanted, b: wanted } }),
		);

		expect(told).toEqual([
			...['a asked', 'command on its way', 'judging', 'a answers', 'judging'],
			...['b asked', 'command on its way', 'b answers', 'judging'],
		]);
	});

	it('judges while a session says goodbye, and waits for its end', async () => {
		const told: string[] = [];
		const running = async (_device: unknown, _signal: unknown, { arrived }: FetchListener): Promise<string> => {
			arrived?.(agreed);
			told.push('goodbye');
			await expect.poll(() => told).toContain('judging');
			told.push('closed');
			return agreed;
		};
		const { run, tools: given } = aRun({ running: { a: running } });
		const tools: AuditTools = {
			...given,
			masksOf(device) {
				if (told.at(-1) !== 'judging') told.push('judging');
				return given.masksOf(device);
			},
			progress: { ...given.progress, finished: () => told.push('done') },
		};

		const report = await preflight(run, tools, revisionsOf({ base: { a: agreed }, head: { a: wanted } }));

		expect(told).toEqual(['goodbye', 'judging', 'closed', 'done']);
		expect(report.devices[0]).toMatchObject({ status: 'in-sync', metadata: { handshakes: 1, commands: 2 } });
	});

	it('judges what a device turns out to run, whatever it seemed to run at first', async () => {
		const running = async (_device: unknown, _signal: unknown, { arrived }: FetchListener): Promise<string> => {
			arrived?.(agreed);
			await turns();
			return config('hostname b', 'interface 1', ' mtu 1500');
		};

		const report = await check({ base: { a: agreed }, head: { a: wanted } }, { running: { a: running } });

		expect(classes(report)).toEqual(['drift changed hostname a', 'planned changed mtu 9000']);
	});

	it('is unknown about a device whose text came and was never proven to be all of it', async () => {
		const running = async (device: Device, _signal: unknown, { arrived }: FetchListener): Promise<string> => {
			arrived?.(agreed);
			await turns();
			throw new DeviceError(device.name, 'ERR_INCOMPLETE', 'it went away', { reachable: true });
		};

		const report = await check({ base: { a: agreed }, head: { a: wanted } }, { running: { a: running } });

		expect(report.devices[0]).toMatchObject({ status: 'unknown', reason: 'incomplete', changes: [], reachable: true });
	});

	it('is unknown about a device that is not done at the deadline, and tells of the others', async () => {
		const deadline = new AbortController();
		const late: Answer = (device, signal) => {
			deadline.abort(new DOMException('late', 'TimeoutError'));
			return silent(device, signal);
		};

		const report = await check(
			{ base: { a: agreed, b: agreed }, head: { a: wanted, b: wanted } },
			{ running: { a: agreed, b: late }, signal: deadline.signal, limits: new Map([['fleet', 1]]) },
		);

		expect(report.devices.map(({ status, reason }) => reason ?? status)).toEqual(['in-sync', 'timed-out']);
		expect(report.warnings).toEqual([expect.stringContaining('1 of 2 are unknown')]);
	});

	it('asks nobody when the deadline is over before it starts', async () => {
		const report = await check(
			{ base: { a: agreed }, head: { a: wanted } },
			{ running: { a: agreed }, signal: AbortSignal.abort(new DOMException('late', 'TimeoutError')) },
		);

		expect(report.asked).toEqual([]);
		expect(report.devices[0]).toMatchObject({
			reason: 'timed-out',
			message: expect.stringContaining('not finished in time'),
		});
	});

	it.each([
		['base', { base: `${agreed}key\nx\n`, head: wanted }],
		['head', { base: agreed, head: `${wanted}key\nx\n` }],
	])('is unknown when the intended config of %s cannot be read', async (_, { base, head }) => {
		const report = await check({ base: { a: base }, head: { a: head } }, { running: { a: agreed } });

		expect(report.devices[0]).toMatchObject({ status: 'unknown', reason: 'parse-error', reachable: true });
	});

	it.each([
		[
			'calls a device in sync that runs all of a file which the change mends',
			agreed,
			{ status: 'in-sync', changes: [] },
		],
		[
			'is unknown about one that does not, and names the file as it was',
			wanted,
			{
				status: 'unknown',
				message: expect.stringMatching(/^before this change, .* line 5 never ends; /),
			},
		],
	])('%s', async (_, head, expected) => {
		const report = await check({ base: { a: `${agreed}key\nx\n` }, head: { a: head } }, { running: { a: agreed } });

		expect(report.devices[0]).toMatchObject(expected);
		expect(report.devices[0]?.findings ?? []).toEqual([]);
	});

	it('takes a file that cannot be used for the trouble of its device', async () => {
		const { run, tools } = aRun({ running: { a: agreed, b: agreed } });
		const revisions = revisionsOf({ base: { a: agreed, b: agreed }, head: { a: wanted, b: wanted } });
		const readHead = (path: string): Promise<string | null> =>
			path.includes('b.cfg')
				? Promise.reject(new DriftAuditError('ERR_NO_INTENDED', 'it is a link'))
				: revisions.readHead(path);

		const report = await preflight(run, tools, { ...revisions, readHead });

		expect(report.devices).toMatchObject([
			{ status: 'in-sync' },
			{ status: 'unknown', reason: 'no-intended', message: 'it is a link' },
		]);
	});
});
