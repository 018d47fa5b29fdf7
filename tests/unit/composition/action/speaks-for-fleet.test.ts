import { describe, expect, it } from 'vitest';
import { findCommitsBehind, speaksForFleet, whySilent } from '../../../../src/composition/action/speaks-for-fleet.ts';
import type { Octokit } from '../../../../src/infrastructure/github/client/octokit.ts';
import type { EventContext } from '../../../../src/infrastructure/github/event/event-context.ts';
import { createLog } from '../../../../src/infrastructure/log.ts';
import { type ActionInputs, readActionInputs } from '../../../../src/settings/action/action-inputs.ts';

type Run = Parameters<typeof speaksForFleet>[0];

const silentLog = createLog({ write: () => {}, inActions: false });

function aRun(context: Partial<EventContext>, inputs: Partial<ActionInputs> = {}): Run {
	const about = { mode: 'audit', baseRef: 'main', defaultBranch: 'main', ...context } as EventContext;
	return { context: about, inputs: { ...readActionInputs({}), ...inputs } };
}

describe('speaksForFleet', () => {
	it.each([
		{ what: 'of the default branch', run: aRun({}), speaks: true },
		{ what: 'by a schedule, whose payload names no branch', run: aRun({ defaultBranch: null }), speaks: true },
		{ what: 'of another branch', run: aRun({ baseRef: 'change' }), speaks: false },
		{ what: 'of a tag or a commit', run: aRun({ baseRef: null }), speaks: false },
		{ what: 'of the branch that was named', run: aRun({ baseRef: 'prod' }, { fleetBranch: 'prod' }), speaks: true },
		{ what: 'of the default one where another was named', run: aRun({}, { fleetBranch: 'prod' }), speaks: false },
		{ what: 'of a tag where all count', run: aRun({ baseRef: null }, { fleetBranch: '*' }), speaks: true },
		{ what: 'of what a change proposes', run: aRun({ mode: 'preflight' }, { fleetBranch: '*' }), speaks: false },
		{ what: 'that was started again and is outdated', run: { ...aRun({}), commitsBehind: 1 }, speaks: false },
	])('is $speaks for a run $what', ({ run, speaks }) => {
		expect(speaksForFleet(run)).toBe(speaks);
	});
});

describe('findCommitsBehind', () => {
	/** How many requests a run makes, and what follows from an answer of three commits. */
	const ask = async (context: Partial<EventContext>) => {
		let requests = 0;
		const compareCommitsWithBasehead = async () => {
			requests += 1;
			return { data: { merge_base_commit: { sha: 'a'.repeat(40) }, ahead_by: 3 } };
		};
		const octokit = { rest: { repos: { compareCommitsWithBasehead } } } as unknown as Octokit;
		const about = { repository: { owner: 'octo', repo: 'network' }, headSha: 'b'.repeat(40), ...context };
		const run = { octokit, log: silentLog, context: { ...aRun({}).context, ...about } };
		return { behind: await findCommitsBehind(run), requests };
	};

	it('asks for a run that was started again, and for no other', async () => {
		expect(await ask({ runAttempt: 2 })).toEqual({ behind: 3, requests: 1 });
		expect(await ask({ runAttempt: 1 })).toEqual({ behind: 0, requests: 0 });
		expect(await ask({ runAttempt: 2, baseRef: null })).toEqual({ behind: 0, requests: 0 });
		expect(await ask({ runAttempt: 1, baseRef: null })).toEqual({ behind: 0, requests: 0 });
		expect(await ask({ runAttempt: 2, mode: 'preflight' })).toEqual({ behind: 0, requests: 0 });
	});
});

describe('whySilent', () => {
	it('says which branch would speak, where there was something to keep', () => {
		expect(whySilent(aRun({ baseRef: 'change' }))).toBe(
			'history and issues stay as they are: this run is about the branch change, and audits of main speak for the fleet (input fleet-branch)',
		);
		expect(whySilent(aRun({ baseRef: null }))).toContain('this run is about no branch, and audits of main');
		expect(whySilent({ ...aRun({}), commitsBehind: 2 })).toContain('main is now 2 commits ahead of what it audits');
		expect(whySilent(aRun({}))).toBeNull();
		expect(whySilent(aRun({ baseRef: 'change' }, { resultsBranch: null }))).toBeNull();
		expect(whySilent(aRun({ baseRef: 'change' }, { dryRun: true }))).toBeNull();
	});
});
