import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { parseSegment } from '../../../../src/infrastructure/results-branch/parse-history.ts';
import { fleetReport } from '../../../support/git/fleet-reports.ts';

/** Lines as version 0.1.0 wrote them. */
function lineV1(
	runId: string,
	seen: { readonly drifted?: Record<string, string>; readonly unknown?: string[] },
): string {
	const { startedAt, durationMs, mode, fleet } = fleetReport(runId, []);
	const { drifted = {}, unknown = [] } = seen;
	return JSON.stringify({
		schemaVersion: 1,
		runId,
		startedAt,
		durationMs,
		mode,
		fleet,
		drifted: Object.keys(drifted),
		unknown: unknown.map((name) => ({ name, reason: 'timed-out' })),
		fingerprints: drifted,
	});
}

const migrated = (...lines: readonly string[]) =>
	atOnce(parseSegment(`${lines.join('\n')}\n`, 'data/runs/2026-11.ndjson')).map(
		({ runId, schemaVersion, transitions }) => [
			runId,
			schemaVersion,
			transitions.map(({ name, before, status, fingerprint }) => [name, before, status, fingerprint]),
		],
	);

describe('parseSegment', () => {
	it('reads lines of version 1 as what was new with each of them', () => {
		expect(
			migrated(
				lineV1('1', { drifted: { a: 'f1', b: 'f2' } }),
				lineV1('2', { drifted: { a: 'f1' }, unknown: ['c'] }),
				lineV1('3', { drifted: { a: 'f9' }, unknown: ['c'] }),
			),
		).toEqual([
			[
				'1',
				2,
				[
					['a', null, 'drifted', 'f1'],
					['b', null, 'drifted', 'f2'],
				],
			],
			[
				'2',
				2,
				[
					['b', 'drifted', 'in-sync', null],
					['c', 'in-sync', 'unknown', null],
				],
			],
			['3', 2, [['a', 'drifted', 'drifted', 'f9']]],
		]);
	});

	it('takes nothing that a pull request proposed for what an audit found', () => {
		const proposed = JSON.stringify({ ...JSON.parse(lineV1('2', { unknown: ['a'] })), mode: 'preflight' });

		expect(migrated(lineV1('1', { drifted: { a: 'f1' } }), proposed, lineV1('3', { drifted: { a: 'f1' } }))).toEqual([
			['1', 2, [['a', null, 'drifted', 'f1']]],
			['2', 2, []],
			['3', 2, []],
		]);
	});

	it('reads lines of both versions beside each other', () => {
		const v2 = JSON.stringify({ ...JSON.parse(lineV1('2', {})), schemaVersion: 2, transitions: [] });

		expect(migrated(lineV1('1', {}), v2)).toEqual([
			['1', 2, []],
			['2', 2, []],
		]);
	});
});
