import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { renderAnnotations } from '../../../../src/reporting/github/render-annotations.ts';
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
});
