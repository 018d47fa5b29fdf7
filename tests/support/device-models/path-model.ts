import fc from 'fast-check';
import { type DeviceModel, wordsOf } from './device-model.ts';

/** A tree of settings: a text is the value of a leaf. */
type Settings = Map<string, Settings | string>;

/** A leaf takes one value: the next word. Every other word leads to what stands in it. */
const LEAVES = new Set(['admin-state', 'description', 'hostname', 'mtu', 'state', 'timezone']);

interface PathForm {
	readonly set: string;
	readonly unset: string;
	/** Where the configuration begins among the paths: `configure`. */
	readonly root: readonly string[];
	print(settings: Settings): readonly string[];
	read(text: string): Settings;
}

/** NVUE of Cumulus Linux: YAML, changed by `nv set` and `nv unset`. */
export const nvueModel: DeviceModel = {
	platform: 'cumulus',
	configs: trees({ interface: ['swp1', 'swp2', 'swp3'], vrf: ['default', 'red'] }, ['mtu', 'state', 'description']).map(
		(settings) => printYaml(settings),
	),
	apply: applyPaths({
		set: 'nv set ',
		unset: 'nv unset ',
		root: [],
		read: readYaml,
		print: (settings) => printYaml(settings).split('\n').slice(0, -1),
	}),
};

/** MD-CLI of SR OS: braces, changed by paths in a candidate. */
export const mdCliModel: DeviceModel = {
	platform: 'nokia_srosmd',
	configs: trees({ port: ['1/1/c1', '1/1/c2', '1/1/c3'], router: ['"Base"', '"red"'] }, [
		'admin-state',
		'mtu',
		'description',
	]).map((settings) => printBraces(settings).join('\n')),
	apply: applyPaths({
		set: '/',
		unset: 'delete /',
		root: ['configure'],
		read: readBraces,
		print: printBraces,
	}),
};

/** Lists of entries, each with some of the leaves. */
function trees(lists: Readonly<Record<string, readonly string[]>>, leaves: readonly string[]): fc.Arbitrary<Settings> {
	const entry = fc.dictionary(fc.constantFrom(...leaves), fc.constantFrom('a', 'b', 'c'), { minKeys: 1 });
	const all = Object.entries(lists).map(([list, names]) =>
		fc
			.dictionary(fc.constantFrom(...names), entry)
			.map(
				(entries) =>
					[
						list,
						new Map(Object.entries(entries).map(([name, inside]) => [name, new Map(Object.entries(inside))])),
					] as const,
			),
	);
	return fc
		.tuple(...all)
		.map((parts) => new Map(parts.filter(([, entries]) => entries.size > 0)) as Settings)
		.filter((settings) => settings.size > 0);
}

function applyPaths({ set, unset, root, read, print }: PathForm): DeviceModel['apply'] {
	return (running, commands) => {
		const settings = read(running);
		for (const command of commands) {
			const verb = command.startsWith(unset) ? unset : set;
			if (!command.startsWith(verb)) throw new Error(`no such command: ${command}`);
			const path = unquoted(command.slice(verb.length));
			if (root.some((word, at) => path[at] !== word)) throw new Error(`no such path: ${command}`);
			change(settings, path.slice(root.length), verb === unset);
		}
		return print(settings).join('\n');
	};
}

function change(settings: Settings, path: readonly string[], isUnset: boolean): void {
	const [word = '', ...rest] = path;
	if (LEAVES.has(word)) {
		const [value, ...more] = rest;
		if (more.length > 0 || isUnset !== (value === undefined))
			throw new Error(`not a value of ${word}: ${rest.join(' ')}`);
		if (value === undefined) settings.delete(word);
		else settings.set(word, value);
		return;
	}
	if (rest.length === 0 && isUnset) {
		if (!settings.delete(word)) throw new Error(`nothing to take back: ${word}`);
		return;
	}
	const inside = settings.get(word) ?? new Map();
	if (typeof inside === 'string') throw new Error(`${word} is a value`);
	settings.set(word, inside);
	if (rest.length > 0) change(inside, rest, isUnset);
}

/** `router "Base"` and `router Base` are the same. */
function unquoted(text: string): readonly string[] {
	return wordsOf(text).map((word) => word.replace(/^"(.*)"$/, '$1'));
}

function printYaml(settings: Settings, indent = 4): string {
	const lines = (level: Settings, depth: number): readonly string[] =>
		[...level].flatMap(([key, value]) => {
			const head = `${' '.repeat(depth)}${key}:`;
			if (typeof value === 'string') return [`${head} ${value}`];
			return value.size === 0 ? [`${head} {}`] : [head, ...lines(value, depth + 2)];
		});
	return ['- set:', ...lines(settings, indent), ''].join('\n');
}

function readYaml(text: string): Settings {
	return readIndented(text.split('\n').slice(1), (line) => {
		const [, key = '', value = ''] = /^([^:]+):(?: (.*))?$/.exec(line) ?? [];
		return [key, value === '{}' ? '' : value];
	});
}

function printBraces(settings: Settings): readonly string[] {
	const inside = [...settings].flatMap(([list, entries]) =>
		[...(entries as Settings)].flatMap(([name, leaves]) => [
			`    ${list} ${name} {`,
			...[...(leaves as Settings)].map(([key, value]) => `        ${key} ${value}`),
			'    }',
		]),
	);
	return ['configure {', ...inside, '}', ''];
}

function readBraces(text: string): Settings {
	const settings: Settings = new Map();
	let path: readonly string[] = [];
	for (const line of text.split('\n').slice(1)) {
		const words = unquoted(line);
		if (words.at(-1) === '{') path = words.slice(0, -1);
		else if (words.length === 2) change(settings, [...path, ...words], false);
	}
	return settings;
}

function readIndented(lines: readonly string[], read: (line: string) => readonly [string, string]): Settings {
	const settings: Settings = new Map();
	const open: { readonly indent: number; readonly level: Settings }[] = [{ indent: -1, level: settings }];
	for (const line of lines.filter((text) => text.trim() !== '')) {
		const indent = line.length - line.trimStart().length;
		while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
		const [key, value] = read(line.trim());
		const inside: Settings = new Map();
		open.at(-1)?.level.set(key, value === '' ? inside : value);
		if (value === '') open.push({ indent, level: inside });
	}
	return settings;
}
