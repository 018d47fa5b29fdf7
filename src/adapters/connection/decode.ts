import { isUtf8 } from 'node:buffer';

/** Devices say nowhere what their text is encoded in: what is not UTF-8 is taken as latin1, so that no byte is lost. */
export function decode(bytes: Buffer): string {
	return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
