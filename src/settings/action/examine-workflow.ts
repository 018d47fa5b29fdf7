import { parseDocument } from 'yaml';
import type { DiagnosedStep } from '../../domain/diagnosis.ts';
import { isRecord } from '../../domain/is-record.ts';

/** Something that was examined of a repository, as a step of the way to a device is. */
export type ExaminedStep = DiagnosedStep<string>;

/** Events of pull requests that look like one to the Action. */
const REVIEWS: readonly string[] = ['pull_request_review', 'pull_request_review_comment'];
/** Events that check a change, and those that audit the fleet: as the Action takes them where no mode is given. */
const CHECKS: readonly string[] = ['pull_request', ...REVIEWS, 'merge_group', 'workflow_run'];
const AUDITS: readonly string[] = [
	'schedule',
	'workflow_dispatch',
	'repository_dispatch',
	'push',
	'release',
	'deployment',
	'deployment_status',
	'workflow_call',
	'issues',
	'issue_comment',
];
const EVENTS: readonly string[] = [...CHECKS, ...AUDITS];

interface Feature {
	readonly permission: string;
	readonly level: 'read' | 'write';
	/** What it reads or writes. */
	readonly what: string;
	/** How to do without it; null: there is no way. */
	readonly without: string | null;
	isUsed(job: UsingJob): boolean;
}

/** What a job of the Action does on GitHub; of one permission that which needs most of it first. */
const FEATURES: readonly Feature[] = [
	{
		permission: 'checks',
		level: 'write',
		what: 'the check run',
		without: "check: 'false'",
		isUsed: ({ inputs, reports }) => reports && String(inputs.check ?? 'true') !== 'false',
	},
	{
		permission: 'pull-requests',
		level: 'write',
		what: 'the comment',
		without: "comment: 'off'",
		isUsed: ({ inputs, reports, events }) =>
			reports &&
			String(inputs.comment ?? 'on-drift') !== 'off' &&
			['pull_request', ...REVIEWS, 'workflow_run'].some((event) => events.includes(event)),
	},
	{
		permission: 'pull-requests',
		level: 'write',
		what: 'the pull request of what it adopts',
		without: "adopt: 'false'",
		isUsed: adopts,
	},
	{
		permission: 'contents',
		level: 'write',
		what: 'the history',
		without: "results-branch: ''",
		isUsed: ({ inputs, audits }) => audits && String(inputs['results-branch'] ?? 'drift-results') !== '',
	},
	{
		permission: 'contents',
		level: 'write',
		what: 'the branch of what it adopts',
		without: "adopt: 'false'",
		isUsed: adopts,
	},
	{ permission: 'contents', level: 'read', what: 'the repository', without: null, isUsed: () => true },
	{
		permission: 'issues',
		level: 'write',
		what: 'issues',
		without: "issues: 'off'",
		isUsed: ({ inputs, audits }) => audits && String(inputs.issues ?? 'off') !== 'off',
	},
	{
		permission: 'issues',
		level: 'read',
		what: 'the issue that it is started by',
		without: null,
		isUsed: ({ events }) => events.includes('issues'),
	},
];

function adopts({ inputs, audits }: UsingJob): boolean {
	return audits && String(inputs.adopt ?? 'false') === 'true';
}

/** A job that uses the Action. */
interface UsingJob {
	readonly name: string;
	readonly permissions: unknown;
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly events: readonly string[];
	/** Whether it tells people something: a plan and the shards of an audit do not. */
	readonly reports: boolean;
	/** Whether it may be an audit. */
	readonly audits: boolean;
}

/**
 * What a workflow that uses the Action is started by, and whether its jobs may write what they are meant to; null for a
 * workflow that does not use it.
 */
export function examineWorkflow(file: string, text: string): readonly ExaminedStep[] | null {
	const workflow = recordOf(parseDocument(text, { logLevel: 'silent' }).toJS());
	const events = eventsOf(workflow.on);
	const jobs = Object.entries(recordOf(workflow.jobs)).flatMap(([name, job]) => {
		const step = stepsOf(job).find(
			({ uses }) => typeof uses === 'string' && /(?:^|\/)fleet-drift-audit(?:@|$)/.test(uses),
		);
		if (step === undefined) return [];
		const permissions = recordOf(job).permissions ?? workflow.permissions;
		return [usingJob({ name, permissions, inputs: recordOf(step.with), events })];
	});
	if (jobs.length === 0) return null;
	return [eventsFinding(file, events), ...jobs.flatMap((job) => lackingIn(file, job))];
}

function usingJob(job: Pick<UsingJob, 'name' | 'permissions' | 'inputs' | 'events'>): UsingJob {
	const mode = String(job.inputs.mode ?? 'auto');
	const reports = mode !== 'plan' && String(job.inputs.shard ?? '') === '';
	const isAudit = mode === 'auto' ? job.events.some((event) => AUDITS.includes(event)) : mode !== 'preflight';
	return { ...job, reports, audits: reports && isAudit };
}

/** One finding per permission. */
function lackingIn(file: string, job: UsingJob): readonly ExaminedStep[] {
	const lacking = FEATURES.filter((feature) => feature.isUsed(job) && !may(job.permissions, feature));
	return [...Map.groupBy(lacking, ({ permission }) => permission).values()].flatMap(([feature]) => {
		if (feature === undefined) return [];
		const { permission, level, what, without } = feature;
		const instead = without === null ? '' : `, or ${without} to its inputs`;
		const detail = `job ${job.name} of ${file} may not ${level} ${what}: add "${permission}: ${level}" to its permissions${instead}`;
		return [{ step: 'permissions', status: 'missing', detail }];
	});
}

function eventsFinding(file: string, events: readonly string[]): ExaminedStep {
	const known = events.filter((event) => EVENTS.includes(event));
	if (events.includes('pull_request_target')) {
		const detail = `${file} runs on pull_request_target, which gives the secrets to strangers' changes. Use pull_request`;
		return { step: 'events', status: 'failed', detail };
	}
	if (known.length > 0) return { step: 'events', status: 'passed', detail: `${file}: ${known.join(', ')}` };
	const detail = `${file} is not started by anything that can be checked or audited. Add on: { pull_request: {}, schedule: [{ cron: '17 4 * * *' }] }`;
	return { step: 'events', status: 'failed', detail };
}

/** Without `permissions` the repository's default holds, which may be either: it is taken as enough. */
function may(permissions: unknown, { permission, level }: Feature): boolean {
	if (permissions === undefined || permissions === 'write-all') return true;
	if (permissions === 'read-all') return level === 'read';
	const given = recordOf(permissions)[permission];
	return given === 'write' || given === level;
}

function eventsOf(on: unknown): readonly string[] {
	if (typeof on === 'string') return [on];
	return Array.isArray(on) ? on.map(String) : Object.keys(recordOf(on));
}

function stepsOf(job: unknown): readonly Readonly<Record<string, unknown>>[] {
	const { steps } = recordOf(job);
	return Array.isArray(steps) ? steps.map(recordOf) : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return isRecord(value) ? value : {};
}
