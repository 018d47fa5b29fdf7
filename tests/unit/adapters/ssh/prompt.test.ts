import { describe, expect, it } from 'vitest';
import { promptOf } from '../../../../src/adapters/ssh/prompt.ts';

describe('promptOf', () => {
	it.each([
		['R1#', 'R1#', true],
		['R1#', 'R1# ', true],
		['R1# ', 'R1#', true],
		['R1#', 'R10#', false],
		['R1#', 'XR1#', false],
		['R1#', 'R1#show version', false],
		['R1#', 'R1(config)#', false],
		['R1#', '<noc@example.com>', false],
		['r.1#', 'rx1#', false],
		['RP/0/RP0/CPU0:core-1#', 'RP/0/RP0/CPU0:core-1#', true],
		['A:pe-1#', '*A:pe-1#', true],
		['*A:pe-1#', 'A:pe-1#', true],
		['edge.7 # ', 'edge.8 # ', true],
		['* edge.7 # ', 'edge.8 # ', true],
		['edge.7 # ', 'core.8 # ', false],
		['edge.7#', 'edge.8#', false],
		['edge.7 #', 'edge. #', false],
		['edge. #', 'edge.7 #', false],
		['R1>', 'R1#', false],
		['leaf-1.16:14:25#', 'leaf-1.16:14:31#', true],
		['leaf-1.16:14:25#', 'leaf-2.16:14:25#', false],
		['! * edge.7 # ', 'edge.8 # ', true],
	])('learnt as %o, it takes %o: %o', (learnt, line, same) => {
		expect(promptOf(learnt).matches(line)).toBe(same);
	});
});
