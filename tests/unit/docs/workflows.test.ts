import { execFile } from 'node:child_process';
import { readFile as read } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../../../src/repository.ts';
import { NOT_OF_A_FORK } from '../../../src/settings/starter/starter-workflow.ts';
import { codeBlocks, documents, findFiles, readFile } from '../../support/docs/documents.ts';
import { readWorkflow } from '../../support/docs/workflow.ts';
import { createCheckout } from '../../support/e2e/checkout.ts';

const execute = promisify(execFile);

const GOOD = `
on: [push, pull_request]
permissions: {}
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read # checks out
    steps:
      - uses: actions/checkout@${'0'.repeat(40)} # v7.0.1
        with: { persist-credentials: false }
      - run: echo "$TITLE"
        env: { TITLE: '\${{ github.event.pull_request.title }}' }
`;

const inDocuments = documents()
	.flatMap(codeBlocks)
	.filter(({ language, code }) => language === 'yaml' && /^jobs:/m.test(code));

const workflows = [
	...[...findFiles('.github/workflows/*.yml'), ...findFiles('examples/workflows/*.yml')].map((path) => ({
		name: path,
		text: readFile(path),
	})),
	...inDocuments.map(({ path, line, code }) => ({ name: `${path}:${line}`, text: code })),
];

const action = parse(readFile('action.yml')) as {
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly outputs: Readonly<Record<string, unknown>>;
};

describe('the rules for workflows', () => {
	it('are kept by a good one', () => {
		expect(readWorkflow(GOOD).faults).toEqual([]);
	});

	it.each([
		['a tag instead of a commit', `@${'0'.repeat(40)} # v7.0.1`, '@v7', /not pinned/],
		['a commit without its version', ' # v7.0.1', '', /which version/],
		['kept credentials', 'persist-credentials: false', 'fetch-depth: 0', /keeps its credentials/],
		['no timeout', '    timeout-minutes: 5\n', '', /timeout/],
		['default permissions', '    permissions:\n      contents: read # checks out\n', '', /default permissions/],
		['a right without a reason', ' # checks out', '', /no reason for contents/],
		['rights for the whole workflow', 'permissions: {}', 'permissions: { contents: write } # all', /whole workflow/],
		['no word about rights', 'permissions: {}', 'env: {}', /no permissions: \{\}/],
		['forks on a runner of the network', 'ubuntu-24.04', '[self-hosted, network]', /of forks/],
		['an expression in a script', '"$TITLE"', `"\${{ github.event.pull_request.title }}"`, /expression in run/],
	])('find %s', (_, good, bad, fault) => {
		const text = GOOD.replace(good, bad);

		expect(text).not.toBe(GOOD);
		expect(readWorkflow(text).faults.join('\n')).toMatch(fault);
	});
});

describe.each(workflows)('$name', ({ text }) => {
	const { steps, faults } = readWorkflow(text);
	const ours = steps.filter(({ uses }) => uses === './' || uses?.startsWith(`${REPOSITORY}@`));

	it('keeps the rules', () => {
		expect(faults).toEqual([]);
	});

	it('names only inputs and outputs that the Action has', () => {
		const inputs = ours.flatMap((step) => Object.keys(step.with ?? {}));
		const outputs = [...text.matchAll(/steps\.drift\.outputs\.([\w-]+)/g)].map(([, name]) => name);

		expect(inputs.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
		expect(outputs.filter((name) => !Object.hasOwn(action.outputs, name ?? ''))).toEqual([]);
	});

	it('names the major version that this is', () => {
		const [major] = String(JSON.parse(readFile('package.json')).version).split('.');

		const others = ours.filter(({ uses }) => uses !== './' && uses !== `${REPOSITORY}@v${major}`);

		expect(others).toEqual([]);
	});
});

describe('the release workflow', () => {
	const { jobs } = parse(readFile('.github/workflows/release.yml'));

	it.each([
		['v1.10.0', true],
		['v1.9.9', false],
		['v2.0.0', true],
		['v10.0.1', true],
	])('moves the major branch to %s: %s', async (tag, isNewest) => {
		await using checkout = await createCheckout(null);
		await checkout.commit({ 'README.md': '' });
		for (const name of ['v1.0.0', 'v1.9.9', 'v1.10.0', 'v1.11.0-rc.1', 'v2.0.0', 'v10.0.1'])
			await checkout.git('tag', name);
		const { run } = jobs.check.steps.find(({ id }: { readonly id?: string }) => id === 'newest');
		const output = join(checkout.folder, 'output');

		await execute('bash', ['-e', '-c', run], {
			cwd: checkout.folder,
			env: { ...process.env, GITHUB_REF_NAME: tag, GITHUB_OUTPUT: output },
		});

		expect(await read(output, 'utf8')).toBe(`is-newest=${isNewest}\n`);
		const { if: condition } = jobs.publish.steps.find(({ name }: { readonly name?: string }) =>
			/major/.test(name ?? ''),
		);
		expect(condition).toContain("needs.check.outputs.is-newest == 'true'");
	});

	it('publishes what was checked and attested, once somebody agrees', () => {
		expect(jobs.attest.needs).toBe('check');
		expect(jobs.publish.needs).toEqual(['check', 'attest']);
		expect(jobs.publish.environment).toBe('release');
		expect(jobs.publish.steps.filter(({ uses }: { readonly uses?: string }) => uses !== undefined)).toEqual([]);
	});
});

describe('the example workflows', () => {
	it('take nothing out of the queue of the history', () => {
		const { jobs } = parse(readFile('examples/workflows/audit.yml'));

		expect(jobs.audit.concurrency).toEqual({ group: 'fleet-drift-history', 'cancel-in-progress': false, queue: 'max' });
	});

	it('share an audit so that no shard is lost in silence, and artifacts do not meet', () => {
		const { jobs, on } = parse(readFile('examples/workflows/sharded.yml'));
		const named = (job: {
			readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, string> }[];
		}) =>
			job.steps
				.filter(({ uses }) => /artifact@/.test(uses ?? ''))
				.map((step) => step.with?.name ?? step.with?.pattern ?? '');

		const plan = jobs.plan.steps.find(({ id }: { readonly id?: string }) => id === 'drift');
		for (const name of Object.keys(on.workflow_call.inputs)) {
			expect(plan.with[name]).toBe(`\${{ inputs.${name} }}`);
		}
		expect(jobs.shard.strategy).toEqual({
			'fail-fast': false,
			matrix: expect.stringContaining('fromJSON(needs.plan.outputs.matrix)'),
		});
		expect(jobs.merge.needs).toEqual(['plan', 'shard']);
		expect(jobs.merge.if).toContain("!cancelled() && needs.plan.result == 'success'");
		expect(jobs.merge.concurrency).toEqual({ group: 'fleet-drift-history', 'cancel-in-progress': false, queue: 'max' });
		for (const job of Object.values(jobs)) {
			for (const name of named(job as never)) expect(name).toContain('github.run_attempt');
		}
		expect(named(jobs.shard)[1]).toContain('matrix.name');
		expect(Object.keys(jobs.plan.permissions)).toEqual(['contents']);
		expect(jobs.shard.permissions).toEqual({ contents: 'read' });
	});

	it('hand to a workflow that they call what it takes, and enough rights', () => {
		const caller = readWorkflow(readFile('examples/workflows/audit-sharded.yml')).jobs.audit;
		const called = parse(readFile(`examples/workflows/${caller?.uses?.split('/').at(-1)}`));
		const rights = Object.values<{ readonly permissions: Record<string, string> }>(called.jobs).flatMap(
			({ permissions }) => Object.entries(permissions),
		);
		const given = (caller?.permissions ?? {}) as Record<string, string>;

		expect(
			Object.keys(caller?.with ?? {}).filter((name) => !Object.hasOwn(called.on.workflow_call.inputs, name)),
		).toEqual([]);
		// Secrets that are declared are checked before the environment that holds them is known.
		expect(caller?.secrets).toBe('inherit');
		expect(called.on.workflow_call.secrets).toBeUndefined();
		for (const [right, level] of rights) expect([level, 'write'], right).toContain(given[right]);
	});

	it('keep forks away from runners and secrets of the network', () => {
		const { jobs } = parse(readFile('examples/workflows/preflight.yml'));

		expect(jobs.devices.if).toBe(NOT_OF_A_FORK);
		expect(jobs.fork.if).toBe(
			NOT_OF_A_FORK.replace('!=', '==').replace('||', '&&').replace('.full_name ==', '.full_name !='),
		);
		expect(jobs.fork['runs-on']).toBe('ubuntu-24.04');
		expect(JSON.stringify(jobs.fork)).not.toContain('secrets.');
	});

	it('run nothing of a pull request where its second stage has secrets', () => {
		const text = readFile('examples/workflows/preflight-forks.yml');
		const { jobs, on } = parse(text);

		expect(Object.keys(on)).toEqual(['workflow_run']);
		expect(on.workflow_run.workflows).toEqual([parse(readFile('examples/workflows/preflight.yml')).name]);
		expect(jobs.devices.environment).toBe('network-forks');
		expect(jobs.devices.steps.map(({ uses }: { readonly uses: string }) => uses)).toEqual([
			expect.stringMatching(new RegExp(`^${REPOSITORY}@`)),
		]);
		expect(text).not.toMatch(/^\s+run:|download-artifact|actions\/checkout/m);
	});

	it('pin every action to the same commit everywhere', () => {
		const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (\S+)@([0-9a-f]{40})/g)]);
		const commits = Map.groupBy(pins, ([, name]) => name);

		for (const [name, found] of commits) expect(new Set(found.map(([, , sha]) => sha)).size, name).toBe(1);
	});

	it('fit in the README with 15 lines', () => {
		const blocks = inDocuments.filter(({ path }) => path === 'README.md');

		expect(blocks).toHaveLength(1);
		expect(blocks[0]?.code.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
	});
});
