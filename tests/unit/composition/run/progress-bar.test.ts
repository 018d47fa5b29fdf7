import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../../../../src/composition/run/progress-bar.ts';

const CLEARED = '\r\u001b[K';

function barOn(width: number, total?: number) {
	const written: string[] = [];
	const terminal = { write: (text: string) => written.push(text), width };
	return { bar: new ProgressBar({ terminal, ...(total === undefined ? {} : { total }) }), written };
}

describe('ProgressBar', () => {
	it('shows how many are done and which are under way, and takes itself away at the end', () => {
		const { bar, written } = barOn(80, 2);

		bar.begin('a');
		bar.begin('b');
		bar.end('a');
		bar.end('b');

		expect(written).toEqual([
			`${CLEARED} ${'░'.repeat(24)} 0/2  a`,
			`${CLEARED} ${'░'.repeat(24)} 0/2  a b`,
			`${CLEARED} ${'█'.repeat(12)}${'░'.repeat(12)} 1/2  b`,
			CLEARED,
		]);
	});

	it('never takes the last column, where a terminal would begin a new line, nor the two that it writes ^C in', () => {
		const { bar, written } = barOn(40, 9);

		for (const name of ['edge-01', 'edge-02', 'edge-03']) bar.begin(name);

		for (const text of written) expect(`${text.slice(CLEARED.length)}^C`.length).toBeLessThan(40);
	});

	it('waits until it knows how many there are', () => {
		const { bar, written } = barOn(80);

		bar.begin('a');
		expect(written).toEqual([]);
		bar.end('a', 2);
		expect(written).toHaveLength(1);
	});

	it('writes nothing where nobody looks', () => {
		const bar = new ProgressBar({ terminal: null, total: 1 });

		expect(() => {
			bar.begin('a');
			bar.clear();
			bar.end('a');
		}).not.toThrow();
	});
});
