import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { OpeningWords } from '../../../../src/adapters/ssh-connection/opening-words.ts';

/** What is told of a server that says this, piece by piece. */
async function toldOf(...pieces: readonly (string | Buffer)[]): Promise<string | null> {
	const socket = new PassThrough();
	const words = new OpeningWords(socket);
	for (const piece of pieces) {
		socket.write(piece);
		await new Promise(setImmediate);
	}
	return words.describe();
}

describe('OpeningWords', () => {
	it('has nothing to tell of a server that speaks SSH, however much it says before and however that comes', async () => {
		expect(await toldOf('SSH-2.0-device\r\n')).toBeNull();
		expect(await toldOf('S', 'SH-2.0-device\r\n')).toBeNull();
		expect(await toldOf(`${'Authorised staff only\r\n'.repeat(100)}SS`, 'H-2.0-device\r\n')).toBeNull();
	});

	it('tells what it says in place of it', async () => {
		expect(await toldOf('Too many ', 'sessions\r\n')).toBe('"Too many sessions"');
		expect(await toldOf('this is not SSH-2.0\r\n')).toBe('"this is not SSH-2.0"');
		expect(await toldOf()).toBe('');
	});

	it('tells words of every alphabet, however they come, and nothing of what Telnet negotiates', async () => {
		const greeting = Buffer.from('Grüße von süd\r\n');
		const options = Buffer.from([0xff, 0xfb, 0x01, 0xff, 0xfd, 0x20, 0xff, 0xfd, 0x27]);

		expect(await toldOf(options, 'Username: ')).toBe('"Username:"');
		expect(await toldOf(greeting.subarray(0, 3), greeting.subarray(3))).toBe('"Grüße von süd"');
		expect(await toldOf(Buffer.from('Kennwort für alle\r\n', 'latin1'))).toBe('"Kennwort alle"');
	});
});
