import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventLoopDelay } from './event-loop-delay.ts';
import { makeFolder } from './make-folder.ts';

/** How a process is told to watch itself. */
export interface Watching {
	/** For its `--import`. */
	readonly preload: string;
	readonly env: Readonly<Record<string, string>>;
}

/** Runs a program that is loaded behind the watcher, and reads what the watcher wrote when it ended. */
export async function watched<Result>(
	run: (watching: Watching) => Promise<Result>,
): Promise<{ readonly result: Result; readonly delay: EventLoopDelay }> {
	const folder = makeFolder('bench-event-loop-');
	try {
		const file = join(folder, 'delay.json');
		const preload = fileURLToPath(new URL('./watch-event-loop.ts', import.meta.url));
		const result = await run({ preload, env: { BENCH_EVENT_LOOP: file } });
		return { result, delay: JSON.parse(readFileSync(file, 'utf8')) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}
