import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give to those who ask for any port (32,768 and up on Linux, 49,152 and up elsewhere). */
const FIRST = 20_000;
const COUNT = 12_000;

/**
 * A port of the loopback that nobody listens on, for programs that must be told one. Nobody gets it by chance until the
 * program has it: other tests run at the same time, and ask the system for theirs.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = FIRST + Math.floor(Math.random() * COUNT);
		const probe = createServer().listen(port, '127.0.0.1');
		const isFree = await once(probe, 'listening').then(
			() => true,
			() => false,
		);
		if (!isFree) continue;
		probe.close();
		await once(probe, 'close');
		return port;
	}
}
