/** The key that every device shares: type 7 hides a password from a glance and from nobody else. */
const KEY = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';

/**
 * Reads a Cisco type 7 password: two decimal digits that say where in the key to begin, then the characters XORed with it.
 * The device picks another beginning whenever the password is entered, so that only the plain text can be compared.
 *
 * @returns null for what is no type 7 password
 *
 * @example decodeCiscoType7('0822455D0A16') //=> 'cisco'
 */
export function decodeCiscoType7(text: string): string | null {
	const match = /^(?<offset>0\d|1[0-5])(?<bytes>(?:[0-9A-F]{2})+)$/i.exec(text)?.groups;
	if (match === undefined) return null;
	const bytes = Buffer.from(match.bytes ?? '', 'hex');
	const offset = Number(match.offset);
	const plain = bytes.map((byte, index) => byte ^ KEY.charCodeAt((offset + index) % KEY.length));
	return isPrintable(plain) ? Buffer.from(plain).toString('latin1') : null;
}

/** A number that only looks like type 7 comes out as noise. */
function isPrintable(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte >= 0x20 && byte <= 0x7e);
}
