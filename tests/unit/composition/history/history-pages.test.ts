import { describe, expect, it } from 'vitest';
import { renderHistoryPages } from '../../../../src/composition/history/history-pages.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import type { HistoryView } from '../../../../src/infrastructure/results-branch/history-view.ts';
import { recordInMemory } from '../../../support/git/branch-in-memory.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const at = (month: number, day: number): string => new Date(Date.UTC(2026, month - 1, day, 6)).toISOString();
const { files, view } = await recordInMemory([
	fleetReport('1', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(9, 1) }),
	fleetReport('2', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(10, 20) }),
	fleetReport('3', [driftedDevice('edge-01', 'f1'), driftedDevice('core-01', 'f2')], { startedAt: at(11, 3) }),
]);

const pathsOf = (overrides: Partial<HistoryView>): readonly string[] =>
	renderHistoryPages({ ...view, ...overrides }).map(({ path }) => path);

describe('renderHistoryPages', () => {
	it('writes the month of the run, and what was new with it', () => {
		expect(pathsOf({ pages: new Set(files.keys()) })).toEqual([
			'README.md',
			'index.html',
			'badge.svg',
			'badge.json',
			'page/devices.js',
			'page/standing.js',
			'page/months/2026-11.js',
			'page/runs/2026/11/3.js',
		]);
	});

	it('also writes months that an older version has left without, and offers only months that are there', () => {
		const pages = new Set(['page/months/2026-08.js']);
		const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];

		const written = renderHistoryPages({ ...view, months, pages });

		expect(written.map(({ path }) => path).filter((path) => path.startsWith('page/months'))).toEqual([
			'page/months/2026-09.js',
			'page/months/2026-10.js',
			'page/months/2026-11.js',
		]);
		const page = written.find(({ path }) => path === 'index.html')?.content ?? '';
		expect(wholeText(page)).toContain('"months":["2026-08","2026-09","2026-10","2026-11"]');
	});

	it('writes the month of the newest audit, too, where one that began a month before ends after it', () => {
		const filed = { runId: 'late', startedAt: at(10, 31), news: [] };

		const written = pathsOf({ filed, pages: new Set(files.keys()) });

		expect(written.filter((path) => path.startsWith('page/months'))).toEqual([
			'page/months/2026-10.js',
			'page/months/2026-11.js',
		]);
	});

	it('keeps what differs on a device that has drifted for long apart from the run that saw it first', () => {
		const { content = '' } = renderHistoryPages(view).find(({ path }) => path === 'page/standing.js') ?? {};
		const standing = wholeText(content);

		expect(standing).toContain('"name":"edge-01"');
		expect(standing).not.toContain('core-01');
	});
});
