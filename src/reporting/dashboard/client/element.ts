/** Attributes of an element; `null` leaves one out. */
type Attributes = Readonly<Record<string, string | number | null>>;

type Child = Node | string;

/** A new HTML element. Texts become text nodes: nothing on this page is ever parsed as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	return filled(document.createElement(name), attributes, children);
}

/** A new SVG element. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly Child[]
): SVGElementTagNameMap[Name] {
	return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/** The element with this id. The renderer writes all of them, so one that is missing is a defect. */
export function byId<Type extends Element>(id: string, type: abstract new () => Type): Type {
	const found = document.getElementById(id);
	if (found instanceof type) return found;
	throw new Error(`the page has no ${id}`);
}

function filled<Type extends Element>(target: Type, attributes: Attributes, children: readonly Child[]): Type {
	for (const [name, value] of Object.entries(attributes)) if (value !== null) target.setAttribute(name, String(value));
	target.append(...children);
	return target;
}
