import { afterEach, describe, expect, it, vi } from 'vitest';
import { someTimeAfter, unlessCancelled } from '../../../../src/composition/action/when-cancelled.ts';

afterEach(() => {
	vi.useRealTimers();
});

describe('unlessCancelled', () => {
	it('waits for the work', async () => {
		await expect(unlessCancelled(Promise.resolve('done'), new AbortController().signal)).resolves.toBe('done');
	});

	it('waits no longer when the job is cancelled, or was before', async () => {
		const job = new AbortController();
		const endless = new Promise<string>(() => {});
		const waiting = unlessCancelled(endless, job.signal);

		job.abort();

		await expect(waiting).resolves.toBeNull();
		await expect(unlessCancelled(endless, job.signal)).resolves.toBeNull();
	});

	it('fails as the work fails', async () => {
		const failed = Promise.reject(new Error('no room'));
		await expect(unlessCancelled(failed, new AbortController().signal)).rejects.toThrow('no room');
	});
});

describe('someTimeAfter', () => {
	it('follows another signal late', () => {
		vi.useFakeTimers();
		const job = new AbortController();
		const late = someTimeAfter(job.signal, 7_000);
		vi.advanceTimersByTime(60_000);
		job.abort();

		vi.advanceTimersByTime(6_999);
		expect(late.aborted).toBe(false);
		vi.advanceTimersByTime(1);
		expect(late.aborted).toBe(true);
	});
});
