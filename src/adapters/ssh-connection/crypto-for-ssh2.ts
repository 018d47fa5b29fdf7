/**
 * What ssh2 is given for `crypto` in the bundle: Node's own, except that a key is made an object once and not once per packet,
 * and that random bytes for padding are fetched many at a time.
 *
 * AES-GCM takes a new cipher for every packet (RFC 5647), and so does every MAC. ssh2 hands over its keys as bytes, and Node
 * 24 finds out that bytes are no `KeyObject` by two exceptions that it catches: two thirds of what a small packet costs.
 * docs/adr/0015 has the figures.
 */
import * as node from 'node:crypto';
import type { TransformOptions } from 'node:stream';

// What is exported below goes before what is named here.
export * from 'node:crypto';

// A packet makes a few of these, so parameters are named: collecting and spreading them would take arrays and iterators.

/** As of Node, with the key as an object. */
export function createCipheriv(
	algorithm: string,
	key: node.CipherKey,
	iv: node.BinaryLike | null,
	options?: TransformOptions,
): node.Cipheriv {
	return node.createCipheriv(algorithm, asObject(key), iv, options);
}

/** As of Node, with the key as an object. */
export function createDecipheriv(
	algorithm: string,
	key: node.CipherKey,
	iv: node.BinaryLike | null,
	options?: TransformOptions,
): node.Decipheriv {
	return node.createDecipheriv(algorithm, asObject(key), iv, options);
}

/** As of Node, with the key as an object. */
export function createHmac(
	algorithm: string,
	key: node.BinaryLike | node.KeyObject,
	options?: TransformOptions,
): node.Hmac {
	return node.createHmac(algorithm, asObject(key), options);
}

/** Random bytes that nobody has been given yet, from `given` on. */
const pool = new Uint8Array(4_096);
let given = pool.length;

/** The most that is taken out of the pool: the padding of a packet, of which each has a few bytes of its own. */
const POOLED_BYTES = 32;

/** As of Node; a few bytes come from the pool. */
export function randomFillSync<View extends NodeJS.ArrayBufferView>(
	view: View,
	offset = 0,
	size = view.byteLength - offset,
): View {
	if (!(view instanceof Uint8Array) || size > POOLED_BYTES) return node.randomFillSync(view, offset, size);
	if (given + size > pool.length) {
		node.randomFillSync(pool);
		given = 0;
	}
	view.set(pool.subarray(given, given + size), offset);
	given += size;
	return view;
}

/** ssh2 derives a key's bytes once per session and never writes to them again, so the buffer stands for the key. */
const objects = new WeakMap<object, node.KeyObject>();

function asObject<Key extends node.CipherKey>(key: Key): Key | node.KeyObject {
	if (!Buffer.isBuffer(key)) return key;
	const known = objects.get(key);
	if (known !== undefined) return known;
	const made = node.createSecretKey(key);
	objects.set(key, made);
	return made;
}
