import { describe, expect, it } from 'vitest';
import { speaksForFleet, whySilent } from '../../../../src/composition/action/speaks-for-fleet.ts';
import type { EventContext } from '../../../../src/infrastructure/github/event/event-context.ts';
import { type ActionInputs, readActionInputs } from '../../../../src/settings/action/action-inputs.ts';

type Run = Parameters<typeof speaksForFleet>[0];

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

describe('whySilent', () => {
	it('says which branch would speak, where there was something to keep', () => {
		expect(whySilent(aRun({ baseRef: 'change' }))).toBe(
			'history and issues stay as they are: this run is about the branch change, and audits of main speak for the fleet (input fleet-branch)',
		);
		expect(whySilent(aRun({ baseRef: null }))).toContain('this run is about no branch, and audits of main');
		expect(whySilent({ ...aRun({}), commitsBehind: 2 })).toContain('main has 2 commits by now that it does not audit');
		expect(whySilent(aRun({}))).toBeNull();
		expect(whySilent(aRun({ baseRef: 'change' }, { resultsBranch: null }))).toBeNull();
		expect(whySilent(aRun({ baseRef: 'change' }, { dryRun: true }))).toBeNull();
	});
});
