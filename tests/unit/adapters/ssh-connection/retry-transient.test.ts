import { describe, expect, it } from 'vitest';
import { retryTransient } from '../../../../src/adapters/ssh-connection/retry-transient.ts';
import { SshFailure } from '../../../../src/adapters/ssh-connection/ssh-failure.ts';

describe('retryTransient', () => {
	it('does not wait for another try when the run is given up meanwhile', async () => {
		const { signal, abort } = withAbort();
		let tries = 0;
		const refusing = async (): Promise<never> => {
			tries += 1;
			abort();
			throw new SshFailure('ERR_UNREACHABLE', 'refused', { transient: 'refused' });
		};

		await expect(retryTransient(refusing, { random: () => 0, signal })).rejects.toMatchObject({ name: 'AbortError' });
		expect(tries).toBe(1);
	});
});

function withAbort() {
	const controller = new AbortController();
	return { signal: controller.signal, abort: () => controller.abort() };
}
