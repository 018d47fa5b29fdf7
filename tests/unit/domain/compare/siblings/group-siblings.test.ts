import { describe, expect, it } from 'vitest';
import type { OrderRule } from '../../../../../src/domain/platform/order-rules.ts';
import { aPlatform } from '../../../../support/a-platform.ts';
import { differences } from '../../../../support/compare-texts.ts';

const STEPS: OrderRule = {
	kind: 'siblings',
	pattern: /^set policy (\S+) entry \S+ /,
	entries: / entry (\S+) (\S+)/,
};

const CHAINS: OrderRule = { kind: 'siblings', pattern: /^add (?:.* )?(table=\S+) (?:.* )?(chain=\S+)/ };

/** Differences between two orders of the same lines. */
const reordered = (rule: OrderRule, intended: readonly string[], running: readonly string[]): readonly string[] =>
	differences({ platform: aPlatform({ order: [rule] }), intended, running });

describe('entries of several lines', () => {
	const step = (words: string): string => `set policy P entry ${words}`;

	it('are in order whatever the order of the lines of one', () => {
		expect(
			reordered(
				STEPS,
				[step('A metric 1'), step('A accept x'), step('B reject x')],
				[step('A accept x'), step('A metric 1'), step('B reject x')],
			),
		).toEqual([]);
	});

	it('keep the order of lines about one thing', () => {
		expect(
			reordered(STEPS, [step('A tag add x'), step('A tag delete y')], [step('A tag delete y'), step('A tag add x')]),
		).toEqual(['moved set policy P entry A tag add x']);
	});

	it('stand where they begin', () => {
		expect(
			reordered(
				STEPS,
				[step('A metric 1'), step('B reject x'), step('A accept x')],
				[step('A metric 1'), step('A accept x'), step('B reject x')],
			),
		).toEqual([]);
		expect(
			reordered(STEPS, [step('A metric 1'), step('B reject x')], [step('B reject x'), step('A metric 1')]),
		).toEqual(['moved set policy P entry A metric 1']);
	});
});

describe('lists with a name of several parts', () => {
	it('are each in an order of their own', () => {
		const entry = (table: string, chain: string, id: number): string => `add table=${table} chain=${chain} id=${id}`;

		expect(
			reordered(CHAINS, [entry('a', 'x', 1), entry('a', 'y', 2)], [entry('a', 'y', 2), entry('a', 'x', 1)]),
		).toEqual([]);
		expect(
			reordered(CHAINS, [entry('a', 'x', 1), entry('a', 'x', 2)], [entry('a', 'x', 2), entry('a', 'x', 1)]),
		).toHaveLength(1);
	});
});

describe('entries that are put in', () => {
	const platform = aPlatform({
		order: [{ kind: 'siblings', pattern: /^list /, inserts: /^list at (\d+) / }],
		spellings: [{ kind: 'words', pattern: /^list at \d+ /, spelled: 'list ', source: 'a test' }],
	});

	it.each([
		['in front of those above', ['list at 2 a', 'list at 1 b'], ['list b', 'list a']],
		['in the middle', ['list a', 'list b', 'list at 2 c'], ['list a', 'list c', 'list b']],
		['at the end, from beyond it', ['list at 9 a', 'list at 9 b'], ['list a', 'list b']],
		['in front of one of the same number', ['list at 1 a', 'list at 1 b'], ['list b', 'list a']],
	])('stand %s', (_, intended, running) => {
		expect(differences({ platform, intended, running })).toEqual([]);
		expect(differences({ platform, intended, running: running.toReversed() })).not.toEqual([]);
	});
});
