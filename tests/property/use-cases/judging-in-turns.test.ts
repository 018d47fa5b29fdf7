import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { preflight } from '../../../src/use-cases/preflight.ts';
import { previewChange } from '../../../src/use-cases/preview-change.ts';
import { aRun, type RunInMemory, revisionsOf } from '../../support/a-run.ts';
import { mutatedConfig, printConfig } from '../../support/arbitraries.ts';

/** Two devices of one platform: one runs the change of a config, the other is as it was. */
const fleets = mutatedConfig.map(({ config, mutated }) => ({
	platform: config.platform.name,
	agreed: printConfig(config),
	changed: printConfig(mutated),
}));

/** Never in turns, or with a turn of others after each step. */
function judgedIn(turns: 'one' | 'each step'): { readonly judging: JudgingGate; readonly given: () => number } {
	let now = 0;
	let given = 0;
	const clock = {
		elapsed: () => {
			if (turns === 'each step') now += 1_000;
			return now;
		},
	};
	const giveWay = async (): Promise<void> => {
		given += 1;
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { judging: new JudgingGate(clock, giveWay), given: () => given };
}

/** What was found, without the time that it took. */
function findings({ devices, fleet, warnings }: FleetReport): unknown {
	return { devices: devices.map((device) => ({ ...device, durationMs: 0 })), fleet, warnings };
}

describe('judging in turns', () => {
	it.each([
		['an audit', ({ run, tools }: RunInMemory) => triggerFleetAudit(run, tools)],
		['a pre-flight check', ({ run, tools }: RunInMemory, revisions) => preflight(run, tools, revisions)],
		['a preview', ({ run, tools }: RunInMemory, revisions) => previewChange(run, tools, revisions)],
	] satisfies readonly [
		string,
		(run: RunInMemory, revisions: ReturnType<typeof revisionsOf>) => Promise<FleetReport>,
	][])('finds in %s what judging at once finds', async (_, judge) => {
		await fc.assert(
			fc.asyncProperty(fleets, async ({ platform, agreed, changed }) => {
				const reportIn = async (turns: 'one' | 'each step') => {
					const { judging, given } = judgedIn(turns);
					const inMemory = aRun({
						running: { a: changed, b: agreed },
						intended: { a: agreed, b: agreed },
						judging,
					});
					const devices = inMemory.run.devices.map((device) => ({ ...device, platform }));
					const revisions = revisionsOf({ base: { a: agreed, b: changed }, head: { a: changed, b: agreed } });
					const report = await judge({ ...inMemory, run: { ...inMemory.run, devices } }, revisions);
					return { found: findings(report), given: given(), defects: inMemory.defects };
				};

				const atOnce = await reportIn('one');
				const inTurns = await reportIn('each step');

				expect(inTurns.found).toEqual(atOnce.found);
				expect(inTurns.defects).toEqual([]);
				expect(atOnce.given).toBe(0);
				expect(inTurns.given).toBeGreaterThan(0);
			}),
			{ numRuns: 60 },
		);
	});
});
