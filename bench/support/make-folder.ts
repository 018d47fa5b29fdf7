import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/**
 * Makes a folder with a name of its own among the temporary ones. Who makes it takes it away; where Ctrl-C or a kill comes
 * before that, it goes as well.
 */
export function makeFolder(prefix: string): string {
	if (made.size === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, removeAll);
	const folder = mkdtempSync(join(tmpdir(), prefix));
	made.add(folder);
	return folder;
}

function removeAll(signal: NodeJS.Signals): void {
	// A child that is being ended, too, may still write.
	for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	// Nobody listens any more, so this ends the process as it would have ended.
	process.kill(process.pid, signal);
}
