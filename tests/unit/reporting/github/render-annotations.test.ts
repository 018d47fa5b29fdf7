import { describe, expect, it } from 'vitest';
import { withDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { countAnnotations, renderAnnotations, type Spot } from '../../../../src/reporting/github/render-annotations.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

describe('renderAnnotations', () => {
	it('puts conflicts before drift before what is planned', () => {
		const changes = (['planned', 'drift', 'conflict'] as const).map((name, index) =>
			aChange({ class: name, intendedLine: index + 1 }),
		);

		const annotations = atOnce(renderAnnotations(aReport({ devices: [aDevice({ changes })] })));

		expect(annotations.map(({ level, title }) => [level, title])).toEqual([
			['failure', 'edge-01: conflict'],
			['failure', 'edge-01: drift'],
			['notice', 'edge-01: planned'],
		]);
	});

	it('says once what devices with one intended file have in common', () => {
		const devices = ['a', 'b', 'c'].map((name) =>
			aDevice({ name, intendedPath: 'golden/access.cfg', changes: [aChange({ intendedLine: 5 })] }),
		);

		expect(atOnce(renderAnnotations(aReport({ devices })))).toEqual([
			{
				path: 'golden/access.cfg',
				startLine: 5,
				endLine: 5,
				level: 'failure',
				title: '3 devices: drift',
				message: 'on a, b, c\nintended, not running: ntp server 192.0.2.1',
			},
		]);
	});

	it('leaves out devices without an intended file', () => {
		expect(
			atOnce(renderAnnotations(aReport({ devices: [aDevice({ intendedPath: null, changes: [aChange()] })] }))),
		).toEqual([]);
	});

	it('spells out characters that the API refuses', () => {
		const [annotation] = atOnce(
			renderAnnotations(aReport({ devices: [aDevice({ changes: [aChange({ line: 'description 😀' })] })] })),
		);

		expect(annotation?.message).toBe('intended, not running: description <U+1F600>');
	});

	it('cuts a message between its lines', () => {
		const changes = Array.from({ length: 500 }, (_, index) =>
			aChange({ kind: 'extra', line: `${index} ${'x'.repeat(200)}` }),
		);

		const [annotation] = atOnce(renderAnnotations(aReport({ devices: [aDevice({ changes })] })));

		expect(annotation?.message.length).toBeLessThan(17_000);
		expect(annotation?.message).toMatch(/\n… and 4\d\d more$/);
	});

	it('puts the worst drift first, says what is critical and only warns of what people read', () => {
		const changes = (['low', 'medium', 'critical'] as const).map((severity, index) =>
			aChange({ severity, intendedLine: index + 1 }),
		);

		const annotations = atOnce(renderAnnotations(aReport({ devices: [aDevice({ changes })] })));

		expect(annotations.map(({ startLine, level, title }) => [startLine, level, title])).toEqual([
			[3, 'failure', 'edge-01: drift, critical'],
			[2, 'failure', 'edge-01: drift'],
			[1, 'warning', 'edge-01: drift'],
		]);
	});

	it('makes those that are chosen as it makes them all, and reads no device again that has none of them', () => {
		const reads: string[] = [];
		const devices = ['a', 'b', 'c', 'd'].map((name, index) => {
			const changes = [3, 9, index].map((line) =>
				aChange({ intendedLine: line + 1, line: `${name} ${line}`, severity: line === 9 ? 'critical' : 'low' }),
			);
			const device = aDevice({ name, intendedPath: name === 'd' ? 'a.cfg' : `${name}.cfg`, changes });
			return withDetailsElsewhere(device, () => {
				reads.push(name);
				return device;
			});
		});
		const report = aReport({ devices });
		const all = atOnce(renderAnnotations(report));
		const ofA = (spots: readonly Spot[]): readonly Spot[] => spots.filter(({ path }) => path === 'a.cfg').slice(0, 2);
		reads.length = 0;

		const some = atOnce(renderAnnotations(report, ofA));

		expect(some).toEqual(all.filter(({ path }) => path === 'a.cfg').slice(0, 2));
		expect(some[0]).toMatchObject({ startLine: 10, title: '2 devices: drift, critical' });
		expect(reads.filter((name) => name === 'a').length).toBeGreaterThan(reads.filter((name) => name === 'b').length);
		expect(atOnce(countAnnotations(report))).toBe(all.length);
	});

	it('calls a line as severe as the worst of the devices that meet there', () => {
		const at = (intendedLine: number, severity: 'critical' | 'low') => aChange({ intendedLine, severity });
		const devices = [
			aDevice({ name: 'a', intendedPath: 'golden.cfg', changes: [at(1, 'critical'), at(5, 'low')] }),
			aDevice({ name: 'b', intendedPath: 'golden.cfg', changes: [at(5, 'critical')] }),
		];

		expect(atOnce(renderAnnotations(aReport({ devices }))).map(({ title }) => title)).toEqual([
			'a: drift, critical',
			'2 devices: drift, critical',
		]);
	});
});
