import type { FleetReport } from '../../src/domain/fleet-report.ts';
import type { IssueAction } from '../../src/domain/issues/issue-action.ts';
import type { ExistingIssue } from '../../src/domain/issues/issue-state.ts';
import { planIssues } from '../../src/domain/issues/plan-issues.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { parseIssueMarker, printIssueMarker } from '../../src/infrastructure/github/issues/issue-marker.ts';

const KEY = 'audit/fleet';

/** Issues as they are on GitHub after a run: what is planned is carried out, and the state goes through the marker. */
export class IssueTracker {
	readonly maxDeviceIssues: number;
	issues: readonly ExistingIssue[] = [];

	constructor({ maxDeviceIssues }: { readonly maxDeviceIssues: number }) {
		this.maxDeviceIssues = maxDeviceIssues;
	}

	plan(report: FleetReport): readonly IssueAction[] {
		const { maxDeviceIssues, issues: existing } = this;
		return atOnce(planIssues({ key: KEY, report, existing, maxDeviceIssues, owners: [] }));
	}

	run(report: FleetReport): readonly IssueAction[] {
		const actions = this.plan(report);
		for (const action of actions) this.#carryOut(action);
		return actions;
	}

	/** As people do, without any word to us. */
	close(number: number): void {
		this.#put({ ...this.#at(number), open: false });
	}

	/** Names of the devices that are in an open issue, once for each. */
	get openDevices(): readonly string[] {
		return this.issues
			.filter(({ open }) => open)
			.flatMap(({ state }) => (state.kind === 'device' ? [state.device] : state.members.map(({ device }) => device)));
	}

	#carryOut(action: IssueAction): void {
		const number = action.action === 'create' ? this.issues.length + 1 : action.number;
		const state = parseIssueMarker(printIssueMarker(action.about.state), (key) => key === KEY);
		if (state === null) throw new Error('the marker cannot be read');
		const open = action.action === 'update' ? this.#at(number).open : action.action !== 'close';
		this.#put({ number, open, state });
	}

	#at(number: number): ExistingIssue {
		const issue = this.issues.find((candidate) => candidate.number === number);
		if (issue === undefined) throw new Error(`there is no issue ${number}`);
		return issue;
	}

	#put(issue: ExistingIssue): void {
		this.issues = [...this.issues.filter(({ number }) => number !== issue.number), issue];
	}
}
