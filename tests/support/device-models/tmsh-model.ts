import fc from 'fast-check';
import type { DeviceModel } from './device-model.ts';

/** A name with what stands in it; null: a name or a value alone. */
type Block = readonly (readonly [text: string, inside: Block | null])[];

const some = (...lines: readonly string[]): fc.Arbitrary<readonly string[]> =>
	fc.constantFrom([], ...lines.map((line) => [line]));

const member = fc
	.tuple(
		fc.constantFrom('a:http', 'b:http', 'c:http'),
		fc.constantFrom('address 192.0.2.1', 'address 192.0.2.2'),
		some('session user-disabled'),
	)
	.map(([name, address, session]) => [`${name} {`, address, ...session, '}']);

const pool = fc
	.tuple(
		some('description one', 'description two'),
		fc.uniqueArray(member, { selector: ([name]) => name, maxLength: 3 }),
	)
	.map(([description, members]) => [
		...description,
		...(members.length === 0 ? [] : ['members {', ...members.flat(), '}']),
		'monitor http',
	]);

const virtual = fc
	.tuple(
		fc.constantFrom('destination 192.0.2.9:80', 'destination 192.0.2.9:443'),
		fc.shuffledSubarray(['one', 'two', 'three'], { minLength: 1 }),
		fc.constantFrom('automap', 'snat'),
	)
	.map(([destination, rules, translation]) => [
		destination,
		...['rules {', ...rules, '}'],
		...['source-address-translation {', `type ${translation}`, '}'],
	]);

const objects = (kind: string, inside: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> =>
	fc
		.dictionary(fc.constantFrom('x', 'y', 'z'), inside)
		.map((all) => Object.entries(all).flatMap(([name, lines]) => [`${kind} ${name} {`, ...lines, '}']));

/** BIG-IP: objects that are created, modified property by property, and deleted. */
export const tmshModel: DeviceModel = {
	platform: 'f5_tmsh',
	configs: fc
		.tuple(
			objects('ltm pool', pool),
			objects('ltm virtual', virtual),
			fc.shuffledSubarray(['192.0.2.7', '192.0.2.8'], { minLength: 1 }),
			fc.constantFrom('UTC', 'Europe/Riga'),
		)
		.map(([pools, virtuals, servers, zone]) =>
			[...pools, ...virtuals, 'sys ntp {', `servers { ${servers.join(' ')} }`, `timezone ${zone}`, '}', ''].join('\n'),
		),
	apply(running, commands) {
		const lines = running.trim().split('\n');
		const state = new Map(
			readBlock(lines).map(([header, inside]) => [
				header,
				new Map((inside ?? []).map((line) => [nameOf(line[0]), line])),
			]),
		);
		for (const command of commands.filter((line) => !line.endsWith(' cli transaction'))) {
			const [, verb, header = '', rest = ''] =
				/^(create|modify|delete) ((?:ltm \S+|sys) \S+)(?: (.*))?$/.exec(command) ?? [];
			if (verb === 'delete') {
				if (!state.delete(header)) throw new Error(`nothing to delete: ${command}`);
				continue;
			}
			if (state.has(header) === (verb === 'create')) throw new Error(`no such object, or there already: ${command}`);
			const object = state.get(header) ?? new Map();
			state.set(header, object);
			for (const line of readWords(verb === 'create' ? rest.slice(2, -2) : rest)) object.set(nameOf(line[0]), line);
		}
		return [...state].map(([header, lines]) => print([[header, [...lines.values()]]])).join('');
	},
};

function nameOf(text: string): string {
	return text.split(' ', 1)[0] ?? '';
}

function readBlock(lines: string[]): Block {
	const block: (readonly [string, Block | null])[] = [];
	for (let line = lines.shift(); line !== undefined && line !== '}'; line = lines.shift()) {
		block.push(line.endsWith(' {') ? [line.slice(0, -2), readBlock(lines)] : [line, null]);
	}
	return block;
}

/** Words of a command: a name and its value, a name and what stands in it, or names alone in a list. */
function readWords(text: string): Block {
	const words = text.split(' ').filter((word) => word !== '');
	const read = (isList: boolean): Block => {
		const block: (readonly [string, Block | null])[] = [];
		for (let name = words.shift(); name !== undefined && name !== '}'; name = words.shift()) {
			const isCollection = words[0] === 'replace-all-with' || name === 'rules';
			if (words[0] === 'replace-all-with') words.shift();
			if (words[0] === '{') {
				words.shift();
				const inside = read(isCollection);
				block.push(
					name === 'servers' ? [`servers { ${inside.map(([server]) => server).join(' ')} }`, null] : [name, inside],
				);
			} else block.push([isList ? name : `${name} ${words.shift()}`, null]);
		}
		return block;
	};
	return read(false);
}

function print(block: Block, indent = ''): string {
	return block
		.map(([text, inside]) =>
			inside === null ? `${indent}${text}\n` : `${indent}${text} {\n${print(inside, `${indent}    `)}${indent}}\n`,
		)
		.join('');
}
