import { describe, expect, it } from 'vitest';
import { warnOfDebugSwitches } from '../../../src/infrastructure/debug-switches.ts';

describe('warnOfDebugSwitches', () => {
	it.each([
		[{ NODE_DEBUG: 'net' }, 'NODE_DEBUG is set'],
		[{ DEBUG: '*' }, 'DEBUG is set'],
		[{ DEBUG: 'app simple-git' }, 'DEBUG is set'],
		[{ DEBUG: 'app,simple-git:task:*' }, 'DEBUG is set'],
		[{ DEBUG: 's*' }, 'DEBUG is set'],
	])('tells that %j prints secrets', (env, told) => {
		expect(warningsFor(env)).toEqual([expect.stringMatching(`^${told}: .*tokens among it`)]);
	});

	it('is silent where nothing is switched on', () => {
		expect(warningsFor({ FLEET_DEBUG: '1', DEBUG: '' })).toEqual([]);
	});

	it.each(['1', 'true', 'pw:api', 'app:*,-simple-git'])(
		'is silent about DEBUG=%s, which other programs read',
		(value) => {
			expect(warningsFor({ DEBUG: value })).toEqual([]);
		},
	);
});

function warningsFor(env: NodeJS.ProcessEnv): readonly string[] {
	const warnings: string[] = [];
	warnOfDebugSwitches(env, { warning: (message) => void warnings.push(message) });
	return warnings;
}
