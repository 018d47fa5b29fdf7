import { describe, expect, it } from 'vitest';
import { examineWorkflow } from '../../../../src/settings/action/examine-workflow.ts';
import { starterWorkflow } from '../../../../src/settings/starter/starter-workflow.ts';
import { findFiles, readFile } from '../../../support/docs/documents.ts';

const good = starterWorkflow(['FLEET_USERNAME', 'FLEET_PASSWORD']);
const problems = (text: string): readonly string[] =>
	(examineWorkflow('w.yml', text) ?? []).filter(({ status }) => status !== 'passed').map(({ detail }) => detail);

describe('examineWorkflow', () => {
	it('finds nothing wrong with the workflow that init writes', () => {
		expect(examineWorkflow('w.yml', good)).toEqual([
			{ step: 'events', status: 'passed', detail: 'w.yml: pull_request, workflow_dispatch, schedule' },
		]);
	});

	it.each([
		[
			'checks: write, ',
			'job drift of w.yml may not write the check run: add "checks: write" to its permissions, or check: \'false\' to its inputs',
		],
		[
			', pull-requests: write',
			'job drift of w.yml may not write the comment: add "pull-requests: write" to its permissions, or comment: \'off\' to its inputs',
		],
		[
			'contents: write, ',
			'job drift of w.yml may not write the history: add "contents: write" to its permissions, or results-branch: \'\' to its inputs',
		],
	])('misses the permission %s', (permission, detail) => {
		expect(problems(good.replace(permission, ''))).toEqual([detail]);
	});

	it('asks for no permission that nothing needs', () => {
		const quiet = good
			.replace(/permissions: \{ contents[^}]*\}/, 'permissions: { contents: read }')
			.replace(/(fleet-drift-audit@v0)/, "$1\n        with: { check: false, comment: 'off', results-branch: '' }");

		expect(problems(quiet)).toEqual([]);
		expect(problems(good.replace(/ *permissions: .*\n/, ''))).toEqual([]);
	});

	it('asks for issues: write where issues are kept, and only there', () => {
		const keeping = good.replace(/(fleet-drift-audit@v0)/, '$1\n        with: { issues: roll-up }');
		const granted = keeping.replace('checks: write', 'checks: write, issues: write');

		expect(problems(keeping)).toEqual([
			'job drift of w.yml may not write issues: add "issues: write" to its permissions, or issues: \'off\' to its inputs',
		]);
		expect(problems(granted)).toEqual([]);
		expect(problems(keeping.replace('roll-up', "'off'"))).toEqual([]);
	});

	const examples = findFiles('examples/workflows/*.yml').map((path) => ({ path, text: readFile(path) }));

	it.each(examples)('finds nothing wrong with $path', ({ path, text }) => {
		expect((examineWorkflow(path, text) ?? []).filter(({ status }) => status !== 'passed')).toEqual([]);
	});

	it.each(examples.filter(({ path, text }) => examineWorkflow(path, text) !== null))(
		'misses every permission that is taken out of $path, and names it',
		({ path, text }) => {
			const granted = [...text.matchAll(/^ {6}(?<permission>[\w-]+): (?<level>read|write)\b.*\n/gmu)];

			expect(granted.length).toBeGreaterThan(0);
			for (const { 0: line, index, groups } of granted) {
				const without = `${text.slice(0, index)}${text.slice(index + line.length)}`;
				const told = (examineWorkflow(path, without) ?? []).filter(({ status }) => status === 'missing');
				expect(
					told.map(({ detail }) => detail),
					line,
				).toEqual([expect.stringContaining(`add "${groups?.permission}: ${groups?.level}" to its permissions`)]);
			}
		},
	);

	it('warns of events that give secrets to strangers, or start nothing', () => {
		expect(problems(good.replace('pull_request:', 'pull_request_target:'))[0]).toContain('Use pull_request');
		expect(problems(good.replace(/^on: .*$/m, 'on: [label]'))[0]).toContain('is not started by anything');
	});

	it.each(['repository_dispatch', 'release', 'deployment', 'issue_comment'])(
		'takes %s for what starts an audit',
		(event) => {
			expect(problems(good.replace(/^on: .*$/m, `on: [${event}]`))[0] ?? '').not.toContain(
				'is not started by anything',
			);
		},
	);

	it('passes over other workflows, and texts that are none', () => {
		expect(examineWorkflow('w.yml', good.replace('fleet-drift-audit', 'other'))).toBeNull();
		expect(examineWorkflow('w.yml', '- [')).toBeNull();
		expect(examineWorkflow('w.yml', '')).toBeNull();
	});
});
