import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { seededRandom } from '../../src/simulator/faults/random.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Nothing but waiting for somebody takes so long, even on a busy machine. */
const HANG_GUARD_MS = 20_000;
const POST = fileURLToPath(new URL('../../dist/post.js', import.meta.url));
const runFile = promisify(execFile);
const STACK = /^\s+at /mu;

/** Some are done soon and some take a while, so that a moment of chance finds some of them under way. */
const devices = Array.from({ length: 8 }, (_, index) => {
	const name = `edge-${index}`;
	const drift = index % 3 === 0 ? { uplink: ['shutdown'] } : {};
	return simulatedDevice({ name, runningConfig: iosConfig(name, drift), commandMs: index * 75 });
});

interface Interrupted {
	readonly run: FinishedAction;
	/** From the signal to the end; null: it had ended by then. */
	readonly tookMs: number | null;
	readonly leftInTemp: readonly string[];
	readonly runId: string;
}

describe('a run that is interrupted at any moment', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;
	/** What devices, git and GitHub are asked in one run. */
	let wholeCount: number;
	let runs = 0;
	const recorded: string[] = [];
	const random = seededRandom(20_261_127);

	/** What was asked so far: it tells how far a run is, which milliseconds do not on a busy machine. */
	const asked = (): number =>
		hosting.github.requests.length +
		hosting.git.requests.length +
		[...fleet.sessions.values()].reduce((sum, { commands }) => sum + commands.length, 0);
	/** @param interruption - sends the signals, each a moment of chance later, once so much was asked */
	const start = async (interruption?: {
		readonly signals: readonly NodeJS.Signals[];
		readonly after: number;
		readonly pauseMs: () => number;
	}): Promise<Interrupted> => {
		await using temporary = await temporaryFolder('interrupted-');
		runs += 1;
		const id = String(7_000 + runs);
		const before = asked();
		let ended = false;
		let signalledAt: number | null = null;
		const run = await hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			inputs: { 'report-dir': `reports/${id}` },
			env: { ...LOGIN, RUNNER_TEMP: temporary.path, GITHUB_RUN_ID: id },
			onStart: async (action) => {
				if (interruption === undefined) return;
				while (!ended && asked() - before < interruption.after) await sleep(1);
				for (const signal of interruption.signals) {
					await sleep(interruption.pauseMs());
					if (ended) return;
					signalledAt ??= performance.now();
					action.kill(signal);
				}
			},
		});
		ended = true;
		// As the runner does behind every job.
		if (run.exitCode === null) await runFile(process.execPath, [POST], { env: { RUNNER_TEMP: temporary.path } });
		const tookMs = signalledAt === null ? null : performance.now() - signalledAt;
		return { run, tookMs, leftInTemp: await readdir(temporary.path), runId: `${id}-1` };
	};
	const atRandom = (...signals: readonly NodeJS.Signals[]): Promise<Interrupted> =>
		start({ signals, after: Math.floor(random() * wholeCount), pauseMs: () => random() * 100 });
	const note = ({ run: { outputs }, runId }: Interrupted): void => {
		const commit = outputs['results-commit'];
		if (commit !== undefined && commit !== '') recorded.push(runId);
	};
	/**
	 * Whole, and with every run that says that it was stored. Read at one commit: a git that has outlived its action may
	 * still push.
	 */
	const expectWholeBranch = async (): Promise<void> => {
		await hosting.inRepository('fsck', '--strict', '--connectivity-only');
		const tip = (await hosting.inRepository('rev-parse', 'drift-results')).trim();
		const show = (path: string): Promise<string> => hosting.inRepository('show', `${tip}:${path}`);
		const paths = (await hosting.inRepository('ls-tree', '-r', '--name-only', tip)).trim().split('\n');
		const segments = await Promise.all(paths.filter((path) => path.endsWith('.ndjson')).map(show));
		const ids = segments.flatMap((text) =>
			text
				.trim()
				.split('\n')
				.map((line): string => JSON.parse(line).runId),
		);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of recorded) expect(ids).toContain(id);
		const latest: { readonly runId: string } = JSON.parse(await show('data/latest.json'));
		expect(ids).toContain(latest.runId);
	};
	const reportOf = async ({ runId }: Interrupted): Promise<FleetReport | null> => {
		const path = join(hosting.checkout.folder, 'reports', runId.replace(/-1$/, ''), 'report.json');
		return JSON.parse(await readFile(path, 'utf8').catch(() => 'null'));
	};

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
		hosting = await startHosting();
		await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		const before = asked();
		const whole = await start();
		wholeCount = asked() - before;
		expect(whole.run.exitCode).toBe(1);
		note(whole);
		expect(recorded).toEqual([whole.runId]);
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	it.each(['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT'] as const)(
		'by %s reports what is known, concludes its check and leaves nothing behind',
		async (signal) => {
			const checks = hosting.github.state.checkRuns.length;

			const interrupted = await atRandom(signal);

			const { run, tookMs, leftInTemp } = interrupted;
			const mine = hosting.github.state.checkRuns.slice(checks);
			expect(tookMs ?? 0).toBeLessThan(HANG_GUARD_MS);
			expect(leftInTemp).toEqual([]);
			expect(run.stderr + run.stdout).not.toMatch(STACK);
			for (const check of mine) expect(check.status).toBe('completed');
			// Before it listens to signals it has done nothing.
			if (run.exitCode === null) expect(mine).toEqual([]);
			else expect([0, 1, 2, 3]).toContain(run.exitCode);
			const report = await reportOf(interrupted);
			if (report !== null) expect(report.devices.map(({ name }) => name)).toEqual(devices.map(({ name }) => name));
			note(interrupted);
			await expectWholeBranch();
		},
	);

	// The runner kills what has not ended 7.5 s after it was asked to: at whatever it is then, of tidying up most of all.
	it.each<{ readonly signals: readonly NodeJS.Signals[] }>([
		{ signals: ['SIGKILL'] },
		{ signals: ['SIGINT', 'SIGKILL'] },
		{ signals: ['SIGKILL'] },
		{ signals: ['SIGTERM', 'SIGKILL'] },
	])('by $signals leaves the branch whole, and nothing behind for long', async ({ signals }) => {
		const killed = await atRandom(...signals);
		note(killed);

		expect(killed.leftInTemp).toEqual([]);
		await expectWholeBranch();
		const after = await start();
		expect(after.run.exitCode).toBe(1);
		note(after);
		expect(recorded.at(-1)).toBe(after.runId);
		await expectWholeBranch();
	});
});
