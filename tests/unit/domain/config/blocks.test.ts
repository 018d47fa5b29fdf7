import { describe, expect, it } from 'vitest';
import { findUnclosedBlock } from '../../../../src/domain/config/blocks.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { aPlatform } from '../../../support/a-platform.ts';

const unclosed = (text: string): string | null => {
	const found = findUnclosedBlock(scanLines(text, aPlatform().syntax));
	return found === null ? null : `${found.block.id} on line ${found.line.number}`;
};

describe('findUnclosedBlock', () => {
	it.each([
		'',
		'hostname a\n',
		'banner motd #\nhello\n#\n',
		'banner motd #\n#\n',
		'banner motd #\nhello\n#\nend\n',
		'banner motd #hello#\n',
		'key\n 3082\n quit\n',
	])('finds none in %j', (text) => {
		expect(unclosed(text)).toBeNull();
	});

	it.each([
		['banner motd #\n', 'banner on line 1'],
		['key\n 3082\n', 'key on line 1'],
		['banner motd #\nx\n#\nkey\n', 'key on line 4'],
	])('names the block that swallows the rest of %j', (text, block) => {
		expect(unclosed(text)).toBe(block);
	});
});
