import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { NetBoxAddress, NetBoxOrder } from './netbox-thread.ts';

/** NetBox in a thread of its own, so that its work is not taken for that of its reader. */
export async function startNetBoxBeside(order: NetBoxOrder): Promise<NetBoxAddress & AsyncDisposable> {
	const thread = new Worker(new URL('netbox-thread.ts', import.meta.url), { workerData: order });
	const [address]: NetBoxAddress[] = await once(thread, 'message');
	if (address === undefined) throw new Error('NetBox did not start');
	return {
		...address,
		async [Symbol.asyncDispose]() {
			await thread.terminate();
		},
	};
}
