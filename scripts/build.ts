/** Bundles the entries into dist/. `node scripts/build.ts [FOLDER]` */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
await rm(folder, { recursive: true, force: true });
for (const { name, bytes } of await bundle(folder)) {
	process.stdout.write(`${name.padEnd(14)} ${(bytes / 1e6).toFixed(2)} MB\n`);
}
