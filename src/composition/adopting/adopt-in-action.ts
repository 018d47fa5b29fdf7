import { parseSectionPath } from '../../domain/adopt/within.ts';
import { ConfigurationError } from '../../errors.ts';
import { devicesOfIssue } from '../../infrastructure/github/issues/devices-of-issue.ts';
import { adoptDrift } from '../../use-cases/adopt-drift.ts';
import type { ActionRun, Audited } from '../action/action-run.ts';
import { actionRunOptions } from '../action/action-run-options.ts';
import { isOfSameAudit } from '../action/audit-key.ts';
import { keepingConfigs } from '../action/keeping-configs.ts';
import { temporaryFolder } from '../action/repository-access.ts';
import { settingsOfAudit } from '../action/settings-of-audit.ts';
import { trustedFiles } from '../fleet/trusted-files.ts';
import { setUpRun } from '../run/set-up-run.ts';
import { spoolAdoptions } from './spool-adoptions.ts';

/** An audit whose drift is written into the intended files: of the devices that were chosen, or that an issue is about. */
export async function adoptInAction(action: ActionRun): Promise<Audited> {
	const { inputs, context, log, signal } = action;
	refuseOtherEvents(action);
	await using prepared = await setUpRun({
		...actionRunOptions(action),
		select: await selectionOf(action),
		trusted: trustedFiles(context.workspace),
		source: { from: 'devices' },
		intendedOnDisk: true,
		signal,
	});
	const within = (inputs.adoptWithin ?? []).map(parseSectionPath);
	const { tools, configs } = await keepingConfigs(action, prepared);
	using opened = new DisposableStack();
	const { putAside } = opened.use(spoolAdoptions(temporaryFolder(action.env), log));
	const { report, adoptions } = await adoptDrift(prepared.run, tools, { within, redact: log.redact, putAside });
	const aside = opened.move();
	return { report, settings: settingsOfAudit(prepared.fleet), configs, adoptions: [...adoptions], aside };
}

/** What a pull request proposes is intended by nobody yet, and there must be a branch to merge into. */
function refuseOtherEvents({ context, inputs }: ActionRun): void {
	const isAudit = context.mode === 'audit' && (inputs.mode === 'auto' || inputs.mode === 'audit');
	const [message, fix] = !isAudit
		? [
				`drift is adopted by an audit of a branch, not by ${context.event} in mode ${inputs.mode}`,
				'Set `adopt` in a workflow that is started by workflow_dispatch, or by a label on a drift issue',
			]
		: ['drift is adopted into a branch, and this run is about none', 'Start the workflow on a branch, not on a tag'];
	if (isAudit && context.baseRef !== null) return;
	throw ConfigurationError.of(message, fix);
}

/** The devices of the input, and where an issue was labelled only those that it is about. */
async function selectionOf(run: ActionRun): Promise<string> {
	const { inputs, context, octokit } = run;
	const select = inputs.select ?? '';
	if (context.issue === null || octokit === null) return select;
	const devices = await devicesOfIssue(octokit, {
		repository: context.repository,
		number: context.issue,
		isOfAudit: (key) => isOfSameAudit(run, key),
	});
	return `${select} name=${devices.join(',')}`.trim();
}
