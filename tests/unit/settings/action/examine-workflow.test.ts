import { describe, expect, it } from 'vitest';
import { examineWorkflow } from '../../../../src/settings/action/examine-workflow.ts';
import { starterWorkflow } from '../../../../src/settings/starter/starter-workflow.ts';

const good = starterWorkflow(['FLEET_USERNAME', 'FLEET_PASSWORD']);
const problems = (text: string): readonly string[] =>
	(examineWorkflow('w.yml', text) ?? []).filter(({ status }) => status !== 'passed').map(({ detail }) => detail);

describe('examineWorkflow', () => {
	it('finds nothing wrong with the workflow that init writes', () => {
		expect(examineWorkflow('w.yml', good)).toEqual([
			{ step: 'events', status: 'passed', detail: 'w.yml: pull_request, schedule' },
		]);
	});

	it.each([
		[
			'checks: write, ',
			"job drift of w.yml may not write the check run: add permissions: { checks: write }, or check: 'false'",
		],
		[
			', pull-requests: write',
			"job drift of w.yml may not write the comment: add permissions: { pull-requests: write }, or comment: 'off'",
		],
		[
			'contents: write, ',
			"job drift of w.yml may not write the history: add permissions: { contents: write }, or results-branch: ''",
		],
	])('misses the permission %s', (permission, detail) => {
		expect(problems(good.replace(permission, ''))).toEqual([detail]);
	});

	it('asks for no permission that nothing needs', () => {
		const quiet = good
			.replace(/permissions: \{[^}]*\}/, 'permissions: {}')
			.replace(/(fleet-drift-audit@v0)/, "$1\n        with: { check: false, comment: 'off', results-branch: '' }");

		expect(problems(quiet)).toEqual([]);
		expect(problems(good.replace(/ *permissions: .*\n/, ''))).toEqual([]);
	});

	it('warns of events that give secrets to strangers, or start nothing', () => {
		expect(problems(good.replace('pull_request:', 'pull_request_target:'))[0]).toContain('Use pull_request');
		expect(problems(good.replace(/^on: .*$/m, 'on: [label]'))[0]).toContain('is started by nothing');
	});

	it('passes over other workflows, and texts that are none', () => {
		expect(examineWorkflow('w.yml', good.replace('fleet-drift-audit', 'other'))).toBeNull();
		expect(examineWorkflow('w.yml', '- [')).toBeNull();
		expect(examineWorkflow('w.yml', '')).toBeNull();
	});
});
