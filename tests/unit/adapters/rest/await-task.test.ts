import { describe, expect, it } from 'vitest';
import { Phase } from '../../../../src/adapters/connection/phase.ts';
import { awaitTask } from '../../../../src/adapters/rest/await-task.ts';

describe('awaitTask', () => {
	it('does not wait for another question when the device is given up meanwhile', async () => {
		const asked: string[] = [];
		const waiting = awaitTask(
			{ status: 200, headers: {}, body: Buffer.from('{"task":"7"}'), isFramed: true },
			{
				task: {
					at: '/task',
					ask: { method: 'GET', path: '/task' },
					state: { at: '/state', pending: ['running'] },
				},
				type: 'json',
				where: '192.0.2.1:443',
				name: 'POST /run',
				ask: async (id) => {
					asked.push(id);
					return { status: 200, headers: {}, body: Buffer.from('{"state":"done"}'), isFramed: true };
				},
				phase: new Phase('command', { authMs: 1_000, commandMs: 1_000, idleMs: 1_000 }),
				signal: AbortSignal.abort(),
			},
		);

		await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
		expect(asked).toEqual([]);
	});
});
