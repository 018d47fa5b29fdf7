import type { Plugin } from 'rolldown';

/**
 * Libraries that many runs do without: those of devices that are asked over HTTPS or SSH, of patterns that users write, and
 * of proxies between the Action and GitHub, which comes with its client. Each is a file of its own, which the entries share and
 * Node reads when it is needed first; reading them took a third of the time until a run did something.
 */
export const LIBRARIES = ['got', 're2js', 'ssh2', 'undici'] as const;

const STUB = '\0when-needed:';

/**
 * Has our code load these libraries when it needs them. `await import(…)` stays what it is. What stands at the top of a file
 * becomes an object that asks the library for each of its members at that moment: a socket that is being dialled, or a
 * pattern, cannot wait.
 */
export const librariesWhenNeeded: Plugin = {
	name: 'libraries-when-needed',
	resolveId(source, importer, { kind }) {
		if (importer === undefined) return null;
		if (importer.startsWith(STUB)) return { id: source, external: true };
		const library = LIBRARIES.find((name) => name === source);
		if (library === undefined) return null;
		return kind === 'dynamic-import' ? { id: fileOf(library), external: true } : `${STUB}${library}`;
	},
	async load(id) {
		if (!id.startsWith(STUB)) return null;
		const library = id.slice(STUB.length);
		const exported: Readonly<Record<string, unknown>> = await import(library);
		const isWhole = exported.default !== undefined;
		const names = Object.keys(isWhole ? (exported.default as object) : exported);
		const members = names.map((name) => `get ${name}() { return library().${name}; }`).join(',\n');
		return `const library = () => require('${fileOf(library)}')${isWhole ? '.default' : ''};\nmodule.exports = {\n${members}\n};\n`;
	},
};

function fileOf(library: string): string {
	return `./${library}.js`;
}
