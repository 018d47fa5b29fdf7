import { describe, expect, it } from 'vitest';
import { compareInSteps } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { aPlatform } from '../../../support/a-platform.ts';

const masks = compileMasks(aPlatform(), { fingerprintKey: 'test' });

/** How often others may have their turn, and how much is found. */
function stepsOf(textOf: (mtu: number) => string): { readonly steps: number; readonly changes: number } {
	const sides = { intended: prepareConfig(textOf(1_500), masks), running: prepareConfig(textOf(9_000), masks) };
	const work = compareInSteps(sides, masks);
	for (let steps = 0; ; steps += 1) {
		const { done, value } = work.next();
		if (done === true) return { steps, changes: value.changes.length };
	}
}

/** So many sections; one line of each is another on both sides. */
function sections(count: number): (mtu: number) => string {
	return (mtu) => Array.from({ length: count }, (_, index) => `interface ${index}\n mtu ${mtu}\n ip x\n`).join('');
}

describe('comparing in steps', () => {
	it('makes no step of its own for a small section', () => {
		const one = stepsOf(sections(1));
		const twenty = stepsOf(sections(20));

		expect([one.changes, twenty.changes]).toEqual([1, 20]);
		expect(twenty.steps).toBeLessThan(one.steps + 5);
	});

	it('makes a step after some of many small sections', () => {
		const few = stepsOf(sections(20));
		const many = stepsOf(sections(4_000));

		expect(many.changes).toBe(4_000);
		// No more than some hundred lines are looked at in between, each of them several times.
		expect(many.steps - few.steps).toBeGreaterThan(40);
		expect(many.steps).toBeLessThan(600);
	});

	it('makes several steps of one large section', () => {
		const large = stepsOf((mtu) => `interface 1\n mtu ${mtu}\n${' ip x\n'.repeat(2_000)}`);

		expect(large.changes).toBe(1);
		expect(large.steps).toBeGreaterThan(stepsOf(sections(1)).steps + 5);
	});

	it('makes steps of each look at a large section of which all lines differ', () => {
		const section = (count: number) => (mtu: number) =>
			`interface 1\n${Array.from({ length: count }, (_, index) => ` port ${index} mtu ${mtu}\n`).join('')}`;
		const [half, whole] = [stepsOf(section(5_000)), stepsOf(section(10_000))];

		expect(whole.changes).toBe(10_000);
		// Some hundred lines on end: each look at so many more on both sides is twenty steps more, and there are nine at least.
		expect(whole.steps - half.steps).toBeGreaterThan(9 * 20);
	});
});
