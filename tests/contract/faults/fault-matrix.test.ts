import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { trustedFiles } from '../../../src/composition/fleet/read-trusted.ts';
import { renderHistoryPages } from '../../../src/composition/history/history-pages.ts';
import { createProgress } from '../../../src/composition/run/progress.ts';
import { redactReport } from '../../../src/composition/run/redact-report.ts';
import { type PreparedRun, setUpRun } from '../../../src/composition/run/set-up-run.ts';
import { systemClock } from '../../../src/composition/system-clock.ts';
import { filePatch } from '../../../src/domain/adopt/file-patch.ts';
import type { Device } from '../../../src/domain/device.ts';
import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';
import { redactedText } from '../../../src/domain/masking/redacted-text.ts';
import { judge } from '../../../src/domain/verdict.ts';
import { DeviceError } from '../../../src/errors.ts';
import { createLog } from '../../../src/infrastructure/log.ts';
import { applyRun } from '../../../src/infrastructure/results-branch/apply-run.ts';
import { parseState, parseTimeline } from '../../../src/infrastructure/results-branch/parse-history.ts';
import { reportFiles } from '../../../src/reporting/files/report-files.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderCommands } from '../../../src/reporting/github/render-commands.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { renderSummary } from '../../../src/reporting/github/render-summary.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { type AdoptedDrift, adoptDrift } from '../../../src/use-cases/adopt-drift.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { diagnoseDevice } from '../../../src/use-cases/diagnose-device.ts';
import { fetchRunning } from '../../../src/use-cases/fetch-running.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { type Row, rowsOf } from '../../support/faults/troubles.ts';
import { type FaultyDevice, PASSWORD, SECRET, WAYS, type Way } from '../../support/faults/ways.ts';
import { OVERDUE } from '../../support/hanging.ts';
import { testAuthority } from '../../support/rest/rest-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Of a device that only time ends. */
const SHORT = { connect: '3s', command: '3s', device: '4s' };
/** Of every other: on a busy machine one process that is all these servers and the client is slow. */
const LONG = { connect: '60s', command: '60s', device: '60s' };

const NOT_REACHED = new Set(['not-reached']);

/** What differs between the runs. */
interface Preparation {
	readonly fleetFile: string;
	readonly signal?: AbortSignal;
	/** Told the name of every device that is done. */
	readonly onFinished?: (name: string) => void;
}

/** What came of asking one device; one of both is null. */
interface Outcome<Value> {
	readonly value: Value | null;
	readonly error: unknown;
}

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
	/** From the deadline of the check to its end. */
	let overdueMs: number;
	let audited: FleetReport;
	let checked: FleetReport;
	let adopted: AdoptedDrift;
	let fetched: ReadonlyMap<string, Outcome<string>>;
	let diagnosed: ReadonlyMap<string, Outcome<Diagnosis>>;

	const log = createLog({ write: (text) => told.push(text), inActions: false, verbose: true });
	const prepare = ({ fleetFile, signal, onFinished }: Preparation): Promise<PreparedRun> => {
		const progress = createProgress({ log, terminal: null });
		return setUpRun({
			fleetFile,
			trusted: trustedFiles(folder),
			root: folder,
			select: '',
			source: { from: 'devices' },
			intendedOnDisk: true,
			fingerprintKey: 'k'.repeat(16),
			env: { PASSWORD },
			clock: systemClock,
			progress: {
				...progress,
				finished(device, done, total) {
					progress.finished(device, done, total);
					onFinished?.(device.name);
				},
				defect: (_device, error) => defects.push(error),
			},
			signal: signal ?? new AbortController().signal,
			registerSecrets: (values) => log.registerSecrets(values),
		});
	};
	const audit = async (): Promise<FleetReport> => {
		await using prepared = await prepare({ fleetFile: 'impatient.yml' });
		return await triggerFleetAudit(prepared.run, prepared.tools);
	};
	/** Its deadline comes when all are done but those that only time ends. */
	const check = async (): Promise<FleetReport> => {
		const deadline = new AbortController();
		const underWay = new Set([...cells, ...healthy].map(({ device }) => device).filter((name) => !slow.has(name)));
		let overdueSince = 0;
		const onFinished = (name: string): void => {
			underWay.delete(name);
			if (underWay.size > 0 || deadline.signal.aborted) return;
			overdueSince = performance.now();
			deadline.abort(OVERDUE);
		};
		await using prepared = await prepare({ fleetFile: 'patient.yml', signal: deadline.signal, onFinished });
		const configs = new Map([...cells, ...healthy].map(({ device, way }) => [`${device}.cfg`, way.config(device)]));
		const report = await preflight(prepared.run, prepared.tools, {
			changedPaths: async () => [...configs.keys()],
			readBase: async (path) => configs.get(path) ?? null,
			readHead: async (path) => configs.get(path)?.replace('users of floor 7', 'visitors of floor 7') ?? null,
		});
		overdueMs = performance.now() - overdueSince;
		return report;
	};
	/** Of every device that does not keep us waiting. */
	const askEach = async <Value>(
		ask: (device: Device, tools: AuditTools, signal: AbortSignal) => Promise<Value>,
	): Promise<ReadonlyMap<string, Outcome<Value>>> => {
		await using prepared = await prepare({ fleetFile: 'patient.yml' });
		const { run, tools } = prepared;
		const prompt = run.devices.filter(({ name }) => !slow.has(name));
		const asked = prompt.map(async (device) => {
			const outcome = await ask(device, tools, run.signal).then(
				(value) => ({ value, error: null }),
				(error: unknown) => ({ value: null, error }),
			);
			return [device.name, outcome] as const;
		});
		return new Map(await Promise.all(asked));
	};
	const adopt = async (): Promise<AdoptedDrift> => {
		await using prepared = await prepare({ fleetFile: 'patient.yml' });
		const devices = prepared.run.devices.filter(({ name }) => !slow.has(name));
		const { report, adoptions } = await adoptDrift({ ...prepared.run, devices }, prepared.tools, {
			within: [],
			redact: log.redact,
		});
		return { report: redactReport(report, log.redact), adoptions };
	};

	beforeAll(async () => {
		folder = started.use(await temporaryFolder('faults-')).path;
		for (const { device, way } of healthy) servers.set(device, started.use(await way.start(device, {})));
		for (const { device, way, row } of cells) servers.set(device, started.use(await way.start(device, row.trouble)));
		await writeFile(join(folder, 'ca.pem'), testAuthority);
		const devices = [...cells, ...healthy].map(({ device, way: { platform, transport } }) => {
			const server = servers.get(device);
			const pin = server?.hostKey === null ? {} : { 'host-key': server?.hostKey };
			return [device, { host: '127.0.0.1', port: server?.port, platform, transport, ...pin }] as const;
		});
		for (const { device, way } of [...cells, ...healthy])
			await writeFile(join(folder, `${device}.cfg`), way.config(device));
		const impatient = devices.map(([name, device]) =>
			slow.has(name) ? ([name, { ...device, timeouts: SHORT }] as const) : ([name, device] as const),
		);
		await writeFile(join(folder, 'patient.yml'), fleetOf(Object.fromEntries(devices)));
		await writeFile(join(folder, 'impatient.yml'), fleetOf(Object.fromEntries(impatient)));
		handles = process.getActiveResourcesInfo().length;
		const start = performance.now();
		audited = redactReport(await audit(), log.redact);
		auditMs = performance.now() - start;
		checked = redactReport(await check(), log.redact);
		[adopted, fetched, diagnosed] = await Promise.all([adopt(), askEach(redactedConfig), askEach(diagnoseDevice)]);
	}, 240_000);
	afterAll(() => started.disposeAsync());

	const reportOf = (report: FleetReport, name: string): DeviceReport | undefined =>
		report.devices.find((device) => device.name === name);
	const outcome = (device: DeviceReport | undefined): string => device?.reason ?? device?.status ?? 'nothing';

	it.each(cells.map((cell) => [cell.way.name, cell.row.name, cell] as const))('%s: %s', (_way, _row, cell) => {
		const { device, row } = cell;
		const first = reportOf(audited, device);
		const second = reportOf(checked, device);
		const third = reportOf(adopted.report, device);

		expect(row.comesTo, `${first?.message}`).toContain(outcome(first));
		expect(row.comesTo, `${second?.message}`).toContain(outcome(second));
		if (first?.status === 'unknown') expect(first.message).toMatch(/\S/);
		// Whoever was let in was reached, and whoever was not was not judged.
		if (first?.reason === 'incomplete' || first?.reason === 'command-rejected') expect(first.reachable).toBe(true);
		if (first?.reason === 'unreachable' || first?.reason === 'auth-failed') expect(first.reachable).toBe(false);
		if (slow.has(device)) return;
		expect(row.comesTo, `${third?.message}`).toContain(outcome(third));
		const { error = null } = fetched.get(device) ?? {};
		if (error !== null) expect(error).toBeInstanceOf(DeviceError);
		const isFetched = row.comesTo.includes('in-sync') || row.comesTo.includes('drifted');
		expect(error instanceof DeviceError ? row.comesTo.includes(error.reason) : isFetched, `${error}`).toBe(true);
		// Doctor says which step it is, and of none behind it that it was taken.
		const { steps = [], reason, status } = diagnosed.get(device)?.value ?? {};
		expect(status === 'well' ? isFetched : row.comesTo.includes(reason ?? 'internal'), `${reason}`).toBe(true);
		const failed = steps.findIndex((step) => step.status === 'failed');
		expect(failed === -1).toBe(status === 'well');
		if (failed !== -1)
			expect(new Set(steps.slice(failed + 1).map((step) => step.status)).difference(NOT_REACHED)).toEqual(new Set());
	});

	it('leaves every other device alone', () => {
		const names = new Set(healthy.map(({ device }) => device));
		for (const report of [audited, checked, adopted.report]) {
			const others = report.devices.filter(({ name }) => names.has(name));
			expect(others.map(({ name, status, message }) => [name, status, message])).toEqual(
				healthy.map(({ device }) => [device, 'in-sync', null]),
			);
		}
		expect([...names].filter((name) => fetched.get(name)?.error !== null)).toEqual([]);
		expect([...names].filter((name) => diagnosed.get(name)?.value?.status !== 'well')).toEqual([]);
	});

	it('adopts nothing of a device that was not judged', () => {
		const drifted = adopted.report.devices.filter(({ status }) => status === 'drifted').map(({ name }) => name);

		expect(drifted.length).toBeGreaterThan(0);
		expect(adopted.adoptions.map(({ device }) => device)).toEqual(drifted);
	});

	it('keeps the time of every device', () => {
		const late = audited.devices.filter(({ name, durationMs }) => slow.has(name) && durationMs > 30_000);

		expect(late.map(({ name, durationMs }) => `${name} ${durationMs}`)).toEqual([]);
		// Nobody of them ends by himself, and one after the other they would take minutes.
		expect(auditMs).toBeLessThan(60_000);
		expect(overdueMs).toBeLessThan(10_000);
		expect(checked.warnings).toEqual([
			expect.stringMatching(/^the run ended before all devices were done: \d+ of \d+/),
		]);
	});

	it('is no defect of ours', () => {
		expect(defects).toEqual([]);
		expect(audited.devices.filter(({ reason }) => reason === 'internal')).toEqual([]);
		const failed = [...fetched.values(), ...diagnosed.values()].flatMap(({ error }) => (error === null ? [] : [error]));
		expect(failed.filter((error) => !(error instanceof DeviceError))).toEqual([]);
	});

	it('shows no secret in any place', () => {
		const sinks = [audited, checked, adopted.report].flatMap((report) => {
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
				renderSummary(report, verdict, { links }),
				JSON.stringify(renderCheck(report, verdict, { links, maxAnnotations: 1_000 })),
				JSON.stringify(renderCommands(report)),
				...historyOf(report).map(({ content }) => content),
			];
		});
		const errors = [...fetched.values()].map(({ error }) => inspect(error));
		const others = [...fetched.values(), ...diagnosed.values()].map(({ value }) => log.redact(JSON.stringify(value)));
		const patches = adopted.adoptions.map((adoption) => log.redact(filePatch(adoption, adoption.masks)));

		for (const text of [...sinks, ...errors, ...others, ...patches, told.join('')]) {
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
		const outcomes = (devices: readonly Pick<DeviceReport, 'name' | 'status' | 'reason'>[]): readonly string[] =>
			devices.map(({ name, status, reason }) => `${name} ${status} ${reason}`);
		const present = parseState(new Map(files.map(({ path, content }) => [path, content])));
		const timelines = files
			.filter(({ path }) => path.startsWith('data/devices/'))
			.map(({ path, content }) => parseTimeline(content, path));
		// Of those that have always been in sync the state itself says since when.
		const troubled = audited.devices.filter(({ status }) => status !== 'in-sync');

		expect(audited.devices.map(({ name }) => name)).toEqual(names);
		expect(outcomes(present?.devices ?? [])).toEqual(outcomes(audited.devices));
		const begun = timelines.map(({ name, transitions: [first] }) => ({ name, ...first }));
		expect(begun.map(({ name, status, reason }) => `${name} ${status} ${reason}`).toSorted()).toEqual(
			outcomes(troubled).toSorted(),
		);
	});

	it('leaves no connection and no handle behind', async () => {
		const open = (): readonly string[] => [...servers].flatMap(([name, server]) => (server.open === 0 ? [] : [name]));

		await expect.poll(open, { timeout: 5_000 }).toEqual([]);
		await expect.poll(() => process.getActiveResourcesInfo().length).toBeLessThanOrEqual(handles + 2);
	});
});

function fleetOf(devices: Readonly<Record<string, unknown>>): string {
	return stringify({
		version: 1,
		intended: '{device}.cfg',
		defaults: { credentials: 'lab', 'ca-file': 'ca.pem', timeouts: LONG },
		credentials: { lab: { username: 'auditor', password: `\${PASSWORD}` } },
		concurrency: { fleet: 200 },
		devices,
	});
}

/** As `fetch` prints it. */
async function redactedConfig(device: Device, tools: AuditTools, signal: AbortSignal): Promise<string> {
	const { running } = await fetchRunning(device, tools, signal);
	return redactedText(running, tools.masksOf(device).platform);
}

function historyOf(report: FleetReport): ReturnType<typeof applyRun> {
	const snapshot = { latest: null, segment: '', runs: [], timelines: new Map(), months: [], pages: new Set<string>() };
	return applyRun({ report, snapshot, now: Number.POSITIVE_INFINITY, renderPages: renderHistoryPages });
}
