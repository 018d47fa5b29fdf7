import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY } from '../../../src/repository.ts';
import { scheduleEvent } from '../e2e/events.ts';
import type { Hosting } from '../e2e/hosting.ts';
import type { ActionRun, FinishedAction } from '../github/runner.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Artifacts, openArtifacts } from './artifacts.ts';
import { type ExpressionScope, evaluated, isWanted } from './expressions.ts';

/** A job that took place. */
export interface FinishedJob {
	/** As GitHub shows it: `plan`, `shard 2/3`. */
	readonly name: string;
	readonly result: 'success' | 'failure';
	/** What our Action did, where the job has it. */
	readonly action: FinishedAction | null;
}

export interface WorkflowCall {
	/** The text of a workflow that can be called. */
	readonly workflow: string;
	readonly hosting: Hosting;
	readonly inputs: Readonly<Record<string, string>>;
	readonly secrets: Readonly<Record<string, string>>;
	/** Called when our Action has started in a job. */
	readonly onStart?: (job: string, process: Parameters<NonNullable<ActionRun['onStart']>>[0]) => void;
}

interface Job {
	readonly name?: string;
	readonly needs?: string | readonly string[];
	readonly if?: string;
	readonly strategy?: { readonly matrix: string };
	readonly outputs?: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

interface Step {
	readonly id?: string;
	readonly if?: string;
	readonly uses: string;
	readonly with?: Readonly<Record<string, string>>;
	readonly env?: Readonly<Record<string, string>>;
}

interface Ended {
	readonly result: 'success' | 'failure' | 'skipped';
	readonly outputs: unknown;
}

/**
 * Runs the jobs of a reusable workflow as GitHub does, one after the other, each in a fresh checkout: expressions, matrices,
 * conditions, artifacts, and our Action as `dist/` has it. What our workflows do not use is not here.
 */
export async function runWorkflow({ workflow, ...call }: WorkflowCall): Promise<readonly FinishedJob[]> {
	const { on, jobs }: { readonly on: Triggers; readonly jobs: Readonly<Record<string, Job>> } = parse(workflow);
	await using folder = await temporaryFolder('workflow-');
	await mkdir(join(folder.path, 'artifacts'));
	const artifacts = openArtifacts(join(folder.path, 'artifacts'));
	const defaults = Object.entries(on.workflow_call.inputs).map(([name, input]) => [name, input.default] as const);
	const inputs = { ...Object.fromEntries(defaults), ...call.inputs };
	const ended = new Map<string, Ended>();
	const finished: FinishedJob[] = [];
	for (const [id, job] of Object.entries(jobs)) {
		const needs = [job.needs ?? []].flat().map((name) => [name, ended.get(name)] as const);
		const scope: ExpressionScope = {
			contexts: {
				inputs,
				secrets: call.secrets,
				github: { run_attempt: '1' },
				needs: Object.fromEntries(needs),
			},
			failed: needs.some(([, need]) => need?.result !== 'success'),
		};
		if (!isWanted(job.if, scope)) {
			ended.set(id, { result: 'skipped', outputs: {} });
			continue;
		}
		const of: Ended[] = [];
		for (const [at, matrix] of combinations(job, scope).entries()) {
			const temporary = join(folder.path, `${id}-${at}`);
			await mkdir(temporary);
			const inMatrix = { ...scope, contexts: { ...scope.contexts, matrix } };
			const name = String(evaluated(job.name ?? id, inMatrix));
			const { action, ...end } = await runJob(job, { ...call, name, scope: inMatrix, artifacts, temporary });
			of.push(end);
			finished.push({ name, result: end.result, action });
		}
		const result = of.every((each) => each.result === 'success') ? 'success' : 'failure';
		ended.set(id, { result, outputs: of.at(-1)?.outputs });
	}
	return finished;
}

interface Triggers {
	readonly workflow_call: { readonly inputs: Readonly<Record<string, { readonly default: unknown }>> };
}

function combinations({ strategy }: Job, scope: ExpressionScope): readonly unknown[] {
	if (strategy === undefined) return [{}];
	return (evaluated(strategy.matrix, scope) as { readonly include: readonly unknown[] }).include;
}

interface JobRun extends Omit<WorkflowCall, 'workflow' | 'inputs' | 'secrets'> {
	readonly name: string;
	readonly scope: ExpressionScope;
	readonly artifacts: Artifacts;
	/** RUNNER_TEMP */
	readonly temporary: string;
}

async function runJob(
	job: Job,
	{ name, scope, artifacts, temporary, hosting, onStart }: JobRun,
): Promise<{
	readonly result: 'success' | 'failure';
	readonly outputs: unknown;
	readonly action: FinishedAction | null;
}> {
	const steps: Record<string, { readonly outputs: Readonly<Record<string, string>> }> = {};
	const { folder } = hosting.checkout;
	let failed = false;
	let action: FinishedAction | null = null;
	for (const step of job.steps) {
		// The job itself began: what it needed has been taken into account.
		const now: ExpressionScope = { contexts: { ...scope.contexts, steps }, failed };
		if (!isWanted(step.if, now)) continue;
		const inputs = evaluated(step.with ?? {}, now) as Record<string, string> & { readonly path: string };
		const [uses = ''] = step.uses.split('@');
		// Whatever another job has left is not there on a fresh runner.
		if (uses === 'actions/checkout') await hosting.checkout.git('clean', '-ffdxq');
		else if (uses === 'actions/upload-artifact') await artifacts.upload(inputs, folder);
		else if (uses === 'actions/download-artifact') await artifacts.download(inputs, folder);
		else if (uses === REPOSITORY) {
			action = await hosting.run({
				eventName: 'schedule',
				event: scheduleEvent,
				inputs,
				env: { ...(evaluated(step.env ?? {}, now) as Record<string, string>), RUNNER_TEMP: temporary },
				...(onStart && { onStart: (process) => onStart(name, process) }),
			});
			if (step.id !== undefined) steps[step.id] = { outputs: action.outputs };
			failed ||= action.exitCode !== 0;
		} else throw new Error(`nobody has taught this runner ${step.uses}`);
	}
	const outputs = evaluated(job.outputs ?? {}, { contexts: { ...scope.contexts, steps }, failed });
	return { result: failed ? 'failure' : 'success', outputs, action };
}
