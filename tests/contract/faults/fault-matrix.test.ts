import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHistoryPages } from '../../../src/composition/history/history-pages.ts';
import { filePatch } from '../../../src/domain/adopt/file-patch.ts';
import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
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
import { renderProposals } from '../../../src/reporting/render-proposals.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import {
	askFaulty,
	auditFaulty,
	checkFaulty,
	type DeviceAnswers,
	mergeFaulty,
	type Outcomes,
} from '../../support/faults/ask-faulty-fleet.ts';
import { CELLS, type FaultyFleet, HEALTHY, SLOW, startFaultyFleet } from '../../support/faults/faulty-fleet.ts';
import { PASSWORD, SECRET } from '../../support/faults/ways.ts';

/** Steps that only a shell has. */
const OF_A_SHELL: readonly string[] = ['prompt', 'privileges', 'paging'];

describe('every fault on every way', () => {
	const started = new AsyncDisposableStack();
	const told: string[] = [];
	const defects: unknown[] = [];
	let fleet: FaultyFleet;
	let handles: number;
	let auditMs: number;
	let overdueMs: number;
	let audited: FleetReport;
	let checked: FleetReport;
	let merged: FleetReport;
	/** Of the shard that nobody heard of. */
	let lost: ReadonlySet<string>;
	/** First of those that are done soon, then of those that only time ends. */
	let answers: readonly DeviceAnswers[];

	const log = createLog({ write: (text) => told.push(text), inActions: false, verbose: true });

	beforeAll(async () => {
		fleet = started.use(await startFaultyFleet());
		const asked = { folder: fleet.folder, log, defect: (error: unknown) => defects.push(error) };
		handles = process.getActiveResourcesInfo().length;
		const start = performance.now();
		audited = await auditFaulty(asked);
		auditMs = performance.now() - start;
		({ report: checked, overdueMs } = await checkFaulty(asked));
		const prompt = await askFaulty(asked, 'prompt');
		// Both wait for the same seconds.
		const [slow, sharded] = await Promise.all([askFaulty(asked, 'slow'), mergeFaulty(asked)]);
		answers = [prompt, slow];
		({ report: merged, lost } = sharded);
	}, 240_000);
	afterAll(() => started.disposeAsync());

	const answersOf = <Value>(of: (answers: DeviceAnswers) => Outcomes<Value>): Outcomes<Value> =>
		new Map(answers.flatMap((each) => [...of(each)]));
	const reportOf = (report: FleetReport | undefined, name: string): DeviceReport | undefined =>
		report?.devices.find((device) => device.name === name);
	const outcome = (device: DeviceReport | undefined): string => device?.reason ?? device?.status ?? 'nothing';

	it.each(CELLS.map((cell) => [cell.way.name, cell.row.name, cell] as const))('%s: %s', (_way, _row, cell) => {
		const { device, row, way } = cell;
		const { adopted, fetched, captured, calibrated, diagnosed } = answers[SLOW.has(device) ? 1 : 0] ?? {};
		const reported = reportOf(audited, device);
		const isFetched = row.comesTo.includes('in-sync') || row.comesTo.includes('drifted');

		expect(row.comesTo, `audit: ${reported?.message}`).toContain(outcome(reported));
		for (const report of [checked, adopted?.report]) {
			const told = reportOf(report, device);
			expect(row.comesTo, `${report?.mode}: ${told?.message}`).toContain(outcome(told));
		}
		const together = reportOf(merged, device);
		expect(lost.has(device) ? ['not-reported'] : row.comesTo, `merge: ${together?.message}`).toContain(
			outcome(together),
		);
		if (reported?.status === 'unknown') expect(reported.message).toMatch(/\S/);
		// Whoever was let in was reached, and whoever was not was not judged.
		if (reported?.reason === 'incomplete' || reported?.reason === 'command-rejected') {
			expect(reported.reachable).toBe(true);
		}
		if (reported?.reason === 'unreachable' || reported?.reason === 'auth-failed')
			expect(reported.reachable).toBe(false);

		for (const asked of [fetched, captured, calibrated]) {
			const { value = null, error } = asked?.get(device) ?? {};
			if (value !== null) expect(isFetched).toBe(true);
			else {
				expect(error).toBeInstanceOf(DeviceError);
				expect(row.comesTo, `${error}`).toContain((error as DeviceError).reason);
			}
		}
		// A device that is in sync in spite of its fault has nothing that changes by itself.
		const proposals = calibrated?.get(device)?.value;
		if (row.comesTo.every((status) => status === 'in-sync')) {
			expect(proposals).toEqual({ masks: [], ignoreSecrets: [], others: [] });
		}
		// Doctor says which step it is, and of none behind it that it was taken.
		const { steps = [], reason, status } = diagnosed?.get(device)?.value ?? {};
		expect(status === 'well' ? isFetched : row.comesTo.includes(reason ?? 'internal'), `${reason}`).toBe(true);
		const failed = steps.findIndex((step) => step.status === 'failed');
		expect(failed === -1).toBe(status === 'well');
		for (const { step, status: taken } of failed === -1 ? [] : steps.slice(failed + 1)) {
			const isOnTheWay = way.transport === 'ssh' || !OF_A_SHELL.includes(step);
			expect(taken, step).toBe(isOnTheWay ? 'not-reached' : 'not-needed');
		}
	});

	it('leaves every other device alone', () => {
		const names = HEALTHY.map(({ device }) => device);
		for (const report of [audited, checked, answers[0]?.adopted.report]) {
			const others = names.map((name) => reportOf(report, name));
			expect(others.map((device) => [outcome(device), device?.message])).toEqual(names.map(() => ['in-sync', null]));
		}
		expect(names.map((name) => outcome(reportOf(merged, name)))).toEqual(
			names.map((name) => (lost.has(name) ? 'not-reported' : 'in-sync')),
		);
		for (const asked of [answersOf(({ fetched }) => fetched), answersOf(({ captured }) => captured)]) {
			expect(names.filter((name) => asked.get(name)?.error !== null)).toEqual([]);
		}
		const calibrated = answersOf((each) => each.calibrated);
		expect(names.filter((name) => calibrated.get(name)?.value?.others.length !== 0)).toEqual([]);
		const diagnosed = answersOf((each) => each.diagnosed);
		expect(names.filter((name) => diagnosed.get(name)?.value?.status !== 'well')).toEqual([]);
	});

	it('adopts nothing of a device that was not judged', () => {
		for (const [at, { adopted }] of answers.entries()) {
			const drifted = adopted.report.devices.filter(({ status }) => status === 'drifted').map(({ name }) => name);

			expect(drifted.length > 0).toBe(at === 0);
			expect([...adopted.adoptions].map(({ device }) => device)).toEqual(drifted);
		}
	});

	it('keeps the time of every device', () => {
		const late = audited.devices.filter(({ name, durationMs }) => SLOW.has(name) && durationMs > 30_000);

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
		const failed = answers.flatMap(({ fetched, captured, calibrated, diagnosed }) =>
			[fetched, captured, calibrated, diagnosed].flatMap((asked) => [...asked.values()].map(({ error }) => error)),
		);
		expect(failed.filter((error) => error !== null && !(error instanceof DeviceError))).toEqual([]);
	});

	it('shows no secret in any place', () => {
		const sinks = [audited, checked, merged, ...answers.map(({ adopted }) => adopted.report)].flatMap((report) => {
			const verdict = judge(report, { scope: 'full', failOn: [], minHealth: null });
			const links = {
				run: 'https://github.com/run',
				report: 'https://github.com/report',
				blob: 'https://github.com/blob',
			};
			return [
				...reportFiles(report, verdict).map(({ pieces }) => [...pieces].join('')),
				wholeText(renderTerminal(report, verdict, { colour: false, width: 100, remediation: true })),
				atOnce(renderComment(report, verdict, { links })),
				atOnce(renderSummary(report, verdict, { links })),
				JSON.stringify(atOnce(renderCheck(report, verdict, { links, maxAnnotations: 1_000 }))),
				JSON.stringify(atOnce(renderCommands(report))),
				...historyOf(report).map(({ content }) => content),
			];
		});
		const others = answers.flatMap(({ fetched, captured, calibrated, diagnosed, adopted }) => {
			const errors = [fetched, captured, calibrated].flatMap((asked) => [...asked.values()].map(({ error }) => error));
			const values = [fetched, captured, diagnosed].flatMap((asked) => [...asked.values()].map(({ value }) => value));
			const proposals = [...calibrated].flatMap(([device, { value }]) =>
				value === null ? [] : [{ device, platform: 'any', proposals: value }],
			);
			return [
				...errors.map((error) => inspect(error)),
				...values.map((value) => log.redact(JSON.stringify(value))),
				log.redact(renderProposals(proposals, '10s')),
				...[...adopted.adoptions].map((adoption) => log.redact(filePatch(adoption, adoption.masks))),
			];
		});

		for (const text of [...sinks, ...others, told.join('')]) {
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

	it.each(['audited', 'merged'] as const)('is in the report and in the history, every device once, %s', (how) => {
		const report = how === 'audited' ? audited : merged;
		const names = [...CELLS, ...HEALTHY].map(({ device }) => device);
		const files = historyOf(report);
		const outcomes = (devices: readonly Pick<DeviceReport, 'name' | 'status' | 'reason'>[]): readonly string[] =>
			devices.map(({ name, status, reason }) => `${name} ${status} ${reason}`);
		const present = parseState(new Map(files.map(({ path, content }) => [path, content])));
		const timelines = files
			.filter(({ path }) => path.startsWith('data/devices/'))
			.map(({ path, content }) => parseTimeline(content, path));
		// Of those that have always been in sync the state itself says since when.
		const troubled = report.devices.filter(({ status }) => status !== 'in-sync');

		expect(report.devices.map(({ name }) => name)).toEqual(names);
		expect(outcomes(present?.devices ?? [])).toEqual(outcomes(report.devices));
		const begun = timelines.map(({ name, transitions: [first] }) => ({ name, ...first }));
		expect(begun.map(({ name, status, reason }) => `${name} ${status} ${reason}`).toSorted()).toEqual(
			outcomes(troubled).toSorted(),
		);
	});

	it('leaves no connection and no handle behind', async () => {
		await expect.poll(() => fleet.open(), { timeout: 5_000 }).toEqual([]);
		await expect.poll(() => process.getActiveResourcesInfo().length).toBeLessThanOrEqual(handles + 2);
	});
});

function historyOf(report: FleetReport): readonly { readonly path: string; readonly content: string }[] {
	const snapshot = {
		latest: null,
		segment: '',
		runs: [],
		laterParts: new Map(),
		timelines: new Map(),
		months: [],
		pages: new Set<string>(),
	};
	const files = atOnce(applyRun({ report, snapshot, now: Number.POSITIVE_INFINITY, renderPages: renderHistoryPages }));
	return files.map(({ path, content }) => ({ path, content: wholeText(content) }));
}
