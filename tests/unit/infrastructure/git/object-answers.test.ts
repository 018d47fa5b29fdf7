import { describe, expect, it } from 'vitest';
import { ObjectAnswers } from '../../../../src/infrastructure/git/object-answers.ts';

const PRINTED = Buffer.from('aa blob 12\nline\nZürich\nbb missing\ncc blob 0\n\ndd commit 3\na\n\n\n');

describe('ObjectAnswers', () => {
	it.each([1, 2, 7, PRINTED.length])('takes answers apart that come %i bytes at a time', (size) => {
		const answers = new ObjectAnswers('contents');

		const taken = Array.from({ length: Math.ceil(PRINTED.length / size) }, (_, index) => [
			...answers.take(PRINTED.subarray(index * size, (index + 1) * size)),
		]).flat();

		expect(taken.map(({ type, sizeBytes, content }) => [type, sizeBytes, content.toString()])).toEqual([
			['blob', 12, 'line\nZürich'],
			['missing', 0, ''],
			['blob', 0, ''],
			['commit', 3, 'a\n\n'],
		]);
	});

	it('knows that sizes come without contents', () => {
		const answers = new ObjectAnswers('sizes');

		const taken = [...answers.take(Buffer.from('aa blob 12\nbb missing\ncc tree 3\n'))];

		expect(taken.map(({ type, sizeBytes }) => [type, sizeBytes])).toEqual([
			['blob', 12],
			['missing', 0],
			['tree', 3],
		]);
	});
});
