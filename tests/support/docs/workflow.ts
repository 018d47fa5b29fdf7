import { isMap, isPair, isScalar, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import { REPOSITORY } from '../../../src/repository.ts';
import { NOT_OF_A_FORK } from '../../../src/settings/starter/starter-workflow.ts';

/** A step of a job, as far as rules look at it. */
interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
	readonly if?: string;
	readonly 'runs-on'?: unknown;
	/** A workflow that the job calls instead of having steps. */
	readonly uses?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly secrets?: unknown;
	readonly needs?: string | readonly string[];
	readonly permissions?: unknown;
	readonly 'timeout-minutes'?: unknown;
	readonly steps?: readonly Step[];
}

/** A workflow, with the rules that it breaks. */
export interface Workflow {
	readonly jobs: Readonly<Record<string, Job>>;
	readonly steps: readonly Step[];
	/** One sentence each; empty for a workflow as it should be. */
	readonly faults: readonly string[];
}

/** A workflow of the same repository comes with the same commit. */
const OWN_WORKFLOW = /^\.\/\.github\/workflows\/[\w-]+\.yml$/;

/** Our own Action in an example: whoever uses it puts a commit in place of the branch. */
const OWN_ACTION = new RegExp(`^${REPOSITORY}@v\\d+$`);

/** Reads a workflow and holds it to what we rely on in every workflow, ours and those that we recommend. */
export function readWorkflow(text: string): Workflow {
	const document = parseDocument(text);
	const workflow = document.toJS() as {
		readonly on: unknown;
		readonly jobs: Workflow['jobs'];
		readonly permissions?: unknown;
	};
	const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
	const faults = [
		...document.errors.map(({ message }) => message),
		...Object.entries(workflow.jobs).flatMap(([name, job]) => jobFaults(name, job)),
		...forkFaults(workflow.on, workflow.jobs),
		...steps.flatMap(stepFaults),
		...permissionFaults(workflow.permissions, text),
		...pinFaults(text),
	];
	return { jobs: workflow.jobs, steps, faults };
}

function jobFaults(name: string, job: Job): readonly string[] {
	return [
		...(job.permissions === undefined ? [`job ${name} takes the default permissions`] : []),
		// A job that calls a workflow can have none: that workflow's jobs do.
		...(job.uses !== undefined || typeof job['timeout-minutes'] === 'number'
			? []
			: [`job ${name} has no timeout-minutes`]),
	];
}

/** Whoever forks a repository must not get to run anything beside the management network. */
function forkFaults(on: unknown, jobs: Workflow['jobs']): readonly string[] {
	if (!JSON.stringify(on).includes('"pull_request"')) return [];
	return Object.entries(jobs)
		.filter(([, job]) => JSON.stringify(job['runs-on'] ?? '').includes('self-hosted') && job.if !== NOT_OF_A_FORK)
		.map(([name]) => `job ${name} runs pull requests of forks on a runner of the network`);
}

function stepFaults({ uses, run, with: inputs }: Step): readonly string[] {
	return [
		...(run?.includes('${{') ? [`an expression in run: ${run.trim()}`] : []),
		...(uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false
			? ['a checkout that keeps its credentials']
			: []),
	];
}

/** Whole workflows get no rights; every right of a job says on its line why. */
function permissionFaults(top: unknown, text: string): readonly string[] {
	const faults: string[] = [];
	if (top === undefined) faults.push('no permissions: {} for the whole workflow');
	else if (Object.keys(top as object).length > 0) faults.push('permissions of the whole workflow');
	visit(parseDocument(text, { keepSourceTokens: true }), {
		Pair(_, pair) {
			if (!isScalar(pair.key) || pair.key.value !== 'permissions' || !isMap(pair.value)) return;
			for (const right of uncommented(pair.value, text)) faults.push(`no reason for ${right}`);
		},
	});
	return faults;
}

function uncommented(permissions: YAMLMap, text: string): readonly string[] {
	return permissions.items
		.filter((right): right is Pair => isPair(right))
		.filter(({ key }) => {
			const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
			const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start));
			return !/ # \S/.test(line);
		})
		.map(({ key }) => String(key));
}

function pinFaults(text: string): readonly string[] {
	return [...text.matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)].flatMap(([, action = '', rest = '']) => {
		if (action === './' || OWN_ACTION.test(action) || OWN_WORKFLOW.test(action)) return [];
		if (!/@[0-9a-f]{40}$/.test(action)) return [`${action} is not pinned by a commit`];
		return /^ # v\d+\.\d+\.\d+$/.test(rest) ? [] : [`${action} does not say which version it is`];
	});
}
