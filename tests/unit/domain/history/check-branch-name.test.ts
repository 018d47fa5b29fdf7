import { describe, expect, it } from 'vitest';
import { checkBranchName } from '../../../../src/domain/history/check-branch-name.ts';

describe('checkBranchName', () => {
	it.each(['drift-results', 'fleet/drift.results', 'a_1', 'HEADS', 'my/refs/x'])('takes %s', (branch) => {
		expect(() => checkBranchName(branch)).not.toThrow();
	});

	it.each([
		'',
		'-x',
		'--force',
		'a..b',
		'/a',
		'a/',
		'a//b',
		'.a',
		'a.lock',
		'a.',
		'a b',
		'a:b',
		'a*',
		'a~1',
		'a\n',
		'@{u}',
		'HEAD',
		'FETCH_HEAD',
		'refs/heads/drift-results',
	])('refuses %j', (branch) => {
		expect(() => checkBranchName(branch)).toThrow(/cannot be the results branch/u);
	});
});
