import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporary } from '../../infrastructure/make-temporary.ts';
import { removeTemporary } from '../../infrastructure/remove-temporary.ts';

/** Redacted running configs of a run, each in a file, so that a large fleet's do not fill the memory. */
export interface KeptConfigs extends AsyncDisposable {
	/** Paths by device name, of those that could be written, once all of them are. */
	paths(): Promise<ReadonlyMap<string, string>>;
}

/** The same while devices are asked. */
export interface SpooledConfigs extends KeptConfigs {
	/** Takes one config; never throws and never waits. */
	keep(name: string, redacted: string): void;
}

/**
 * @param redact - takes the secrets of the run out, whatever masks have left
 */
export async function spoolConfigs(tempDir: string, redact: (text: string) => string): Promise<SpooledConfigs> {
	const folder = await makeTemporary(tempDir, 'fleet-drift-configs-');
	const writes = new Map<string, Promise<string | null>>();
	return {
		keep(name, redacted) {
			// By number: a name need not be a file name here.
			const path = join(folder, String(writes.size));
			const written = writeFile(path, redact(redacted)).then(
				() => path,
				() => null,
			);
			writes.set(name, written);
		},
		async paths() {
			const paths = await Promise.all([...writes].map(async ([name, path]) => [name, await path] as const));
			return new Map(paths.flatMap(([name, path]) => (path === null ? [] : [[name, path]])));
		},
		async [Symbol.asyncDispose]() {
			await Promise.all(writes.values());
			await removeTemporary(folder);
		},
	};
}
