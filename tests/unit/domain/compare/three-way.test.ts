import { describe, expect, it } from 'vitest';
import { aPlatform } from '../../../support/a-platform.ts';
import { classifyChanges } from '../../../support/at-once.ts';
import { compareTexts, describeChange } from '../../../support/compare-texts.ts';

type Text = readonly string[];

/** `planned missing ntp x`, in the order of the report. */
function classes({
	base,
	head,
	live,
}: {
	readonly base: Text;
	readonly head: Text;
	readonly live: Text;
}): readonly string[] {
	const changes = (intended: Text, running: Text) => compareTexts({ intended, running }).changes;
	const comparisons = { drift: changes(base, live), plan: changes(base, head), remaining: changes(head, live) };
	return classifyChanges(comparisons, aPlatform().order).map((change) => `${change.class} ${describeChange(change)}`);
}

describe('classifyChanges', () => {
	const base: Text = ['hostname a', 'interface 1', ' mtu 1500', 'list A', ' permit 1', ' permit 2', ' permit 3'];
	const edit = (from: string, ...to: Text): Text => base.flatMap((line) => (line === from ? to : [line]));

	it('calls what the pull request changes planned, while the device is as base says', () => {
		expect(classes({ base, head: edit(' mtu 1500', ' mtu 9000'), live: base })).toEqual([
			'planned changed interface 1 > mtu 9000 → mtu 1500',
		]);
		expect(classes({ base, head: [...base, 'ntp x y'], live: base })).toEqual(['planned missing ntp x y']);
		expect(classes({ base, head: edit('hostname a'), live: base })).toEqual(['planned extra hostname a']);
	});

	it('calls what already runs applied', () => {
		const head = edit(' mtu 1500', ' mtu 9000');

		expect(classes({ base, head, live: head })).toEqual(['applied changed interface 1 > mtu 1500 → mtu 9000']);
	});

	it('calls what the device alone changed drift', () => {
		expect(classes({ base, head: [...base, 'ntp x y'], live: edit('hostname a', 'hostname b') })).toEqual([
			'drift changed hostname a → hostname b',
			'planned missing ntp x y',
		]);
	});

	it('calls a line that both changed differently a conflict', () => {
		const head = edit(' mtu 1500', ' mtu 9000');

		expect(classes({ base, head, live: edit(' mtu 1500', ' mtu 1400') })).toEqual([
			'conflict changed interface 1 > mtu 9000 → mtu 1400',
		]);
		expect(classes({ base, head, live: edit(' mtu 1500') })).toEqual(['conflict missing interface 1 > mtu 9000']);
		expect(classes({ base, head: edit(' mtu 1500'), live: edit(' mtu 1500', ' mtu 1400') })).toEqual([
			'conflict extra interface 1 > mtu 1400',
		]);
	});

	it('calls two values for what base leaves open a conflict', () => {
		const open = edit('hostname a');

		expect(classes({ base: open, head: ['hostname b', ...open], live: ['hostname c', ...open] })).toEqual([
			'conflict changed hostname b → hostname c',
		]);
	});

	it('tells apart what is applied, planned and drift in one section', () => {
		expect(
			classes({
				base: ['interface 1', ' a 1', ' b 1', ' c 1'],
				head: ['interface 1', ' a 2', ' b 2', ' c 1'],
				live: ['interface 1', ' a 2', ' b 1', ' c 3'],
			}),
		).toEqual([
			'planned changed interface 1 > b 2 → b 1',
			'drift changed interface 1 > c 1 → c 3',
			'applied changed interface 1 > a 1 → a 2',
		]);
	});

	it('calls a reorder planned or drift, whichever lines the comparison calls moved', () => {
		const reordered = ['list A', ' permit 3', ' permit 2', ' permit 1'];
		const list = base.slice(3);

		expect(classes({ base: list, head: reordered, live: list }).map(classOf)).toEqual(['planned', 'planned']);
		expect(
			classes({ base: list, head: [...list, 'ntp x y'], live: reordered })
				.map(classOf)
				.toSorted(),
		).toEqual(['drift', 'drift', 'planned']);
	});

	it('calls it a conflict when both reorder one list, and none when they reorder two', () => {
		const text = (x: string, y: string): Text => [
			...[...x].map((n) => `rule X ${n}`),
			...[...y].map((n) => `rule Y ${n}`),
		];

		expect(classes({ base: text('123', '1'), head: text('213', '1'), live: text('132', '1') }).map(classOf)).toEqual([
			'conflict',
		]);
		expect(
			classes({ base: text('12', '12'), head: text('21', '12'), live: text('12', '21') })
				.map(classOf)
				.toSorted(),
		).toEqual(['drift', 'planned']);
	});

	it('counts copies: one of two that is gone is not both', () => {
		const two: Text = ['interface 1', ' a', ' a'];

		expect(classes({ base: two, head: ['interface 1', ' a'], live: two })).toEqual(['planned extra interface 1 > a']);
		expect(classes({ base: two, head: two, live: ['interface 1', ' a'] })).toEqual(['drift missing interface 1 > a']);
	});

	it('points an applied change at the line in head', () => {
		const changes = (intended: Text, running: Text) => compareTexts({ intended, running }).changes;
		const head = ['!', ...base, 'ntp x y'];

		const [applied] = classifyChanges(
			{ drift: changes(base, head), plan: changes(base, head), remaining: [] },
			aPlatform().order,
		);

		expect(applied).toMatchObject({ class: 'applied', line: 'ntp x y', intendedLine: head.length, runningLine: null });
	});
});

function classOf(change: string): string {
	return change.split(' ')[0] ?? '';
}
