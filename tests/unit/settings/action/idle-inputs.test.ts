import { describe, expect, it } from 'vitest';
import { ConfigurationError, formatProblem } from '../../../../src/errors.ts';
import { readActionInputs } from '../../../../src/settings/action/action-inputs.ts';

type Said = Readonly<Record<string, string>>;

function env(inputs: Said): Said {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function problemsOf(inputs: Said): readonly string[] {
	try {
		return [`taken: ${readActionInputs(env(inputs)).mode}`];
	} catch (error) {
		if (error instanceof ConfigurationError) return error.problems.map(formatProblem);
		throw error;
	}
}

describe('inputs that do not count in a job', () => {
	it.each<[Said, string]>([
		[
			{ mode: 'preflight', issues: 'roll-up' },
			'input issues has no effect in mode preflight. Leave it out: it is for mode auto, mode audit or mode merge',
		],
		[
			{ mode: 'audit', deadline: '2m' },
			'input deadline has no effect in mode audit, except for a pull request that gets no secrets. Leave it out: it is for mode auto or mode preflight',
		],
		[{ shards: '4' }, 'input shards has no effect in mode auto. Leave it out: it is for mode plan'],
		[
			{ mode: 'plan', 'shard-dir': 'x' },
			'input shard-dir has no effect in mode plan. Leave it out: it is for shards or mode merge',
		],
		[
			{ shard: '1/2', 'fail-on': 'none' },
			'input fail-on has no effect in a shard. Leave it out: it is for mode auto, mode audit, mode preflight or mode merge',
		],
		[
			{ comment: 'off', 'comment-when-clean': 'delete' },
			'input comment-when-clean has no effect while comment is off. Leave one of the two out',
		],
		[
			{ check: 'false', 'max-annotations': '10' },
			'input max-annotations has no effect while check is off. Leave one of the two out',
		],
	])('warns of %j', (inputs, warning) => {
		expect(readActionInputs(env(inputs)).warnings).toEqual([warning]);
	});

	it.each<[Said, string]>([
		[
			{ shard: '1/2', select: 'site=ams' },
			'input select has no effect in a shard. Give it to the job with mode: plan, which divides up the devices',
		],
		[
			{ mode: 'merge', select: 'site=ams' },
			'input select has no effect in mode merge. Give it to the job with mode: plan, which divides up the devices',
		],
		[
			{ mode: 'plan', adopt: 'true' },
			'input adopt has no effect in mode plan. Leave it out: it is for mode auto, mode audit, mode preflight or mode merge',
		],
		[
			{ 'adopt-within': 'router bgp *' },
			"input adopt-within has no effect while adopt is off. Set adopt: 'true', or leave it out",
		],
	])('refuses %j, with which something else would be done', (inputs, problem) => {
		expect(problemsOf(inputs)).toEqual([problem]);
	});

	it.each<Said>([
		// One workflow for pull requests and the schedule.
		{ issues: 'per-device', deadline: '1m', 'fleet-branch': 'main', select: 'site=ams', 'min-health': '90' },
		// As a runner sets them.
		{ mode: 'preflight', issues: 'off', shards: 'auto', 'shard-dir': 'shards', adopt: 'false', 'fleet-branch': '' },
		{ mode: 'audit', deadline: '30s', 'max-annotations': '50' },
		{ mode: 'plan', shards: '4', select: 'site=ams' },
		{ mode: 'merge', 'shard-dir': 'x', issues: 'roll-up', 'fail-on': 'none' },
		{ shard: '1/2', 'shard-dir': 'x', 'fleet-branch': 'main' },
		{ adopt: 'true', 'adopt-within': 'router bgp *' },
	])('says nothing of %j', (inputs) => {
		expect(readActionInputs(env(inputs)).warnings).toEqual([]);
	});
});
