/** A static route: what it is about, up to the first address; then its destination, its next hop and options. */
const ROUTE = /^(?<head>(?:ip(?:v6)? route(?:-static)?|route) (?:[^\s.:/]+ )*)(?=\S*[.:/])/;

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
 *
 * @example
 * ip route 0.0.0.0 0.0.0.0 192.0.2.9    with    ip route 0.0.0.0 0.0.0.0 192.0.2.1
 * //=> true
 */
export function isReplacedRoute(running: string, intended: readonly string[]): boolean {
	const route = routeOf(running);
	if (route === null) return false;
	return intended.length > 0 && intended.every((text) => routeOf(text)?.by !== route.by);
}

function routeOf(text: string): { readonly to: string; readonly by: string } | null {
	const head = ROUTE.exec(text)?.groups?.head;
	if (head === undefined) return null;
	const words = text.slice(head.length).split(' ');
	const end = words.findIndex((word) => !ADDRESS.test(word));
	const addresses = end === -1 ? words : words.slice(0, end);
	return { to: head + addresses.slice(0, -1).join(' '), by: addresses.at(-1) ?? '' };
}
