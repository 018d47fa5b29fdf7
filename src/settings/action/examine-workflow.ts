import { parseDocument } from 'yaml';
import type { DiagnosedStep } from '../../domain/diagnosis.ts';

type Finding = DiagnosedStep<string>;

/** Events of which the Action makes something. */
const EVENTS: readonly string[] = ['pull_request', 'merge_group', 'schedule', 'workflow_dispatch', 'push'];

/** What a feature of the Action writes, when, and the input that switches it off. */
const FEATURES = [
	{ permission: 'checks', input: 'check', off: 'false', what: 'the check run', events: EVENTS },
	{ permission: 'pull-requests', input: 'comment', off: 'off', what: 'the comment', events: ['pull_request'] },
	{
		permission: 'contents',
		input: 'results-branch',
		off: '',
		what: 'the history',
		events: ['schedule', 'workflow_dispatch'],
	},
] as const;

/**
 * What a workflow that uses the Action is started by, and whether its jobs may write what they are meant to; null for a
 * workflow that does not use it.
 */
export function examineWorkflow(file: string, text: string): readonly Finding[] | null {
	const workflow = recordOf(parseDocument(text, { logLevel: 'silent' }).toJS());
	const jobs = Object.entries(recordOf(workflow.jobs)).flatMap(([name, job]) => {
		const step = stepsOf(job).find(
			({ uses }) => typeof uses === 'string' && /(?:^|\/)fleet-drift-audit(?:@|$)/.test(uses),
		);
		return step === undefined ? [] : [{ name, job: recordOf(job), inputs: recordOf(step.with) }];
	});
	if (jobs.length === 0) return null;
	const events = eventsOf(workflow.on);
	return [
		eventsFinding(file, events),
		...jobs.flatMap(({ name, job, inputs }) => {
			const permissions = job.permissions ?? workflow.permissions;
			const lacking = FEATURES.filter(
				({ input, off, events: when }) =>
					when.some((event) => events.includes(event)) && String(inputs[input] ?? 'default') !== off,
			).filter(({ permission }) => !mayWrite(permissions, permission));
			return lacking.map(
				({ permission, what, input, off }): Finding => ({
					step: 'permissions',
					status: 'missing',
					detail: `job ${name} of ${file} may not write ${what}: add permissions: { ${permission}: write }, or ${input}: '${off}'`,
				}),
			);
		}),
	];
}

function eventsFinding(file: string, events: readonly string[]): Finding {
	const known = events.filter((event) => EVENTS.includes(event));
	if (events.includes('pull_request_target')) {
		const detail = `${file} runs on pull_request_target, which gives the secrets to changes of strangers. Use pull_request`;
		return { step: 'events', status: 'failed', detail };
	}
	if (known.length > 0) return { step: 'events', status: 'passed', detail: `${file}: ${known.join(', ')}` };
	const detail = `${file} is started by nothing that is checked or audited. Add on: { pull_request: {}, schedule: [{ cron: '17 4 * * *' }] }`;
	return { step: 'events', status: 'failed', detail };
}

/** Without `permissions` the repository's default holds, which may be either: it is taken as enough. */
function mayWrite(permissions: unknown, permission: string): boolean {
	if (permissions === undefined || permissions === 'write-all') return true;
	return recordOf(permissions)[permission] === 'write';
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
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
