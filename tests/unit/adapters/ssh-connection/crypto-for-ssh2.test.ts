import * as node from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as forSsh2 from '../../../../src/adapters/ssh-connection/crypto-for-ssh2.ts';

const key = Buffer.alloc(16, 7);
const iv = Buffer.alloc(12, 9);
const packet = Buffer.from('five packets of one session');

describe('crypto-for-ssh2', () => {
	it('encrypts and authenticates as Node does, whenever a key comes back', () => {
		const sealed = (
			{ createCipheriv, createHmac }: Pick<typeof forSsh2, 'createCipheriv' | 'createHmac'>,
			sealingKey: Buffer,
		): readonly string[] => {
			const cipher = createCipheriv('aes-128-gcm', sealingKey, iv) as node.CipherGCM;
			const text = Buffer.concat([cipher.update(packet), cipher.final()]);
			const mac = createHmac('sha256', sealingKey).update(packet).digest('hex');
			return [text.toString('hex'), cipher.getAuthTag().toString('hex'), mac];
		};
		const otherKey = Buffer.alloc(16, 8);

		for (const used of [key, otherKey, key, otherKey]) {
			expect(sealed(forSsh2, used)).toEqual(sealed(node, used));
		}
	});

	it('decrypts what Node has encrypted, and refuses what was touched', () => {
		const cipher = node.createCipheriv('aes-128-gcm', key, iv);
		const sealed = Buffer.concat([cipher.update(packet), cipher.final()]);
		const open = (text: Buffer): Buffer => {
			const decipher = forSsh2.createDecipheriv('aes-128-gcm', key, iv) as node.DecipherGCM;
			decipher.setAuthTag(cipher.getAuthTag());
			return Buffer.concat([decipher.update(text), decipher.final()]);
		};
		const touched = Buffer.from(sealed);
		touched.writeUInt8(touched.readUInt8(0) ^ 1, 0);

		expect(open(sealed)).toEqual(packet);
		expect(() => open(touched)).toThrow();
	});

	it('fills what it is asked to with random bytes, each given once, and nothing beside it', () => {
		const packets = Array.from({ length: 2_000 }, () => forSsh2.randomFillSync(Buffer.alloc(20), 5, 11));

		expect(
			packets.every((bytes) => bytes.subarray(0, 5).every((byte) => byte === 0) && bytes.readUInt32BE(16) === 0),
		).toBe(true);
		expect(new Set(packets.map((bytes) => bytes.toString('hex', 5, 16))).size).toBe(packets.length);
		expect(new Set(packets.flatMap((bytes) => [...bytes.subarray(5, 16)])).size).toBe(256);
	});

	it('fills other amounts as Node does', () => {
		expect(forSsh2.randomFillSync(Buffer.alloc(64)).every((byte) => byte === 0)).toBe(false);
		expect(forSsh2.randomFillSync(Buffer.alloc(16)).every((byte) => byte === 0)).toBe(false);
		expect(forSsh2.randomFillSync(new Uint32Array(4), 1, 2)[0]).toBe(0);
		expect(() => forSsh2.randomFillSync(Buffer.alloc(8), 4, 8)).toThrow(RangeError);
	});

	it('takes other keys as Node does, and has all else that Node has', () => {
		const asText = forSsh2.createHmac('sha256', 'a key in letters').update(packet).digest('hex');

		expect(asText).toBe(node.createHmac('sha256', 'a key in letters').update(packet).digest('hex'));
		expect(forSsh2.createHash).toBe(node.createHash);
	});
});
