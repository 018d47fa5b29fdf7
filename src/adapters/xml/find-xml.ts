import type { XmlElement } from './xml-element.ts';

/**
 * What stands at a place of a document: names from the root on, at last perhaps `@attribute`. An element that holds text
 * alone gives its text, any other its markup. null: there is no such place.
 *
 * @example
 * findXml(readXml('<response status="error"/>'), '/response/@status') //=> 'error'
 */
export function findXml(root: XmlElement, place: string): string | null {
	const [first, ...rest] = place.split('/').slice(1);
	if (first !== root.name) return null;
	let element = root;
	for (const step of rest) {
		if (step.startsWith('@')) return element.attribute(step.slice(1));
		const next = element.children.find((child) => child.name === step);
		if (next === undefined) return null;
		element = next;
	}
	return element.children.length === 0 ? element.text : element.markup;
}
