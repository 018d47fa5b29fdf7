import { describe, expect, it } from 'vitest';
import { makeTemporary } from '../../../src/infrastructure/make-temporary.ts';

describe('makeTemporary', () => {
	it.each([
		['/proc/nope', 'ENOENT'],
		['/dev/null', 'ENOTDIR'],
	])('says what to do where none can be made: %s', async (parent, code) => {
		await expect(makeTemporary(parent, 'x-')).rejects.toMatchObject({
			code: 'ERR_CONFIGURATION',
			message: expect.stringMatching(
				new RegExp(`^no temporary folder can be made in ${parent} \\(${code}\\)\\. Set TMPDIR`, 'u'),
			),
		});
	});
});
