import { resolve } from 'node:path';
import { pullRequestEvent, scheduleEvent } from '../../tests/support/e2e/events.ts';
import { type Hosting, startHosting, type WorkflowRun } from '../../tests/support/e2e/hosting.ts';
import { benchFleet, benchLogin, type FleetRecipe } from '../support/bench-fleet.ts';
import { createFleetFolder, type FleetFolder } from '../support/fleet-folder.ts';
import { runPreflight } from '../support/run-cli.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import { watched } from '../support/watched.ts';
import type { WholeRun } from './whole-run.ts';

export interface WholeFleet {
	readonly devices: number;
	readonly lines: number;
	readonly driftedPercent: number;
}

const CONCURRENCY = 100;
/** Too long for all of a large fleet to be asked within the 30 s of a check. */
const SLOW_COMMAND_MS = 2_000;
const QUICK_COMMAND_MS = 20;

/** Checks of a pull request that touches every device, of which most are not asked in time. */
export async function* preflights(fleet: WholeFleet): AsyncGenerator<WholeRun> {
	const recipe = recipeOf(fleet, SLOW_COMMAND_MS);
	await using simulator = await startSimulatorProcess(recipe);
	using folder = createFleetFolder(benchFleet(recipe), { ports: simulator.ports, concurrency: CONCURRENCY });
	folder.commitCandidates();
	const { result, delay } = await watched((watching) => runPreflight(resolve('dist/cli.js'), folder, watching));
	const { devices, unknown } = result.report.fleet;
	yield { what: 'pre-flight', devices, unknown, asks: true, delay };

	await using hosting = await startHosting();
	const { base, head } = await publish(hosting, folder);
	await hosting.checkout.git('checkout', '--quiet', head);
	hosting.github.state.mergeBases.set(`${base}...${head}`, base);
	const event = pullRequestEvent({ base, head });
	yield await runAction(hosting, 'pre-flight in the Action', { eventName: 'pull_request', event });
}

/** Scheduled audits that keep a history: there is none yet at the first. */
export async function* audits(fleet: WholeFleet): AsyncGenerator<WholeRun> {
	await using audited = await openAuditedFleet(fleet);
	const { hosting } = audited;
	const event = { eventName: 'schedule', event: scheduleEvent } as const;
	yield await runAction(hosting, 'audit in the Action', event);
	yield await runAction(hosting, 'the next audit', {
		...event,
		env: { GITHUB_RUN_ID: '9001', GITHUB_RUN_NUMBER: '8' },
	});
}

/**
 * Audits of which all devices drift: issues for the first of them and one that the others share, those again, and one for
 * all.
 */
export async function* issues(fleet: WholeFleet): AsyncGenerator<WholeRun> {
	await using audited = await openAuditedFleet({ ...fleet, driftedPercent: 100 });
	const { hosting } = audited;
	const audit = async (what: string, inputs: Readonly<Record<string, string>>): Promise<WholeRun> => {
		const run = await runAction(hosting, what, { eventName: 'schedule', event: scheduleEvent, inputs });
		if (hosting.github.state.issues.length === 0) throw new Error(`${what} has opened no issue`);
		return run;
	};
	const quiet = { check: 'false', 'results-branch': '' };
	yield await audit('issues, all drifted', { ...quiet, issues: 'per-device' });
	yield await audit('the same issues again', { ...quiet, issues: 'per-device' });
	yield await audit('one issue for all', { ...quiet, issues: 'roll-up', 'report-key': 'roll-up' });
}

/** An audit that writes what all devices drift by into their intended files, in a pull request. */
export async function* adoptionPulls(fleet: WholeFleet): AsyncGenerator<WholeRun> {
	await using audited = await openAuditedFleet({ ...fleet, driftedPercent: 100 });
	const { hosting } = audited;
	const inputs = { adopt: 'true', check: 'false', 'results-branch': '' };
	yield await runAction(hosting, 'adopting in the Action, all drifted', {
		eventName: 'workflow_dispatch',
		event: {},
		inputs,
	});
	if (hosting.github.state.pulls.length === 0) throw new Error('adopting has opened no pull request');
}

/** Devices that answer quickly, and their repository on a server, checked out where a scheduled audit begins. */
async function openAuditedFleet(fleet: WholeFleet): Promise<AsyncDisposable & { readonly hosting: Hosting }> {
	await using startUp = new AsyncDisposableStack();
	const recipe = recipeOf(fleet, QUICK_COMMAND_MS);
	const { ports } = startUp.use(await startSimulatorProcess(recipe));
	const folder = startUp.use(createFleetFolder(benchFleet(recipe), { ports, concurrency: CONCURRENCY }));
	folder.commitCandidates();
	const hosting = startUp.use(await startHosting());
	const { base } = await publish(hosting, folder);
	await hosting.checkout.git('checkout', '--quiet', base);
	const opened = startUp.move();
	return { hosting, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

function recipeOf({ devices, lines, driftedPercent }: WholeFleet, commandMs: number): FleetRecipe {
	return { kind: 'uniform', count: devices, lines, latencyMs: 5, commandMs, driftedPercent };
}

/** Brings the folder's commits to the repository on the server, and into its clone. */
async function publish(
	{ checkout }: Hosting,
	{ path }: FleetFolder,
): Promise<{ readonly base: string; readonly head: string }> {
	await checkout.git('fetch', '--quiet', path, 'main:change', 'tag', 'base');
	await checkout.git('push', '--quiet', 'origin', 'base^{commit}:refs/heads/main', 'change');
	return { base: await checkout.git('rev-parse', 'base^{commit}'), head: await checkout.git('rev-parse', 'change') };
}

async function runAction(hosting: Hosting, what: string, run: WorkflowRun): Promise<WholeRun> {
	const { result, delay } = await watched(({ preload, env }) =>
		hosting.run({
			...run,
			env: {
				BENCH_USERNAME: benchLogin.username,
				BENCH_PASSWORD: benchLogin.password,
				BENCH_ENABLE: benchLogin.enable,
				NODE_OPTIONS: `--import=${preload}`,
				...env,
				...run.env,
			},
		}),
	);
	const { devices = '', unknown = '' } = result.outputs;
	if (devices === '') throw new Error(`the Action came to no verdict:\n${result.stdout.slice(-2_000)}${result.stderr}`);
	return { what, devices: Number(devices), unknown: Number(unknown), asks: true, delay };
}
