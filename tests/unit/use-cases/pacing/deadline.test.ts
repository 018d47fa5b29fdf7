import { getEventListeners, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Deadline } from '../../../../src/use-cases/pacing/deadline.ts';

describe('Deadline', () => {
	it('aborts with a TimeoutError when its time is over', async () => {
		using deadline = new Deadline(new AbortController().signal, 5);

		await once(deadline.signal, 'abort');

		expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
	});

	it('aborts with the other signal and its reason', () => {
		const outer = new AbortController();
		using deadline = new Deadline(outer.signal, 60_000);

		outer.abort('enough');

		expect(deadline.signal.reason).toBe('enough');
	});

	it('is over at once where the other signal is', () => {
		using deadline = new Deadline(AbortSignal.abort('enough'), 60_000);

		expect(deadline.signal.reason).toBe('enough');
	});

	it('leaves neither a timer nor a listener', async () => {
		const outer = new AbortController();
		const deadline = new Deadline(outer.signal, 5);
		deadline[Symbol.dispose]();

		await sleep(30);

		expect(deadline.signal.aborted).toBe(false);
		expect(getEventListeners(outer.signal, 'abort')).toEqual([]);
	});
});
