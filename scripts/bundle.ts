import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { BUNDLE_PLUGINS } from './bundle-plugins.ts';
import { LIBRARIES } from './libraries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The command line, which `cli.js` starts. */
const PROGRAM = 'program.js';

/** What is bundled into which file. */
const FILES: Readonly<Record<string, string>> = {
	'action.js': join('src', 'action.ts'),
	'post.js': join('src', 'post.ts'),
	[PROGRAM]: join('src', 'cli.ts'),
	...Object.fromEntries(LIBRARIES.map((library) => [`${library}.js`, library])),
};

/** An older Node.js cannot even read the program: instead of showing where it stumbled, it is told what it lacks. */
const LAUNCHER = `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) >= 24) await import('./${PROGRAM}');
else {
	console.error(\`error: fleet-drift needs Node.js 24 or newer, and this is \${process.version}. Install it, or write "npx node@24" in place of "node"\`);
	process.exitCode = 2;
}
`;

/** A file of dist/. */
interface Bundled {
	readonly name: string;
	readonly bytes: number;
}

/**
 * Writes `action.js`, `post.js`, `cli.js` with its `program.js`, the libraries that they load when they need them, and the
 * licences of everything inside. Not minified: people audit what runs next to their management network. The same sources
 * give the same bytes, wherever they lie.
 */
export async function bundle(folder: string): Promise<readonly Bundled[]> {
	await mkdir(folder, { recursive: true });
	const modules = new Set<string>();
	const written: Bundled[] = [];
	for (const [name, input] of Object.entries(FILES)) {
		const build = await rolldown({
			cwd: ROOT,
			input,
			platform: 'node',
			// ssh2 does without its native parts where they are not installed; a bundle cannot carry them.
			external: [/\.node$/, 'cpu-features'],
			plugins: [...BUNDLE_PLUGINS],
		});
		const { output } = await build.generate({ format: 'esm', codeSplitting: false });
		await build.close();
		const [chunk, ...rest] = output;
		if (rest.length > 0) throw new Error(`${name} does not come as one file`);
		for (const id of chunk.moduleIds) modules.add(id);
		written.push(await write(folder, name, chunk.code));
	}
	written.push(await write(folder, 'cli.js', LAUNCHER));
	written.push(await write(folder, 'licenses.txt', await collectLicences(modules)));
	// Node must take the files for modules wherever they are copied to.
	written.push(await write(folder, 'package.json', '{ "type": "module" }\n'));
	return written;
}

async function write(folder: string, name: string, content: string): Promise<Bundled> {
	await writeFile(join(folder, name), content, { mode: name === 'cli.js' ? 0o755 : 0o644 });
	return { name, bytes: Buffer.byteLength(content) };
}

async function collectLicences(modules: ReadonlySet<string>): Promise<string> {
	const folders = new Set<string>();
	for (const id of modules) {
		const [, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
		if (name !== undefined)
			folders.add(`${id.slice(0, id.lastIndexOf(`/node_modules/${name}/`))}/node_modules/${name}`);
	}
	const texts = await Promise.all([...folders].map(licenceOf));
	return `${[...new Set(texts)].toSorted().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function licenceOf(folder: string): Promise<string> {
	const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry));
	const text = file === undefined ? 'The package ships no licence text.\n' : await readFile(join(folder, file), 'utf8');
	return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
