import { describe, expect, it } from 'vitest';
import { hasDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import { devicePerLine } from '../../../../src/infrastructure/results-branch/as-json.ts';
import { type PastOfPage, readPast } from '../../../../src/infrastructure/results-branch/read-past.ts';
import { recordInMemory } from '../../../support/git/branch-in-memory.ts';
import { commitInMemory } from '../../../support/git/commit-in-memory.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const DAY = (day: number): string => new Date(Date.UTC(2026, 10, day, 6)).toISOString();
const audits = [
	fleetReport('1', [driftedDevice('old', 'f1'), deviceReport('new')], { startedAt: DAY(1) }),
	fleetReport('2', [driftedDevice('old', 'f1'), deviceReport('new')], { startedAt: DAY(2) }),
	fleetReport('3', [driftedDevice('old', 'f1'), driftedDevice('new', 'f2')], {
		startedAt: DAY(3),
		features: [{ name: 'ntp', devices: 2, compliant: 1, compliance: 50 }],
	}),
];

/** A reader of a branch with these audits, less the reports that are named. */
async function past({
	without = [],
	edit = (text) => text,
	...long
}: {
	readonly without?: readonly string[];
	/** What became of the files of reports. */
	readonly edit?: (text: string) => string;
	readonly longCharacters?: number;
} = {}) {
	const { files } = await recordInMemory(audits);
	const kept = [...files].filter(([path]) => !without.includes(path));
	const edited = kept.map(([path, text]) => [path, path.startsWith('data/reports/') ? edit(text) : text] as const);
	return readPast(commitInMemory(new Map(edited), [], long));
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

	it('knows of a device that has always been in sync as long as that', async () => {
		const { files } = await recordInMemory(audits.slice(0, 2));
		const reader = await readPast(commitInMemory(new Map(files)));

		const timelines = await reader.timelines(['new', 'never-seen']);

		expect(timelines.map(({ name, transitions }) => [name, transitions.map(({ status }) => status)])).toEqual([
			['new', ['in-sync']],
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

	it('tells runs in the order in which they began, whichever ended first', async () => {
		const { files } = await recordInMemory(audits.toReversed());

		const { runs } = await (await readPast(commitInMemory(new Map(files)))).fleet({ since: 0 });

		expect(runs.map(({ runId }) => runId)).toEqual(['1', '2', '3']);
	});

	it('leaves out runs from before the period', async () => {
		const { runs, drifts } = await (await past()).fleet({ since: Date.parse(DAY(2)) });

		expect(runs.map(({ runId }) => runId)).toEqual(['2', '3']);
		expect(drifts.map(({ name }) => name)).toEqual(['new']);
	});

	it('leaves out a run that began after the newest audit: a clock was ahead', async () => {
		const ahead = fleetReport('ahead', [driftedDevice('old', 'f3')], { startedAt: '2027-11-01T06:00:00.000Z' });
		const { files } = await recordInMemory([ahead, ...audits], Date.parse(DAY(4)));
		const reader = readPast(commitInMemory(files));

		const [fleet, page] = [await reader.fleet({ since: 0 }), await reader.page({ since: 0 })];

		expect(fleet.lastAudit).toBe(DAY(3));
		expect(fleet.runs.map(({ runId }) => runId)).toEqual(['1', '2', '3']);
		expect(page?.runs.map(({ runId }) => runId)).toEqual(['1', '2', '3']);
	});

	it('has nothing for a page where there is no audit', async () => {
		const empty = readPast(commitInMemory(new Map()));

		expect(await empty.page({ since: 0 })).toBeNull();
	});

	describe('a report that is long', () => {
		const LONG = { longCharacters: 0 };

		it('tells the same as one that is read as a whole, and leaves what devices drift by where it is', async () => {
			const [short, long] = [await past(), await past(LONG)];
			const [timeline] = await short.timelines(['old']);

			const page = await long.page({ since: 0 });

			expect(page?.reports.flatMap(({ devices }) => devices).map(hasDetailsElsewhere)).toEqual([true, true]);
			expect(drifted(page)).toEqual(drifted(await short.page({ since: 0 })));
			expect(await long.fleet({ since: 0 }).then(({ drifts }) => drifts.map(({ changes }) => changes))).toEqual(
				await short.fleet({ since: 0 }).then(({ drifts }) => drifts.map(({ changes }) => changes)),
			);
			expect(await long.changes('old', timeline?.transitions ?? [])).toEqual(
				await short.changes('old', timeline?.transitions ?? []),
			);
		});

		it('may have its devices on a line each', async () => {
			const edit = (text: string): string => {
				const { devices, ...rest } = JSON.parse(text);
				return `${JSON.stringify(rest).slice(0, -1)},"devices":[${[...devicePerLine(devices)].join('')}]}`;
			};

			expect(drifted(await (await past({ ...LONG, edit })).page({ since: 0 }))).toEqual(
				drifted(await (await past({ edit })).page({ since: 0 })),
			);
		});

		it.each([
			['is cut', (text: string) => text.slice(0, -40)],
			['is cut in a device', (text: string) => text.slice(0, text.indexOf('"status"'))],
			['holds something between devices', (text: string) => text.replace('\t\t},', '\t\t},\n\t\t4711,')],
			['has a device of another kind', (text: string) => text.replace('"status": "drifted"', '"status": "green"')],
			['is no report', () => '{}'],
		])('is refused as one that is read as a whole where it %s', async (_, edit) => {
			const problemOf = (error: unknown): string => (error instanceof Error ? error.message : '');
			const told = async (options: object): Promise<unknown> =>
				(await past({ edit, ...options })).page({ since: 0 }).then(drifted).catch(problemOf);

			expect(await told(LONG)).toEqual(await told({}));
			expect(await told({})).toMatch(/^data\/reports\//u);
		});
	});
});

/** What a page is told of devices that began to drift. */
function drifted(page: PastOfPage | null): unknown {
	return page?.reports.map(({ runId, devices, warnings }) => ({
		runId,
		warnings,
		devices: devices.map((device) => ({ ...device, diff: '' })),
	}));
}
