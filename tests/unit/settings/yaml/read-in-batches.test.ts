import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { openFleet } from '../../../../src/settings/load-fleet.ts';
import { stepByStep } from '../../../../src/settings/step-by-step.ts';
import { readInBatches } from '../../../../src/settings/yaml/read-in-batches.ts';
import { problemsOf, SAMPLE } from '../sample-fleet.ts';

const file = 'fleet.yml';

function fleetOf(count: number): string {
	const devices = Array.from(
		{ length: count },
		(_, index) => `  edge-${index}:\n    host: 192.0.2.1\n    platform: eos`,
	);
	return `version: 1\nintended: a.cfg\ndevices:\n${devices.join('\n')}\npolicy: { scope: full }\n`;
}

describe('readInBatches', () => {
	it('lets others have their turn between batches', () => {
		const steps = readInBatches({ file, text: fleetOf(120) });

		expect([...steps]).toHaveLength(3);
	});

	it('lets them have it while it looks for devices, too', () => {
		const comments = '# a line\n'.repeat(20_000);

		expect([...readInBatches({ file, text: `${comments}${fleetOf(1)}` })]).toHaveLength(5);
	});

	it('reads the sample, and the line of each device', () => {
		const document = atOnce(readInBatches({ file, text: SAMPLE, size: 1 }));

		expect(document?.placeOfKey(['devices', 'lab-1'])).toEqual({ file, line: 14, column: 3 });
		expect(document?.has(['devices', 'lab-1', 'secrets'])).toBe(true);
		expect(document?.has(['devices', 'lab-1', 'vdom'])).toBe(false);
	});

	it.each([
		['an alias that leads into another batch', 'devices:\n  a: &x {}\n  b: *x\n'],
		['an anchor that takes the place of another', 'x: &n 1\ndevices:\n  a: { b: &n 2 }\ny: *n\n'],
		['a name that stands twice', 'devices:\n  a: {}\n  b: {}\n  a: {}\n'],
		['a directive', '%YAML 1.1\n---\ndevices:\n  a: { x: yes }\n'],
		['a second section', 'devices:\n  a: {}\ndevices:\n  b: {}\n'],
		['a quote over several devices', 'devices:\n  a: "\n  b: "\n'],
		['braces', 'devices: { a: {} }\n'],
		['JSON', '{"devices": {"a": {}}}'],
		['a section that is a text', 'x: "\ndevices:\n  a: {}\n"\ndevices: ~\n'],
	])('leaves %s to be read at once', (_, text) => {
		expect(atOnce(readInBatches({ file, text, size: 1 }))).toBeNull();
	});
});

describe('loadFleet', () => {
	it('tells the place of a mistake that shows up late, in a large fleet', () => {
		const text = fleetOf(200).replace('  edge-150:\n    host: 192.0.2.1\n', '  edge-150:\n');

		const missing = problemsOf(text).find(({ message }) => message === 'devices.edge-150 has no host');

		expect(missing).toMatchObject({ line: 454, column: 3 });
	});

	it('opens a large fleet in turns as at once', async () => {
		const text = fleetOf(120);

		expect((await stepByStep(openFleet({ file, text }))).source?.draft).toEqual(
			atOnce(openFleet({ file, text })).source?.draft,
		);
	});
});
