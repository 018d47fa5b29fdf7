import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { renderHistoryPages } from '../../../src/composition/history-pages.ts';
import { createProgress } from '../../../src/composition/progress.ts';
import { trustedFiles } from '../../../src/composition/read-trusted.ts';
import { redactReport } from '../../../src/composition/redact-report.ts';
import { type PreparedRun, setUpRun } from '../../../src/composition/set-up-run.ts';
import { systemClock } from '../../../src/composition/system-clock.ts';
import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { DeviceError } from '../../../src/errors.ts';
import { createLog } from '../../../src/infrastructure/log.ts';
import { applyRun } from '../../../src/infrastructure/results-branch/apply-run.ts';
import { renderComment } from '../../../src/reporting/render-comment.ts';
import { renderTerminal } from '../../../src/reporting/render-terminal.ts';
import { reportFiles } from '../../../src/reporting/report-files.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { fetchRunning } from '../../../src/use-cases/fetch-running.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { type Row, rowsOf } from '../../support/faults/troubles.ts';
import { type FaultyDevice, PASSWORD, SECRET, WAYS, type Way } from '../../support/faults/ways.ts';
import { testAuthority } from '../../support/rest/rest-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Long enough for a busy machine, and short enough to wait for. */
const DEVICE_SECONDS = 8;
const TIMEOUTS = { connect: '7s', command: '7s', device: `${DEVICE_SECONDS}s` };
/** Of the whole check of a change. */
const DEADLINE_MS = 7_000;

interface Cell {
	readonly device: string;
	readonly way: Way;
	readonly row: Row;
}

const cells: readonly Cell[] = WAYS.flatMap((way) =>
	rowsOf(way).map((row, at) => ({ device: `${way.name}-${String(at).padStart(2, '0')}`, way, row })),
);
/** Two of each way that nothing is wrong with. */
const healthy: readonly Omit<Cell, 'row'>[] = WAYS.flatMap((way) =>
	['a', 'b'].map((letter) => ({ device: `${way.name}-healthy-${letter}`, way })),
);

/** What only time ends: to wait for it once more tells nothing new. */
const slow = new Set(cells.filter(({ row }) => row.comesTo.includes('timed-out')).map(({ device }) => device));

describe('every fault on every way', () => {
	const started = new AsyncDisposableStack();
	const servers = new Map<string, FaultyDevice>();
	const told: string[] = [];
	const defects: unknown[] = [];
	let folder: string;
	let handles: number;
	let auditMs: number;
	/** The longest that this process, which is the servers as well, could not do anything. */
	let stalledMs: number;
	let checkMs: number;
	let audited: FleetReport;
	let checked: FleetReport;
	let fetched: ReadonlyMap<string, unknown>;

	const log = createLog({ write: (text) => told.push(text), inActions: false, verbose: true });
	const prepare = (signal = new AbortController().signal): Promise<PreparedRun> =>
		setUpRun({
			fleetFile: 'fleet.yml',
			trusted: trustedFiles(folder),
			root: folder,
			select: '',
			source: { from: 'devices' },
			intendedOnDisk: true,
			fingerprintKey: 'k'.repeat(16),
			env: { PASSWORD },
			clock: systemClock,
			progress: {
				...createProgress({ log, terminal: null }),
				defect: (_device, error) => defects.push(error),
			},
			signal,
			registerSecrets: (values) => log.registerSecrets(values),
		});
	const audit = async (): Promise<FleetReport> => {
		await using prepared = await prepare();
		return await triggerFleetAudit(prepared.run, prepared.tools);
	};
	const check = async (): Promise<FleetReport> => {
		await using prepared = await prepare(AbortSignal.timeout(DEADLINE_MS));
		const configs = new Map([...cells, ...healthy].map(({ device, way }) => [`${device}.cfg`, way.config(device)]));
		return await preflight(prepared.run, prepared.tools, {
			changedPaths: async () => [...configs.keys()],
			readBase: async (path) => configs.get(path) ?? null,
			readHead: async (path) => configs.get(path)?.replace('users of floor 7', 'visitors of floor 7') ?? null,
		});
	};
	const fetchAll = async (): Promise<ReadonlyMap<string, unknown>> => {
		await using prepared = await prepare();
		const { run, tools } = prepared;
		const prompt = run.devices.filter(({ name }) => !slow.has(name));
		const fetches = prompt.map(async (device) => {
			const outcome = await fetchRunning(device, tools, run.signal).catch((error: unknown) => error);
			return [device.name, outcome] as const;
		});
		return new Map(await Promise.all(fetches));
	};

	beforeAll(async () => {
		folder = started.use(await temporaryFolder('faults-')).path;
		for (const { device, way } of healthy) servers.set(device, started.use(await way.start(device, {})));
		for (const { device, way, row } of cells) servers.set(device, started.use(await way.start(device, row.trouble)));
		await writeFile(join(folder, 'ca.pem'), testAuthority);
		const devices = await Promise.all(
			[...cells, ...healthy].map(async ({ device, way }) => {
				await writeFile(join(folder, `${device}.cfg`), way.config(device));
				const server = servers.get(device);
				const pin = server?.hostKey === null ? {} : { 'host-key': server?.hostKey };
				const { platform, transport } = way;
				return [device, { host: '127.0.0.1', port: server?.port, platform, transport, ...pin }] as const;
			}),
		);
		await writeFile(
			join(folder, 'fleet.yml'),
			stringify({
				version: 1,
				intended: '{device}.cfg',
				defaults: { credentials: 'lab', 'ca-file': 'ca.pem', timeouts: TIMEOUTS },
				credentials: { lab: { username: 'auditor', password: `\${PASSWORD}` } },
				concurrency: { fleet: 200 },
				devices: Object.fromEntries(devices),
			}),
		);
		handles = process.getActiveResourcesInfo().length;
		const stalls = monitorEventLoopDelay();
		stalls.enable();
		const start = performance.now();
		audited = redactReport(await audit(), log.redact);
		auditMs = performance.now() - start;
		stalls.disable();
		stalledMs = stalls.max / 1e6;
		checked = redactReport(await check(), log.redact);
		checkMs = performance.now() - start - auditMs;
		fetched = await fetchAll();
	}, 120_000);
	afterAll(() => started.disposeAsync());

	const reportOf = (report: FleetReport, name: string): DeviceReport | undefined =>
		report.devices.find((device) => device.name === name);
	const outcome = (device: DeviceReport | undefined): string => device?.reason ?? device?.status ?? 'nothing';

	it.each(cells.map((cell) => [cell.way.name, cell.row.name, cell] as const))('%s: %s', (_way, _row, cell) => {
		const { device, row } = cell;
		const first = reportOf(audited, device);
		const second = reportOf(checked, device);

		expect(row.comesTo, `${first?.message}`).toContain(outcome(first));
		expect(row.comesTo, `${second?.message}`).toContain(outcome(second));
		if (first?.status === 'unknown') expect(first.message).toMatch(/\S/);
		// Whoever was let in was reached, and whoever was not was not judged.
		if (first?.reason === 'incomplete' || first?.reason === 'command-rejected') expect(first.reachable).toBe(true);
		if (first?.reason === 'unreachable' || first?.reason === 'auth-failed') expect(first.reachable).toBe(false);
		const third = fetched.get(device);
		if (third instanceof Error) expect(third).toBeInstanceOf(DeviceError);
	});

	it('leaves every other device alone', () => {
		const names = new Set(healthy.map(({ device }) => device));
		for (const report of [audited, checked]) {
			const others = report.devices.filter(({ name }) => names.has(name));
			expect(others.map(({ name, status, message }) => [name, status, message])).toEqual(
				healthy.map(({ device }) => [device, 'in-sync', null]),
			);
		}
		expect([...names].filter((name) => fetched.get(name) instanceof Error)).toEqual([]);
	});

	it('keeps the time of every device', () => {
		const late = audited.devices.filter(({ durationMs }) => durationMs > DEVICE_SECONDS * 1_000 + 1_500 + stalledMs);

		expect(late.map(({ name, durationMs }) => `${name} ${durationMs}`)).toEqual([]);
		// Waited for one after the other they would take ten times as long; what a busy machine adds is no lateness.
		expect(auditMs).toBeLessThan(3 * DEVICE_SECONDS * 1_000);
		expect(checkMs).toBeLessThan(3 * DEADLINE_MS);
		expect(checked.warnings).toEqual([
			expect.stringMatching(/^the run ended before all devices were done: \d+ of \d+/),
		]);
	});

	it('is no defect of ours', () => {
		expect(defects).toEqual([]);
		expect(audited.devices.filter(({ reason }) => reason === 'internal')).toEqual([]);
	});

	it('shows no secret in any place', () => {
		const sinks = [audited, checked].flatMap((report) => {
			const verdict = judge(report, { scope: 'full', failOn: [], minHealth: null });
			const links = {
				run: 'https://github.com/run',
				report: 'https://github.com/report',
				blob: 'https://github.com/blob',
			};
			return [
				...reportFiles(report, verdict).map(({ content }) => content),
				renderTerminal(report, verdict, { colour: false, width: 100, remediation: true }),
				renderComment(report, verdict, { links }),
				...historyOf(report).map(({ content }) => content),
			];
		});
		const errors = [...fetched.values()].map((each) => (each instanceof Error ? `${each.message}\n${each.stack}` : ''));

		for (const text of [...sinks, ...errors, told.join('')]) {
			expect(text.includes(PASSWORD)).toBe(false);
			expect(text.includes(SECRET)).toBe(false);
		}
	});

	it('ends with the exit code that is documented', () => {
		const exitCode = (failOn: readonly ('drift' | 'unknown')[]): number =>
			judge(audited, { scope: 'full', failOn, minHealth: null }).exitCode;

		expect(exitCode([])).toBe(0);
		expect(exitCode(['unknown'])).toBe(3);
		expect(exitCode(['drift'])).toBe(audited.fleet.drifted > 0 ? 1 : 0);
	});

	it('is in the report and in the history, every device once', () => {
		const names = [...cells, ...healthy].map(({ device }) => device);
		const files = historyOf(audited);
		const states = new Map(
			files
				.filter(({ path }) => path.startsWith('data/devices/'))
				.map(({ content }) => JSON.parse(content))
				.map(({ name, transitions: [{ status, reason }] }) => [name, `${status} ${reason}`] as const),
		);

		expect(audited.devices.map(({ name }) => name)).toEqual(names);
		expect(states).toEqual(
			new Map(audited.devices.map(({ name, status, reason }) => [name, `${status} ${reason}`] as const)),
		);
	});

	it('leaves no connection and no handle behind', async () => {
		const open = (): readonly string[] => [...servers].flatMap(([name, server]) => (server.open === 0 ? [] : [name]));

		await expect.poll(open, { timeout: 5_000 }).toEqual([]);
		await expect.poll(() => process.getActiveResourcesInfo().length).toBeLessThanOrEqual(handles + 2);
	});
});

function historyOf(report: FleetReport): ReturnType<typeof applyRun> {
	const snapshot = { latest: null, segment: '', runs: [], timelines: new Map(), months: [], pages: new Set<string>() };
	return applyRun({ report, snapshot, renderPages: renderHistoryPages });
}
