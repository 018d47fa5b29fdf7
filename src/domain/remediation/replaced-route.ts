/** Where to, and by which address, or which interface and which address in its network. */
interface Route {
	readonly to: string;
	readonly by: string;
}

/** A static route: what it is about, up to the first address; then its destination, its next hop and options. */
const ROUTE = /^(?<head>(?:ip(?:v6)? route(?:-static)?|route) (?:[^\s.:/]+ )*)(?=\S*[.:/])/;

/** Behind the destination, where it has no length of its own: `255.0.0.0`, and `8` of VRP and Comware. */
const MASK = /^(?:\d{1,3}|\d+\.[\d.]+)$/;
const ADDRESS = /^(?:\d+\.[\d.]+|[\da-f]*:[\da-f:.]*)(?:\/\d+)?$/i;

/** What is equal of all static routes to one place; null: the line is none. */
export function destinationOf(text: string): string | null {
	return routeOf(text)?.to ?? null;
}

/**
 * Whether a static route is to lead by another next hop. The device takes both for a while, and without the old one the session
 * may end in which the new one would be entered. Where nothing but the options differ, the new one takes the old one's place, and
 * taking that back would take away both.
 *
 * @param intended - the routes to the same place
 * @param discards - matches those that the device does not take beside others; one takes the place of another, as with options
 *
 * @example
 * ip route 0.0.0.0 0.0.0.0 192.0.2.9    with    ip route 0.0.0.0 0.0.0.0 192.0.2.1
 * //=> true
 */
export function isReplacedRoute(
	running: string,
	{ intended, discards }: { readonly intended: readonly string[]; readonly discards: RegExp | undefined },
): boolean {
	const route = routeOf(running);
	if (route === null) return false;
	if (discards !== undefined && [running, ...intended].some((text) => discards.test(text))) return false;
	return intended.length > 0 && !intended.some((text) => goTogether(routeOf(text)?.by ?? '', route.by));
}

function routeOf(text: string): Route | null {
	const head = ROUTE.exec(text)?.groups?.head;
	if (head === undefined) return null;
	const words = text.slice(head.length).split(' ');
	const hop = !words[0]?.includes('/') && MASK.test(words[1] ?? '') ? 2 : 1;
	const isThroughInterface = !ADDRESS.test(words[hop] ?? '') && ADDRESS.test(words[hop + 1] ?? '');
	const end = hop + (isThroughInterface ? 2 : 1);
	return { to: head + words.slice(0, hop).join(' '), by: words.slice(hop, end).join(' ') };
}

/** Whether taking one next hop back may take the other with it: an interface alone may stand for all routes through it. */
function goTogether(one: string, other: string): boolean {
	return `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);
}
