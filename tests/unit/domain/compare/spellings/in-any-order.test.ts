import { describe, expect, it } from 'vitest';
import { inAnyOrder } from '../../../../../src/domain/compare/spellings/in-any-order.ts';

const options = {
	kind: 'sorted',
	pattern: /^(?<head>ntp server \S+ )(?<values>.+)(?<tail>)$/,
	valued: /^(?:key|version)$/,
	source: 'test',
} as const;

describe('inAnyOrder', () => {
	it('keeps a value with its option', () => {
		expect(inAnyOrder('ntp server a version 3 prefer key 1', options)).toBe('ntp server a key 1 prefer version 3');
		expect(inAnyOrder('ntp server a version 1 prefer key 3', options)).toBe('ntp server a key 3 prefer version 1');
	});

	it('takes a value that is called like an option for a value', () => {
		expect(inAnyOrder('ntp server a key version prefer', options)).toBe('ntp server a key version prefer');
		expect(inAnyOrder('ntp server a key version burst', options)).toBe('ntp server a burst key version');
	});

	it('leaves another line as it is', () => {
		expect(inAnyOrder('ntp peer b a', options)).toBe('ntp peer b a');
	});
});
