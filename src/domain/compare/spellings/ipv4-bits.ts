/** The 32 bits of a dotted address; null where an octet is too large. */
export function bitsOf(dotted: string): number | null {
	let bits = 0;
	let octet = 0;
	for (let at = 0; at <= dotted.length; at += 1) {
		const digit = dotted.charCodeAt(at) - ZERO;
		if (digit >= 0) octet = octet * 10 + digit;
		else {
			if (octet > 255) return null;
			bits = (bits << 8) | octet;
			octet = 0;
		}
	}
	return bits;
}

const ZERO = 0x30;
