import type { Steps } from '../../domain/steps.ts';
import { ConfigurationError, type Place, type Problem } from '../../errors.ts';
import { type ComposedYaml, composeInSteps, withinStack, type YamlDialect } from './compose-yaml.ts';
import type { Path } from './yaml-index.ts';
import { explainYamlErrors } from './yaml-problems.ts';
import { yamlValues } from './yaml-values.ts';

/** A YAML text as plain values, with the place of each. */
export interface FleetDocument extends DocumentPlaces {
	readonly file: string;
	readonly value: unknown;
	/** What is wrong already although the values can be read: keys that stand twice. */
	readonly problems: readonly Problem[];
}

/** Where the values of a document stand. */
export interface DocumentPlaces {
	/** Where the value stands; where it does not exist, the key of its nearest parent. */
	placeOf(path: Path): Place;
	/** Where the value's key stands. */
	placeOfKey(path: Path): Place;
	has(path: Path): boolean;
}

/** More than any fleet needs: 10,000 devices take about 2 MB. */
export const MAX_CHARACTERS = 20_000_000;

/** Uses of aliases in a file, those inside of aliased values multiplied: many devices may share one, a bomb may not. */
const MAX_ALIASES = 20_000;

/** A text, the file that problems name, and whose rules it follows. */
export interface YamlOptions {
	readonly file: string;
	readonly text: string;
	readonly dialect: YamlDialect;
}

/** Reads YAML 1.2. Throws a `ConfigurationError` with every mistake of syntax; none of them quotes a value. */
export function* readYaml({ file, text, dialect }: YamlOptions): Steps<FleetDocument> {
	const isForeign = dialect === 'foreign';
	const refuse = (message: string, fix: string): never => {
		throw new ConfigurationError([{ file, line: 1, column: 1, message, fix }]);
	};
	if (text.length > MAX_CHARACTERS) return refuse('the file is too large', 'Split the fleet');

	const composed = yield* composeInSteps(text, dialect);
	if (composed === null) return refuse('the file cannot be read as YAML', 'Nest it less deeply');
	const { document, index, lineCounter } = composed;
	const problemAt = (offset: number, finding: { readonly message: string; readonly fix: string }): Problem => {
		const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
		return { file, line: Math.max(line, 1), column: Math.max(col, 1), ...finding };
	};

	const syntax = firstPerLine(
		explainYamlErrors([...document.errors, ...(isForeign ? [] : document.warnings)], text).map(
			({ offset, message, fix }) => problemAt(offset, { message, fix }),
		),
	);
	const aliases = index.danglingAliases.map((offset) => problemAt(offset, DANGLING));
	const repeated = index.repeatedKeys.map(({ key, offset }) => problemAt(offset, repeatedKey(key)));
	const protos = index.protoKeys.map((offset) => problemAt(offset, PROTO_KEY));
	const merges = index.emptyMerges.map((offset) => problemAt(offset, EMPTY_MERGE));
	if (syntax.length + aliases.length + protos.length + merges.length > 0)
		throw new ConfigurationError([...syntax, ...aliases, ...repeated, ...protos, ...merges]);

	if (document.contents === null && !isForeign)
		return refuse('the file is empty', 'Write at least version, intended and devices');

	const { anchored } = index;
	const values = yield* withinStack(function* () {
		return { root: yield* yamlValues(composed, { maxAliasCount: MAX_ALIASES, anchored }) };
	});
	if (values === null) return refuse('the aliases (*…) of the file multiply without end', 'Write the values out');
	return { file, value: values.root, problems: repeated, ...placesIn(file, composed) };
}

/** Looks places up in a text that was read without a mistake. */
export function placesIn(file: string, { index, lineCounter }: ComposedYaml): DocumentPlaces {
	const place = (offset: number): Place => {
		const { line, col } = lineCounter.linePos(offset);
		return { file, line, column: col };
	};
	return {
		placeOf: (path) => place(index.find(path).value),
		placeOfKey: (path) => place(index.find(path).key),
		has: (path) => index.find(path).isComplete,
	};
}

/** One missing quote makes a parser stumble over the rest of the line. */
function firstPerLine(problems: readonly Problem[]): readonly Problem[] {
	return [...Map.groupBy(problems, ({ line }) => line).values()].flatMap((group) => group.slice(0, 1));
}

const DANGLING = {
	message: 'this alias (*…) has no anchor (&…) before it',
	fix: 'Set the anchor above the alias, or write the value out',
} as const;

const PROTO_KEY = { message: 'the key "__proto__" cannot be used', fix: 'Choose another name' } as const;

const EMPTY_MERGE = {
	message: 'there is no mapping beside "<<" to take over',
	fix: 'Write an alias (*…) of a mapping, or a list of them',
} as const;

function repeatedKey(key: string): { readonly message: string; readonly fix: string } {
	const shown = /^[\w.-]{1,64}$/.test(key) ? `the key "${key}"` : 'a key';
	return { message: `${shown} appears twice in one mapping`, fix: 'Remove one of the two, or rename it' };
}
