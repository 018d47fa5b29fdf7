import { describe, expect, it } from 'vitest';
import { FleetHealthScorer, type Outcome } from '../../../src/domain/health.ts';

const fleet = ['a', 'b', 'c'].map((name) => ({ name }));
const inSync = (name: string): Outcome => ({ name, status: 'in-sync', reachable: true });
const drifted = (name: string): Outcome => ({ name, status: 'drifted', reachable: true });
const unreachable = (name: string): Outcome => ({ name, status: 'unknown', reachable: false });
const incomplete = (name: string): Outcome => ({ name, status: 'unknown', reachable: true });

describe('FleetHealthScorer', () => {
	it('is in-sync ÷ reachable, with how much of the fleet that says something about', () => {
		expect(new FleetHealthScorer(fleet).score([inSync('a'), inSync('b'), drifted('c')])).toEqual({
			devices: 3,
			reachable: 3,
			inSync: 2,
			drifted: 1,
			unknown: 0,
			health: 66.67,
			coverage: 100,
		});
	});

	it('counts a device that was reached but not judged against health, and one that was not reached out of it', () => {
		const score = new FleetHealthScorer(fleet).score([inSync('a'), incomplete('b'), unreachable('c')]);

		expect(score).toMatchObject({ reachable: 2, inSync: 1, unknown: 2, health: 50, coverage: 33.33 });
	});

	it('is null when nothing was reachable: not zero, and not a hundred', () => {
		expect(new FleetHealthScorer(fleet).score(['a', 'b', 'c'].map(unreachable))).toMatchObject({
			health: null,
			coverage: 0,
		});
		expect(new FleetHealthScorer([]).score([])).toMatchObject({ devices: 0, health: null, coverage: null });
	});

	it('never rounds up to a hundred', () => {
		const many = Array.from({ length: 100_000 }, (_, index) => ({ name: `d${index}` }));
		const outcomes = many.map(({ name }, index) => (index === 0 ? drifted(name) : inSync(name)));

		expect(new FleetHealthScorer(many).score(outcomes).health).toBe(99.99);
	});

	it.each([
		['a device without an outcome', [inSync('a'), inSync('b')], 'c has no outcome'],
		['a device with two', [inSync('a'), inSync('b'), drifted('b'), inSync('c')], 'b has two outcomes'],
		['a stranger', [inSync('a'), inSync('b'), inSync('c'), inSync('d')], 'd has an outcome but is not in the fleet'],
		[
			'a device that was judged without having been reached',
			[inSync('a'), inSync('b'), { name: 'c', status: 'in-sync', reachable: false } as const],
			'c was judged without having been reached',
		],
	])('refuses to score %s', (_, outcomes, message) => {
		expect(() => new FleetHealthScorer(fleet).score(outcomes)).toThrow(message);
	});

	it('refuses a fleet that names a device twice', () => {
		expect(() => new FleetHealthScorer([...fleet, { name: 'a' }])).toThrow('the fleet names a device twice');
	});

	it('takes names that an object would not hold', () => {
		const odd = ['__proto__', 'constructor', ''].map((name) => ({ name }));

		expect(new FleetHealthScorer(odd).score(odd.map(({ name }) => inSync(name)))).toMatchObject({ health: 100 });
		expect(() => new FleetHealthScorer(odd).score([inSync('')])).toThrow('__proto__ has no outcome');
	});
});
