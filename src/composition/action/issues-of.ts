import type { FleetReport } from '../../domain/fleet-report.ts';
import type { IssueAction } from '../../domain/issues/issue-action.ts';
import type { OwnerRule } from '../../domain/issues/owner-rule.ts';
import { planIssues } from '../../domain/issues/plan-issues.ts';
import type { Steps } from '../../domain/steps.ts';
import type { IssuesPublication } from '../../infrastructure/github/issues/sync-issues.ts';
import type { IssueWrite } from '../../infrastructure/github/issues/write-issue.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import { type IssueText, renderIssue } from '../../reporting/github/render-issue.ts';
import type { ReportLinks } from '../../reporting/markdown/links.ts';
import type { ActionRun } from './action-run.ts';
import { auditKey } from './audit-key.ts';
import { speaksForFleet } from './speaks-for-fleet.ts';

/** With more open issues than this nobody would read any. */
const MAX_DEVICE_ISSUES = 20;

interface Drift {
	readonly report: FleetReport;
	readonly links: ReportLinks;
	readonly owners: readonly OwnerRule[];
}

/** The issues that an audit keeps; null: none are wanted, or this run says nothing about the state of the fleet. */
export function issuesOf(run: ActionRun, { report, links, owners }: Drift): IssuesPublication | null {
	const { inputs } = run;
	const isWanted = inputs.issues !== 'off' && !inputs.dryRun;
	if (!isWanted || report.mode !== 'audit' || !speaksForFleet(run)) return null;
	const key = auditKey(run);
	const maxDeviceIssues = inputs.issues === 'roll-up' ? 0 : MAX_DEVICE_ISSUES;
	const audit = inputs.reportKey === 'fleet' ? null : inputs.reportKey;
	return {
		key,
		plan: (existing) =>
			inTurns(
				writesOf(planIssues({ key, report, existing, maxDeviceIssues, owners }), (about) =>
					renderIssue(about, { report, links, audit }),
				),
			),
	};
}

function* writesOf(
	planning: Steps<readonly IssueAction[]>,
	render: (about: IssueAction['about']) => Steps<IssueText>,
): Steps<readonly IssueWrite[]> {
	const writes: IssueWrite[] = [];
	for (const action of yield* planning) {
		yield;
		writes.push(toWrite(action, yield* render(action.about)));
	}
	return writes;
}

function toWrite(action: IssueAction, { title, body }: IssueText): IssueWrite {
	const { state } = action.about;
	if (action.action === 'create') return { action: action.action, state, title, body, owners: action.owners };
	return { action: action.action, state, body, number: action.number };
}
