import { describe, expect, it } from 'vitest';
import { aPlatform } from '../../../../support/a-platform.ts';
import { differences } from '../../../../support/compare-texts.ts';

const platform = aPlatform({
	sequences: [
		{
			pattern: /^(?<head>try )(?<values>\d+(?: \d+)*)(?<tail>| in \S+)$/,
			source: 'made up',
			matches: ['try 1 2'],
			spares: ['try'],
		},
	],
	order: [{ kind: 'siblings', pattern: /^(try) / }],
});

const on = (intended: readonly string[], running: readonly string[]): readonly string[] =>
	differences({ platform, intended, running });

describe('withSharedLines', () => {
	it.each([
		[['try 1 2 3'], ['try 1', 'try 2', 'try 3']],
		[['try 1', 'try 2', 'try 3'], ['try 1 2 3']],
		[
			['try 1 2', 'x', 'try 3'],
			['try 1', 'try 2 3', 'x'],
		],
		[
			['try 1 2 in A', 'try 1'],
			['try 1 in A', 'try 2 in A', 'try 1'],
		],
	])('reads %j as %j', (intended, running) => {
		expect(on(intended, running)).toEqual([]);
	});

	it.each([
		[['try 1 2'], ['try 2', 'try 1']],
		[['try 1 2'], ['try 1']],
		[['try 1 2'], ['try 1', 'try 2', 'try 3']],
		[['try 1 2'], ['try 1 in A', 'try 2 in A']],
		[
			['a', ' try 1 2'],
			['a', ' try 1', ' try 2'],
		],
	])('does not read %j as %j', (intended, running) => {
		expect(on(intended, running)).not.toEqual([]);
		expect(on(running, intended)).not.toEqual([]);
	});
});
