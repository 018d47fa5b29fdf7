import { bitsOf } from './ipv4-bits.ts';

/**
 * Leaves out the network of an address where it follows from the address and its length.
 *
 * @param pattern - with the groups `said` (what is left out), `address`, `length` and `network`
 *
 * @example
 * add address=192.0.2.1/24 interface=lan network=192.0.2.0
 * //=> add address=192.0.2.1/24 interface=lan
 */
export function withoutOwnNetwork(text: string, pattern: RegExp): string {
	const { said = '', address = '', length = '', network = '' } = pattern.exec(text)?.groups ?? {};
	const [one, other] = [bitsOf(address), bitsOf(network)];
	if (said === '' || one === null || other === null || Number(length) > 32) return text;
	// Shifting by 32 shifts by nothing.
	const mask = Number(length) === 0 ? 0 : -1 << (32 - Number(length));
	return (one & mask) === other ? text.replace(said, '') : text;
}
