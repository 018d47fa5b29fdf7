import { describe, expect, it } from 'vitest';
import { presentState } from '../../../../src/domain/history/fleet-state.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { parseState } from '../../../../src/infrastructure/results-branch/parse-history.ts';
import { stateFiles } from '../../../../src/infrastructure/results-branch/state-files.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const masked = { lines: 3, total: 400, patterns: { 'volatile/x': 3 } };
const report = fleetReport('1', [
	driftedDevice('edge-01', 'f1'),
	deviceReport('core-01', { masked }),
	deviceReport('core-02', { remarks: ['a banner has no end'] }),
]);
const state = atOnce(
	presentState(report, {
		masks: [],
		before: null,
		firsts: new Map([['core-01', { at: report.startedAt, runId: '1' }]]),
	}),
);
const files = (): Map<string, string> =>
	new Map(stateFiles(state).map(({ path, content }) => [path, wholeText(content)]));

describe('stateFiles', () => {
	it('names in latest.json the devices of which there is something to say, and all in fleet.json', () => {
		const namesIn = (path: string): readonly string[] =>
			JSON.parse(files().get(path) ?? '').devices.map(({ name }: { readonly name: string }) => name);

		expect(namesIn('data/latest.json')).toEqual(['edge-01', 'core-02']);
		expect(namesIn('data/fleet.json')).toEqual(['edge-01', 'core-01', 'core-02']);
	});

	it('writes a device per line', () => {
		expect(files().get('data/fleet.json')?.split('\n')).toHaveLength(3 + 3 + 3);
	});

	it('is read back as it was, in the order of fleet.yml', () => {
		const told = parseState(files());

		expect(told).toMatchObject({ runId: '1', fleet: report.fleet });
		expect(told?.devices).toMatchObject(
			state.devices.map(({ name, status, changes, lines, first, durationMs, site }) => ({
				name,
				status,
				changes,
				lines,
				first,
				durationMs,
				site,
			})),
		);
	});
});

describe('parseState', () => {
	it('finds none on an empty branch', () => {
		expect(parseState(new Map())).toBeNull();
	});

	it('reads the whole report that version 1 kept', () => {
		const told = parseState(new Map([['data/latest.json', JSON.stringify(report)]]));

		expect(told).toMatchObject({ runId: '1', masks: [{ id: 'volatile/x', devices: 1, hits: 3 }] });
		expect(told?.devices[0]).toMatchObject({ name: 'edge-01', status: 'drifted', fingerprint: 'f1', first: null });
		expect(told?.devices[0]).not.toHaveProperty('diff');
	});

	it('reads version 2, which named every device', () => {
		const { devices, ...head } = state;
		const v2 = { ...head, schemaVersion: 2, devices: devices.map(({ first, ...device }) => device) };

		const told = parseState(new Map([['data/latest.json', JSON.stringify(v2)]]));

		expect(told).toEqual({
			...head,
			devices: devices.map((device) => ({ ...device, first: null, since: null, remediation: [] })),
		});
	});

	it.each([
		['is not there', null],
		['is cut', '{"schemaVersion":1,"devices":[{"name":"edge-01"'],
		['is of a newer version', '{"schemaVersion":2,"devices":[]}'],
		['lacks a device', '{"schemaVersion":1,"devices":[]}'],
		['has a device without a platform', '{"schemaVersion":1,"devices":[{"name":"edge-01"}]}'],
	])('refuses a data/fleet.json that %s', (_, text) => {
		const damaged = files();
		damaged.delete('data/fleet.json');
		if (text !== null) damaged.set('data/fleet.json', text);

		expect(() => parseState(damaged)).toThrow(/data\/fleet\.json on the results branch/u);
	});
});
