import { describe, expect, it } from 'vitest';
import { summariseRun } from '../../../../src/domain/run-summary.ts';
import { type CommittedFiles, readHistory } from '../../../../src/infrastructure/results-branch/read-history.ts';
import { commitInMemory } from '../../../support/git/commit-in-memory.ts';
import { driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

/** A commit with these files, and the paths that were fetched of it. */
function commitOf(texts: Readonly<Record<string, string>>): CommittedFiles & { readonly asked: string[] } {
	const asked: string[] = [];
	return { ...commitInMemory(new Map(Object.entries(texts)), asked), asked };
}

const run = (runId: string, startedAt: string) => fleetReport(runId, [driftedDevice('edge-01', 'f1')], { startedAt });
const line = (runId: string, startedAt: string): string => `${JSON.stringify(summariseRun(run(runId, startedAt)))}\n`;

describe('readHistory', () => {
	it('finds nothing on an empty branch', async () => {
		const history = await readHistory(commitOf({}), run('1', '2026-11-20T06:00:00.000Z'));

		expect(history).toEqual({
			latest: null,
			segment: '',
			runs: [],
			laterParts: new Map(),
			timelines: new Map(),
			months: [],
			pages: new Set(),
		});
	});

	it('reads the newest four months, however many there are, and no report', async () => {
		const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
		const segments = months.map((month) => [`data/runs/${month}.ndjson`, line(month, `${month}-01T00:00:00.000Z`)]);
		const latest = run('2026-11', '2026-11-01T00:00:00.000Z');
		const files = commitOf({
			...Object.fromEntries(segments),
			'data/latest.json': JSON.stringify(latest),
			'data/reports/2026/11/2026-11.json': JSON.stringify(latest),
			'data/devices/edge-01.json': '{}',
		});

		const history = await readHistory(files, run('new', '2026-11-20T06:00:00.000Z'));

		expect(history.runs.map(({ runId }) => runId)).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
		expect(files.asked).toEqual([
			'data/latest.json',
			'data/fleet.json',
			'data/runs/2026-08.ndjson',
			'data/runs/2026-09.ndjson',
			'data/runs/2026-10.ndjson',
			'data/runs/2026-11.ndjson',
		]);
	});

	it('also reads the month of a run that is older than those', async () => {
		const old = line('old', '2026-01-01T00:00:00.000Z');

		const history = await readHistory(
			commitOf({ 'data/runs/2026-01.ndjson': old }),
			run('x', '2026-01-02T00:00:00.000Z'),
		);

		expect(history.segment).toBe(old);
	});

	it('knows which months and which pages are there', async () => {
		const text = line('1', '2026-10-01T00:00:00.000Z');
		const files = commitOf({ 'data/runs/2026-10.ndjson': text, 'page/months/2026-10.js': '', 'index.html': '' });

		const history = await readHistory(files, run('x', '2026-11-20T06:00:00.000Z'));

		expect(history.months).toEqual(['2026-10']);
		expect([...history.pages]).toEqual(['page/months/2026-10.js', 'index.html']);
	});

	it.each([
		['data/latest.json', ''],
		['data/latest.json', 'null'],
		['data/latest.json', '[]'],
		['data/runs/2026-11.ndjson', ''],
		['data/runs/2026-11.ndjson', '\n'],
		['data/runs/2026-11.ndjson', line('1', '2026-11-01T00:00:00.000Z').slice(0, -10)],
		[
			'data/runs/2026-11.ndjson',
			line('1', '2026-11-01T00:00:00.000Z').replace('"schemaVersion":2', '"schemaVersion":3'),
		],
		['data/devices/edge-01.json', '{"schemaVersion":9}'],
	])('refuses %s when it is %j', async (path, text) => {
		await expect(readHistory(commitOf({ [path]: text }), run('x', '2026-11-20T06:00:00.000Z'))).rejects.toMatchObject({
			code: 'ERR_HISTORY',
			sink: 'history',
			message: expect.stringContaining(path),
		});
	});

	it('asks for an update where a newer version wrote the file, and never to take that away', async () => {
		const commit = commitOf({ 'data/devices/edge-01.json': '{"schemaVersion":9}' });

		await expect(readHistory(commit, run('x', '2026-11-20T06:00:00.000Z'))).rejects.toThrow(
			'data/devices/edge-01.json on the results branch has schema version 9, this version knows 1: update fleet-drift-audit; nothing was written',
		);
	});
});
