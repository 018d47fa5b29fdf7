import { isUtf8 } from 'node:buffer';

/**
 * Devices say nowhere what their text is encoded in: a line that is not UTF-8 is taken as latin1, so that no byte is lost, and
 * so that one old comment does not change how all others read.
 */
export function decode(bytes: Buffer): string {
	if (isUtf8(bytes)) return bytes.toString('utf8');
	return bytes.toString('latin1').split('\n').map(decodeLine).join('\n');
}

function decodeLine(latin1: string): string {
	const bytes = Buffer.from(latin1, 'latin1');
	return isUtf8(bytes) ? bytes.toString('utf8') : latin1;
}
