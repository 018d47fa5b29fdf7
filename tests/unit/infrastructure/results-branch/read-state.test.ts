import { describe, expect, it } from 'vitest';
import { hasDetailsElsewhere, tallyOf } from '../../../../src/domain/device-details.ts';
import { asReport, type FleetState } from '../../../../src/domain/history/fleet-state.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { parseState } from '../../../../src/infrastructure/results-branch/parse-history.ts';
import { readState } from '../../../../src/infrastructure/results-branch/read-state.ts';
import { stateFiles } from '../../../../src/infrastructure/results-branch/state-files.ts';
import { recordInMemory } from '../../../support/git/branch-in-memory.ts';
import { commitInMemory } from '../../../support/git/commit-in-memory.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const features = [{ name: 'ntp', compliant: false, changes: 1 }];
const { files } = await recordInMemory([
	fleetReport('1', [
		{ ...driftedDevice('edge-01', 'f1'), remediation: ['interface Ethernet1', 'no shutdown'] },
		deviceReport('core-01'),
		deviceReport('edge-02', { status: 'unknown', reason: 'timed-out', message: 'it "hung" in Zürich' }),
		deviceReport('core-02', { remarks: ['a banner has no end'], features }),
	]),
]);
const latest = files.get('data/latest.json') ?? '';

async function stateOf(texts: ReadonlyMap<string, string>): Promise<FleetState> {
	const state = await readState(commitInMemory(texts));
	if (state === null) throw new Error('there is no state');
	return state;
}

describe('readState', () => {
	it('finds none on an empty branch', async () => {
		expect(await readState(commitInMemory(new Map()))).toBeNull();
	});

	it('reads what reading the files as a whole gives, and leaves what devices drift by where it is', async () => {
		const state = await stateOf(files);

		expect(JSON.stringify(state)).toBe(JSON.stringify(parseState(files)));
		expect(state.devices.filter(hasDetailsElsewhere).map(({ name }) => name)).toEqual(['edge-01']);
	});

	it('knows what a device complies with that is in sync, and that has no lines of its own', async () => {
		const complies = [{ name: 'ntp', compliant: true, changes: 0 }];
		const recorded = await recordInMemory([fleetReport('1', [deviceReport('edge-01', { features: complies })])]);

		const { devices } = await stateOf(recorded.files);

		expect(devices.map((device) => device.features)).toEqual([complies]);
	});

	it('is written as what was read as a whole', async () => {
		const written = (state: FleetState | null): readonly string[] =>
			state === null ? [] : stateFiles(state).map(({ content }) => wholeText(content));

		expect(written(await stateOf(files))).toEqual(written(parseState(files)));
	});

	it('gives a report that counts changes without reading them', async () => {
		const report = atOnce(asReport(await stateOf(files)));
		const [edge] = report.devices;

		expect(edge && hasDetailsElsewhere(edge) && tallyOf(edge)).toMatchObject({ changes: 1, hasDiff: false });
		expect(edge).toMatchObject({ diff: '', changes: [{ line: 'shutdown' }], metadata: {} });
	});

	it.each([
		['an older version wrote', () => JSON.stringify(fleetReport('0', [driftedDevice('edge-01', 'f1')]))],
		['somebody has formatted', () => JSON.stringify(JSON.parse(latest), null, 2)],
		['somebody has formatted by tabs', () => JSON.stringify(JSON.parse(latest), null, '\t')],
		['names no device', () => latest.replace(/"devices": \[.*\n\t\]/su, '"devices": []')],
		['ends in blanks', () => `${latest}\n\n`],
	])('reads a data/latest.json as a whole that %s', async (_, text) => {
		const other = new Map(files).set('data/latest.json', text());

		expect(JSON.stringify(await stateOf(other))).toBe(JSON.stringify(parseState(other)));
	});

	const line = /\t\t\{"name":"edge-01".*\n/u.exec(latest)?.[0] ?? '';
	it.each([
		['lacks a comma', () => latest.replace(line, line.replace(/,\n$/u, '\n'))],
		['has a comma too many', () => latest.replace('}\n\t]', '},\n\t]')],
		['holds something between devices', () => latest.replace(line, `${line}\t\t4711,\n`)],
		['has a device of another kind', () => latest.replace('"status":"drifted"', '"status":"green"')],
		['is cut behind a device', () => latest.slice(0, latest.indexOf(line) + line.length)],
		['goes on behind its end', () => `${latest}{}`],
		['has a device behind its end', () => `${latest}${line}`],
		['is of a newer version', () => latest.replace('"schemaVersion": 3', '"schemaVersion": 4')],
		['has no fleet', () => latest.replace('"fleet"', '"flee"')],
		['names a device that data/fleet.json has not', () => latest.replace('"name":"edge-01"', '"name":"edge-09"')],
	])('refuses a data/latest.json that %s, as reading it as a whole does', async (_, text) => {
		const other = new Map(files).set('data/latest.json', text());
		const problemOf = (error: unknown): string => (error instanceof Error ? error.message : '');
		const whole = await Promise.resolve(other).then(parseState).catch(problemOf);

		expect(text()).not.toBe(latest);
		expect(await readState(commitInMemory(other)).catch(problemOf)).toBe(whole);
		expect(whole).toMatch(/^data\/(?:latest|fleet)\.json on the results branch/u);
	});
});
