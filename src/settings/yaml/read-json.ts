import type { Steps } from '../../domain/steps.ts';
import { holds } from './collection-at.ts';
import { composeYaml, withinStack } from './compose-yaml.ts';
import { type DocumentPlaces, type FleetDocument, MAX_CHARACTERS, placesIn } from './fleet-document.ts';
import type { Path } from './yaml-index.ts';

/** What YAML reads in a way of its own, or not at all. */
const ODD = /[\t\u007F-\u009F\u2028\u2029\uFEFF]|"(?:<<|__proto__)"/;

/** What stands between the strings of a JSON text, blanks alone. */
const STRING_OR_BLANKS = /("(?:[^"\\]|\\.)*")|[ \n\r]+/g;

/**
 * Reads a fleet.yml that is written as JSON, as programs write them. JSON is YAML, but YAML's nodes are many times the size of
 * the text and take many times as long. They are made when somebody asks where a value stands: who made no mistake never does.
 *
 * @returns null: it is no JSON, or another text than its values would be written as. A key that stands twice is one, and
 * then the whole has to be read as YAML
 */
export function* readJson({
	file,
	text,
}: {
	readonly file: string;
	readonly text: string;
}): Steps<FleetDocument | null> {
	if (!/^[ \n\r]*\{/.test(text) || text.length > MAX_CHARACTERS || ODD.test(text)) return null;
	const parsed = parse(text);
	if (parsed === null) return null;
	yield;
	const isAsWritten = yield* withinStack(function* () {
		const written = JSON.stringify(parsed.value);
		yield;
		return written === text.replace(STRING_OR_BLANKS, '$1');
	});
	if (isAsWritten !== true) return null;
	return { file, value: parsed.value, problems: [], ...placesWhenAsked(file, text, parsed.value) };
}

function parse(text: string): { readonly value: unknown } | null {
	try {
		return { value: JSON.parse(text) };
	} catch {
		// It may be YAML, and whoever reads that knows what is wrong with it.
		return null;
	}
}

function placesWhenAsked(file: string, text: string, root: unknown): DocumentPlaces {
	let places: DocumentPlaces | null = null;
	const find = (which: 'placeOf' | 'placeOfKey', path: Path): ReturnType<DocumentPlaces['placeOf']> => {
		const composed = places === null ? composeYaml(text, 'fleet') : null;
		if (composed !== null) places = placesIn(file, composed);
		return places?.[which](path) ?? { file, line: 1, column: 1 };
	};
	return {
		placeOf: (path) => find('placeOf', path),
		placeOfKey: (path) => find('placeOfKey', path),
		has: (path) => holds(root, path),
	};
}
