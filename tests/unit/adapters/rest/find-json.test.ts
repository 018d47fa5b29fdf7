import { expect, it } from 'vitest';
import { findJson } from '../../../../src/adapters/rest/find-json.ts';

const root = { result: [{}, { output: 'end\n' }], 'a/b': { '~c': 5 }, none: null, no: false, empty: '' };

it.each([
	['/result/1/output', 'end\n'],
	['/result/2/output', null],
	['/result/length', null],
	['/a~1b/~0c', '5'],
	['/none', null],
	['/no', 'false'],
	['/empty', ''],
	['/constructor', null],
	['/result/1', '{\n  "output": "end\\n"\n}'],
])('finds what stands at %s', (pointer, found) => {
	expect(findJson(root, pointer)).toBe(found);
});
