import { isChosenName } from './chosen-names.ts';

/** Addresses of IPv6 as RFC 5952 writes them. A MAC address, a clock and a BGP community have other numbers of groups. */
export function withShortAddresses(text: string): string {
	if (!text.includes(':')) return text;
	return text.replaceAll(IPV6, (found, at: number) => (isChosenName(text, at) ? found : shortened(found)));
}

/** `00:1C:73:AA:BB:CC` and `001C.73AA.BBCC` are one address: 48 bits, however they are grouped. */
export function withPlainMacs(text: string): string {
	if (!PART_OF_MAC.test(text)) return text;
	return text.replaceAll(MAC, (found, at: number) =>
		isChosenName(text, at) ? found : found.replaceAll(/[.:-]/g, '').toLowerCase(),
	);
}

/** Behind a blank, or as the value of a property: what else stands behind `=` may be a name, which has a case. */
const MAC =
	/(?<=^|\s|mac-address=|admin-mac=)(?:[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(?:[.-][0-9A-Fa-f]{4}){2})(?=\s|$)/g;

/** Found, or not, in a fraction of the time: a line has many places where a word begins, and few with such a group. */
export const PART_OF_MAC = /[:-][0-9A-Fa-f]{2}[:-]|[.-][0-9A-Fa-f]{4}[.-]/;

const IPV6 = /(?<=^|[\s[(=])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?=$|[\s/\]);])/g;

function shortened(address: string): string {
	const parts = address.split('::');
	if (parts.length > 2) return address;
	const groupsOf = (part = ''): readonly string[] => (part === '' ? [] : part.split(':'));
	const [head, tail] = [groupsOf(parts[0]), groupsOf(parts[1])];
	const gap = parts.length === 1 ? 0 : 8 - head.length - tail.length;
	const groups = [...head, ...Array<string>(gap).fill('0'), ...tail];
	if (groups.length !== 8 || groups.includes('')) return address;
	return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
