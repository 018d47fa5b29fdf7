import { createHash } from 'node:crypto';

/**
 * The first hexadecimal digits of a text's SHA-256: an identity for what was written, in markers, names and reports. Never of a
 * secret: a digest without a key lets people try out passwords against it.
 */
export function digest(text: string, digits = 16): string {
	return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
