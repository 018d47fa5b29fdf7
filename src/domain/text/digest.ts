import { createHash } from 'node:crypto';

/**
 * The first hexadecimal digits of a text's SHA-256: an identity for what was written, in markers, names and reports. Never of a
 * secret: a digest without a key lets people try out passwords against it.
 */
export function digest(text: string, digits = 16): string {
	return new GrowingDigest().add(text).end(digits);
}

/** The same of a text that comes in pieces, none of which ends within a character. */
export class GrowingDigest {
	readonly #hash = createHash('sha256');

	add(piece: string): this {
		this.#hash.update(piece);
		return this;
	}

	end(digits = 16): string {
		return this.#hash.digest('hex').slice(0, digits);
	}
}
