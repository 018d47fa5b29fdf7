import { describe, expect, it } from 'vitest';
import { joinContinued } from '../../../../src/domain/config/continued-lines.ts';

describe('joinContinued', () => {
	it('joins wrapped lines and keeps the number of the first', () => {
		const printed = [
			'/ip address',
			'add address=192.0.2.1/24 network=\\',
			'    192.0.2.0',
			'add address=\\',
			'\ta\\',
			'  b',
		];

		const { lines, numbers } = joinContinued(printed, '\\');

		expect(lines).toEqual(['/ip address', 'add address=192.0.2.1/24 network=192.0.2.0', 'add address=ab']);
		expect(numbers).toEqual([1, 2, 4]);
	});

	it('keeps a blank that stands in front of the mark', () => {
		expect(joinContinued(['add comment="two \\', '    words"'], '\\').lines).toEqual(['add comment="two words"']);
	});

	it('leaves the mark on a last line, so that a cut is seen', () => {
		expect(joinContinued(['add network=\\'], '\\').lines).toEqual(['add network=\\']);
	});

	it('changes nothing where lines are not continued', () => {
		const printed = ['banner \\', ' x'];

		expect(joinContinued(printed, undefined)).toEqual({ lines: printed, numbers: null });
	});
});
