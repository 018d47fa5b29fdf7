import { fstatSync, readdirSync, readlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasDetailsElsewhere } from '../../../src/domain/device-details.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { SpooledDetails, type SpooledDetailsOptions } from '../../../src/infrastructure/spooled-details.ts';
import { reportFiles } from '../../../src/reporting/files/report-files.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { NO_LINKS } from '../../../src/reporting/markdown/links.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { aChange, aDevice, aVerdict } from '../../support/report-fixtures.ts';
import { aRichReport } from '../../support/rich-report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const warnings: string[] = [];
const optionsIn = (folder: string): SpooledDetailsOptions => ({
	folder,
	memoryBytes: 0,
	redact: (details) => details,
	warn: (sentence) => warnings.push(sentence),
});

describe('SpooledDetails', () => {
	it('renders to the same letters as what stays in memory', async () => {
		await using folder = await temporaryFolder('spool-');
		using spool = new SpooledDetails(optionsIn(folder.path));
		const report = aRichReport();

		const spooled = { ...report, devices: report.devices.map(spool.keep) };

		expect(spooled.devices.filter(hasDetailsElsewhere).length).toBeGreaterThan(2);
		expect(inEveryForm(spooled)).toEqual(inEveryForm(report));
	});

	it('leaves a device alone that has nothing to tell, and whatever fits into memory', async () => {
		await using folder = await temporaryFolder('spool-');
		using spool = new SpooledDetails({ ...optionsIn(folder.path), memoryBytes: 1_000 });
		const drifted = aDevice({ changes: [aChange()] });
		const quiet = aDevice();

		const kept = Array.from({ length: 20 }, () => [spool.keep(quiet), spool.keep(drifted)]).flat();

		expect(kept.filter((_, index) => index % 2 === 0)).toEqual(Array(20).fill(quiet));
		expect(hasDetailsElsewhere(kept[1] ?? quiet)).toBe(false);
		expect(hasDetailsElsewhere(kept.at(-1) ?? quiet)).toBe(true);
	});

	it('writes nothing before it is redacted', async () => {
		await using folder = await temporaryFolder('spool-');
		using spool = new SpooledDetails({
			...optionsIn(folder.path),
			redact: ({ changes }) => ({ changes, diff: 'redacted' }),
		});

		expect(spool.keep(aDevice({ changes: [aChange()] })).diff).toBe('redacted');
	});

	it('has no file that anybody could open, or that would stay behind', async () => {
		await using folder = await temporaryFolder('spool-');
		using spool = new SpooledDetails(optionsIn(folder.path));

		expect(hasDetailsElsewhere(spool.keep(aDevice({ changes: [aChange()] })))).toBe(true);
		expect(readdirSync(folder.path)).toEqual([]);
		// Nor was it anybody else's for as long as it had a name.
		const modes = openFilesIn(folder.path).map((file) => fstatSync(file).mode & 0o777);
		expect(modes).toEqual([0o600]);
	});

	it('keeps everything in memory where nothing can be written, and says so once', () => {
		warnings.length = 0;
		using spool = new SpooledDetails(optionsIn('/proc/nope'));
		const drifted = aDevice({ changes: [aChange()] });

		expect([spool.keep(drifted), spool.keep(drifted)]).toEqual([drifted, drifted]);
		expect(warnings).toEqual([
			'what devices drifted by is kept in memory, because /proc/nope does not take it (ENOENT). Make room there, or set TMPDIR (in the Action RUNNER_TEMP) to another folder',
		]);
	});
});

function inEveryForm(report: FleetReport): readonly string[] {
	const verdict = aVerdict(report);
	return [
		...reportFiles(report, verdict).map(({ pieces }) => [...pieces].join('')),
		atOnce(renderComment(report, verdict, { links: NO_LINKS })),
		wholeText(renderTerminal(report, verdict, { colour: false, width: 100, remediation: true })),
	];
}

/** Descriptors of this process, as Linux lists them, whose files lie or lay in a folder. */
function openFilesIn(folder: string): readonly number[] {
	return readdirSync('/proc/self/fd').flatMap((name) => {
		try {
			return readlinkSync(`/proc/self/fd/${name}`).startsWith(folder) ? [Number(name)] : [];
		} catch {
			// The descriptor of the listing itself is gone by then.
			return [];
		}
	});
}
