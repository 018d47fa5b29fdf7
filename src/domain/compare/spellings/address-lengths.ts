import { bitsOf } from './ipv4-bits.ts';

const IPV4 = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';
const ADDRESS_AND_MASK = new RegExp(`(?<=^|\\s)(${IPV4}) (${IPV4})(?=\\s|$)`, 'g');

/** `10.0.0.1 255.255.255.0` as `10.0.0.1/24`. */
export function withLengths(text: string): string {
	return text
		.replaceAll(MASK_BEHIND_SLASH, ' ')
		.replaceAll(ADDRESS_AND_MASK, withPrefixLength)
		.replace(FIRST_ADDRESS, (whole: string, address: string, length?: string) =>
			length === undefined ? whole : `${address}/${length}`,
		);
}

const MASK_BEHIND_SLASH = new RegExp(`(?<=(?:^|\\s)${IPV4})/(?=${IPV4}(?:\\s|$))`, 'g');

/** What stands behind an address further on is no length: `10.0.0.0/8 192.0.2.1 20` ends with the distance of a route. */
const FIRST_ADDRESS = new RegExp(`(?<=^|\\s)(${IPV4})(?: (3[0-2]|[12]?\\d))?(?=[\\s/]|$)`);

/** `10.0.0.1/24` as `10.0.0.0/24`: where only the network counts. Addresses of IPv6 have all their groups here. */
export function withoutHosts(text: string): string {
	return text.replaceAll(WITH_LENGTH, withoutHost).replaceAll(IPV6_WITH_LENGTH, withoutHost6);
}

const WITH_LENGTH = new RegExp(`(?<=^|\\s)(${IPV4})/(3[0-2]|[12]?\\d)(?=\\s|$)`, 'g');

function withoutHost(_: string, address: string, length: string): string {
	// Shifting by 32 shifts by nothing.
	const hostBits = length === '0' ? -1 : 2 ** (32 - Number(length)) - 1;
	return `${networkOf(address, hostBits)}/${length}`;
}

const IPV6_WITH_LENGTH = /(?<=^|\s)((?:[\da-f]{1,4}:){7}[\da-f]{1,4})\/(\d{1,3})(?=\s|$)/g;

function withoutHost6(_: string, address: string, length: string): string {
	const groups = address.split(':').map((group, at) => {
		const free = Math.min(16, Math.max(0, 16 * (at + 1) - Number(length)));
		return (Number.parseInt(group, 16) & (0xffff << free)).toString(16);
	});
	return `${groups.join(':')}/${length}`;
}

/**
 * `10.0.0.0 0.0.0.255` as `10.0.0.0/24`, `host 10.0.0.1` as `10.0.0.1/32`, `host 2001:db8::1` as `2001:db8::1/128`, and all
 * addresses as `any`.
 */
export function withoutWildcards(text: string): string {
	const hosts = text.includes('host ') ? text.replaceAll(HOST, '$1/32').replaceAll(HOST_OF_IPV6, '$1/128') : text;
	const lengths = hosts.replaceAll(ADDRESS_AND_MASK, (whole, address: string, wildcard: string) => {
		const bits = bitsOf(wildcard);
		return bits === null ? whole : withLength(whole, networkOf(address, bits), bits);
	});
	return lengths.includes('/0') ? lengths.replaceAll(ALL_ADDRESSES, 'any') : lengths;
}

/** `10.0.3.7 255.255.255.0` as `0.0.0.7 255.255.255.0`: under a wildcard that is no length, too, some bits do not count. */
export function withoutFreeBits(text: string): string {
	return text.replaceAll(ADDRESS_AND_MASK, (whole, address: string, wildcard: string) => {
		const bits = bitsOf(wildcard);
		return bits === null || bitsOf(address) === null ? whole : `${networkOf(address, bits)} ${wildcard}`;
	});
}

const HOST = new RegExp(`(?<=^|\\s)host (${IPV4})(?=\\s|$)`, 'g');

/** With two colons side by side or eight groups: what has fewer is a MAC address. */
const HOST_OF_IPV6 = /(?<=^|\s)host ([\da-f:]*::[\da-f:]*|[\da-f]{1,4}(?::[\da-f]{1,4}){7})(?=\s|$)/gi;

const ALL_ADDRESSES = /(?<= )0\.0\.0\.0\/0(?= |$)/g;

function withPrefixLength(whole: string, address: string, mask: string): string {
	const bits = bitsOf(mask);
	return bits === null ? whole : withLength(whole, address, ~bits);
}

/** @param hostBits - the bits that a mask leaves free; it is none where they are not all zeros and then all ones */
function withLength(whole: string, address: string, hostBits: number): string {
	return (hostBits & (hostBits + 1)) === 0 ? `${address}/${Math.clz32(hostBits)}` : whole;
}

/** What is left of an address under a wildcard: which host of the network it names says nothing. */
function networkOf(address: string, hostBits: number): string {
	if (hostBits === 0) return address;
	const bits = (bitsOf(address) ?? 0) & ~hostBits;
	return `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;
}
