import { describe, expect, it } from 'vitest';
import { compareInSteps } from '../../../src/domain/compare/calculate-diff.ts';
import { fingerprintInSteps } from '../../../src/domain/compare/drift-fingerprint.ts';
import { classifyInSteps } from '../../../src/domain/compare/three-way.ts';
import { renderInSteps } from '../../../src/domain/compare/unified.ts';
import { withClasses } from '../../../src/domain/compare/with-classes.ts';
import { buildInSteps } from '../../../src/domain/config/build-tree.ts';
import { lintChange } from '../../../src/domain/config/lint-lines.ts';
import { prepareConfig } from '../../../src/domain/config/prepare-config.ts';
import { scanInSteps } from '../../../src/domain/config/scan-lines.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { maskInSteps } from '../../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import { remediateInSteps } from '../../../src/domain/remediation/remediate.ts';
import { atOnce, type Steps } from '../../../src/domain/steps.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { aPlatform } from '../../support/a-platform.ts';
import { aRun, type RunInMemory, revisionsOf } from '../../support/a-run.ts';

const platform = aPlatform();
const masks = compileMasks(platform, { fingerprintKey: 'test' });

/** How often others may have their turn. */
function count(work: Steps<unknown>): number {
	for (let steps = 0; ; steps += 1) if (work.next().done === true) return steps;
}

/** Single lines, all of them others on both sides. */
function both(lines: number) {
	const textOf = (side: string): string =>
		Array.from({ length: lines }, (_, index) => `line${index} ${side} ${index}\n`)
			.concat('end\n')
			.join('');
	const texts = { intended: textOf('a'), running: textOf('b') };
	const sides = { intended: prepareConfig(texts.intended, masks), running: prepareConfig(texts.running, masks) };
	return { texts, sides, compared: atOnce(compareInSteps(sides, masks)) };
}

type Both = ReturnType<typeof both>;

describe('a device of which all lines differ', () => {
	const small = both(100);
	const large = both(10_000);

	it.each([
		['scanned', ({ texts }) => scanInSteps(texts.running, platform.syntax), 10],
		['masked', ({ sides }) => maskInSteps(sides.running.lines, masks), 18],
		['read as a tree', ({ sides }) => buildInSteps(sides.running.lines, platform), 18],
		['compared', ({ sides }) => compareInSteps(sides, masks), 120],
		['rendered', ({ compared }) => renderInSteps(compared.changes), 70],
		['fingerprinted', ({ compared }) => fingerprintInSteps(compared.changes), 80],
		[
			'classified',
			({ compared: { changes } }) => classifyInSteps({ drift: changes, plan: changes, remaining: changes }, []),
			290,
		],
		['reported by class', ({ compared }) => withClasses(compared, compared.changes), 150],
		['remedied', ({ sides, compared }) => remediateInSteps(sides, compared.changes, platform), 110],
		['looked through', ({ sides }) => lintChange(sides.intended, sides.running), 18],
	] satisfies readonly [string, (sides: Both) => Steps<unknown>, number][])(
		'is %s in steps, a small one in hardly any',
		(_, work, least) => {
			expect([small, large].map(({ compared }) => compared.changes.length)).toEqual([200, 20_000]);

			expect(count(work(large))).toBeGreaterThan(least);
			expect(count(work(small))).toBeLessThan(12);
		},
	);

	it.each([
		['an audit', ({ run, tools }: RunInMemory) => triggerFleetAudit(run, tools), 640],
		['a pre-flight check', ({ run, tools }: RunInMemory, revisions) => preflight(run, tools, revisions), 1_090],
	] satisfies readonly [
		string,
		(run: RunInMemory, revisions: ReturnType<typeof revisionsOf>) => Promise<FleetReport>,
		number,
	][])('lets others have many turns in %s', async (_, judge, least) => {
		let turns = 0;
		const giveWay = async (): Promise<void> => {
			turns += 1;
		};
		// As if each step took as long as anything may.
		let now = 0;
		const elapsed = (): number => {
			now += 1_000;
			return now;
		};
		const judging = new JudgingGate({ elapsed }, giveWay);
		const { intended, running } = large.texts;
		const inMemory = aRun({ running: { a: running }, intended: { a: intended }, judging });

		const { devices } = await judge(inMemory, revisionsOf({ base: { a: running }, head: { a: intended } }));

		expect(devices).toMatchObject([{ status: expect.not.stringMatching('unknown') }]);

		expect(turns).toBeGreaterThan(least);
	});
});
