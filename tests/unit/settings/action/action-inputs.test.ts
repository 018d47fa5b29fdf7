import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigurationError, formatProblem } from '../../../../src/errors.ts';
import { readActionInputs } from '../../../../src/settings/action/action-inputs.ts';
import { INPUTS } from '../../../../src/settings/action/inputs.ts';
import { OUTPUTS } from '../../../../src/settings/action/outputs.ts';

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
	try {
		readActionInputs(env);
	} catch (error) {
		if (error instanceof ConfigurationError) return error.problems.map(formatProblem);
		throw error;
	}
	throw new Error('the inputs were taken');
}

const DEFAULTS = {
	mode: 'auto',
	fleet: 'fleet.yml',
	select: null,
	shards: 'auto',
	shard: null,
	shardDir: 'shards',
	githubToken: null,
	failOn: null,
	minHealth: null,
	deadlineMs: 30_000,
	comment: 'on-drift',
	commentWhenClean: 'update',
	check: true,
	maxAnnotations: 50,
	issues: 'off',
	adopt: false,
	adoptWithin: null,
	resultsBranch: 'drift-results',
	fleetBranch: null,
	reportDir: null,
	reportKey: 'fleet',
	fingerprintKey: null,
	dryRun: false,
	warnings: [],
};

describe('readActionInputs', () => {
	it('falls back to the defaults', () => {
		expect(readActionInputs({ PATH: '/bin' })).toEqual(DEFAULTS);
	});

	it('takes an empty input as not given, but an empty branch and token as off', () => {
		const env = Object.fromEntries(Object.keys(INPUTS).map((name) => [`INPUT_${name.toUpperCase()}`, '']));

		expect(readActionInputs(env)).toEqual({ ...DEFAULTS, resultsBranch: null });
	});

	it('reads every input', () => {
		const inputs = readActionInputs({
			INPUT_MODE: 'preflight',
			INPUT_FLEET: 'net/fleet.yml',
			INPUT_SELECT: ' site=ams ',
			INPUT_SHARDS: '12',
			'INPUT_SHARD-DIR': 'parts',
			'INPUT_GITHUB-TOKEN': 'ghs_x',
			'INPUT_FAIL-ON': 'drift, unknown,drift',
			'INPUT_MIN-HEALTH': '99.5',
			INPUT_DEADLINE: '2m',
			INPUT_COMMENT: 'on-change',
			'INPUT_COMMENT-WHEN-CLEAN': 'delete',
			INPUT_CHECK: 'False',
			'INPUT_MAX-ANNOTATIONS': '0',
			INPUT_ISSUES: 'per-device',
			INPUT_ADOPT: 'TRUE',
			'INPUT_ADOPT-WITHIN': '\ninterface *\n router bgp * > vrf A\n',
			'INPUT_RESULTS-BRANCH': 'audit/history',
			'INPUT_FLEET-BRANCH': 'production',
			'INPUT_REPORT-DIR': 'out',
			'INPUT_REPORT-KEY': 'dc-1',
			'INPUT_FINGERPRINT-KEY': 'sixteen or more.',
			'INPUT_DRY-RUN': 'true',
		});

		expect(inputs).toEqual({
			mode: 'preflight',
			fleet: 'net/fleet.yml',
			select: 'site=ams',
			shards: 12,
			shard: null,
			shardDir: 'parts',
			githubToken: 'ghs_x',
			failOn: ['drift', 'unknown'],
			minHealth: 99.5,
			deadlineMs: 120_000,
			comment: 'on-change',
			commentWhenClean: 'delete',
			check: false,
			maxAnnotations: 0,
			issues: 'per-device',
			adopt: true,
			adoptWithin: ['interface *', 'router bgp * > vrf A'],
			resultsBranch: 'audit/history',
			fleetBranch: 'production',
			reportDir: 'out',
			reportKey: 'dc-1',
			fingerprintKey: 'sixteen or more.',
			dryRun: true,
			warnings: expect.arrayContaining([expect.stringContaining('input issues has no effect in mode preflight')]),
		});
	});

	it('takes any branch for that of the fleet where it is told so, and nothing that is no branch', () => {
		expect(readActionInputs({ 'INPUT_FLEET-BRANCH': '*' }).fleetBranch).toBe('*');
		expect(problemsOf({ 'INPUT_FLEET-BRANCH': 'release/*' })).toHaveLength(1);
	});

	it('reads which part of an audit the job does, and refuses one beside another mode', () => {
		expect(readActionInputs({ INPUT_SHARD: '2/4' }).shard).toEqual({ number: 2, count: 4 });
		expect(readActionInputs({ INPUT_SHARD: '2/4', INPUT_MODE: 'audit' }).mode).toBe('audit');
		for (const mode of ['preflight', 'plan', 'merge']) {
			expect(problemsOf({ INPUT_SHARD: '2/4', INPUT_MODE: mode })).toEqual([
				`input shard is given with mode ${mode}. Leave mode out when shard is given: a shard is part of an audit`,
			]);
		}
	});

	it('takes none as nothing that fails', () => {
		expect(readActionInputs({ 'INPUT_FAIL-ON': 'none' }).failOn).toEqual([]);
	});

	it('tells every unknown name and bad value at once, and never a secret', () => {
		const problems = problemsOf({
			INPUT_FAIL_ON: 'drift',
			INPUT_SHARRD: '1/2',
			INPUT_SHARDS: '257',
			INPUT_SHARD: '3/2',
			INPUT_MODE: 'adit',
			'INPUT_GITHUB-TOKEN': 'hunter2\nx',
			'INPUT_FAIL-ON': 'drift,none',
			'INPUT_MIN-HEALTH': '1e2',
			INPUT_DEADLINE: '30',
			INPUT_COMMENT: 'yes',
			INPUT_CHECK: '1',
			'INPUT_MAX-ANNOTATIONS': '1001',
			'INPUT_RESULTS-BRANCH': '-x',
			'INPUT_REPORT-DIR': 'a\nb',
			'INPUT_REPORT-KEY': '-->',
			'INPUT_FINGERPRINT-KEY': 'hunter2',
			'INPUT_DRY-RUN': 'no',
		});

		const known = Object.keys(INPUTS).join(', ');
		expect(problems).toEqual([
			`unknown input "fail_on". Did you mean "fail-on"? Inputs: ${known}`,
			`unknown input "sharrd". Did you mean "shard"? Inputs: ${known}`,
			'input mode cannot be "adit". Write auto, audit, preflight, plan or merge',
			'input shards cannot be "257". Write auto, or a number from 1 to 256',
			'input shard cannot be "3/2". Write which of how many, such as 2/4; there are at most 256',
			'input github-token cannot be this value. Write it on one line',
			'input fail-on cannot be "drift,none". Write drift, conflict and unknown, separated by commas, or none',
			'input min-health cannot be "1e2". Write a number from 0 to 100',
			'input deadline cannot be "30". Write a number with a unit, such as 30s, 2m or 500ms',
			'input comment cannot be "yes". Write always, on-drift, on-change or off',
			'input check cannot be "1". Write true or false',
			'input max-annotations cannot be "1001". Write a whole number from 0 to 1000',
			'input results-branch cannot be "-x". Use a name such as drift-results: letters, digits, ".", "_", "-", and "/" between words.',
			'input report-dir cannot be "a\\nb". Write it on one line',
			'input report-key cannot be "-->". Use up to 64 letters, digits, ".", "_" and "-"',
			'input fingerprint-key cannot be this value. Use at least 16 characters, such as "openssl rand -hex 32" prints',
			'input dry-run cannot be "no". Write true or false',
		]);
		expect(problems.join()).not.toContain('hunter2');
	});
});

describe('action.yml', async () => {
	const action = parse(await readFile('action.yml', 'utf8'));

	it('has the inputs of the table, with their words and defaults', () => {
		const wanted = Object.entries(INPUTS).map(([name, { description, default: value }]) => [
			name,
			{ description, required: false, default: value },
		]);

		expect(Object.entries(action.inputs)).toEqual(wanted);
	});

	it('has the outputs of the table', () => {
		const wanted = Object.entries(OUTPUTS).map(([name, description]) => [name, { description }]);

		expect(Object.entries(action.outputs)).toEqual(wanted);
	});

	it('runs the bundle on Node 24', () => {
		expect(action.runs).toEqual({
			using: 'node24',
			main: 'dist/action.js',
			post: 'dist/post.js',
			'post-if': 'always()',
		});
		expect(action.branding).toEqual({ icon: 'server', color: 'blue' });
	});
});
