import type { XmlElement } from './xml-element.ts';

/**
 * What stands at a place of a document: names from the root on, at last perhaps `@attribute`. An element that holds text
 * alone gives its text, any other its markup. null: there is no such place.
 *
 * @example
 * findXml(readXml('<response status="error"/>'), '/response/@status') //=> 'error'
 */
export function findXml(root: XmlElement, place: string): string | null {
	const [names = '', attribute] = place.split('/@', 2);
	const element = findElement(root, names);
	if (element === null) return null;
	if (attribute !== undefined) return element.attribute(attribute);
	return element.children.length === 0 ? element.text : element.markup;
}

/** The element that stands at a place; null: there is none. */
export function findElement(root: XmlElement, place: string): XmlElement | null {
	const [first, ...rest] = place.split('/').slice(1);
	if (first !== root.name) return null;
	let element = root;
	for (const step of rest) {
		const next = element.children.find((child) => child.name === step);
		if (next === undefined) return null;
		element = next;
	}
	return element;
}
