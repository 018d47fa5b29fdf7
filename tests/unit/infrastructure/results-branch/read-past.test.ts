import { describe, expect, it } from 'vitest';
import { readPast } from '../../../../src/infrastructure/results-branch/read-past.ts';
import { recordInMemory } from '../../../support/git/branch-in-memory.ts';
import { commitInMemory } from '../../../support/git/commit-in-memory.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const DAY = (day: number): string => new Date(Date.UTC(2026, 10, day, 6)).toISOString();
const audits = [
	fleetReport('1', [driftedDevice('old', 'f1'), deviceReport('new')], { startedAt: DAY(1) }),
	fleetReport('2', [driftedDevice('old', 'f1'), deviceReport('new')], { startedAt: DAY(2) }),
	fleetReport('3', [driftedDevice('old', 'f1'), driftedDevice('new', 'f2')], { startedAt: DAY(3) }),
];

/** A reader of a branch with these audits, less the reports that are named. */
async function past({ without = [] }: { readonly without?: readonly string[] } = {}) {
	const { files } = await recordInMemory(audits);
	return readPast(commitInMemory(new Map([...files].filter(([path]) => !without.includes(path)))));
}

describe('readPast', () => {
	it('tells what differed on a device from the reports of the runs that saw it first', async () => {
		const reader = await past();
		const [timeline] = await reader.timelines(['new']);

		const changes = await reader.changes('new', timeline?.transitions ?? []);

		expect([...changes].map(([runId, found]) => [runId, found.length])).toEqual([
			['3', 1],
			['1', 0],
		]);
	});

	it('knows what differs as long as it goes on, although the report that saw it first is gone', async () => {
		const reader = await past({ without: ['data/reports/2026/11/1.json'] });
		const [timeline] = await reader.timelines(['old']);

		const changes = await reader.changes('old', timeline?.transitions ?? []);

		expect(changes.get('1')?.map(({ line }) => line)).toEqual(['shutdown']);
	});

	it('gives every new drift once, however long it stays', async () => {
		const { drifts } = await (await past()).fleet({ since: 0 });

		expect(drifts.map(({ name }) => name)).toEqual(['old', 'new']);
	});

	it('leaves out runs from before the period', async () => {
		const { runs, drifts } = await (await past()).fleet({ since: Date.parse(DAY(2)) });

		expect(runs.map(({ runId }) => runId)).toEqual(['2', '3']);
		expect(drifts.map(({ name }) => name)).toEqual(['new']);
	});

	it('has nothing for a page where there is no audit', async () => {
		const empty = readPast(commitInMemory(new Map()));

		expect(await empty.page({ since: 0 })).toBeNull();
	});
});
