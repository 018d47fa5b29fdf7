import { describe, expect, it } from 'vitest';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import type { BlockRule } from '../../../src/domain/platform/syntax.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { prepareIntended } from '../../../src/use-cases/prepare-intended.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aPlatform } from '../../support/a-platform.ts';

const { syntax } = aPlatform();

/** The lines of a file in which a block begins that does not end. */
function linesOf(kind: Pick<BlockRule, 'prose' | 'key'>, behind = 'ntp x\nmtu 1500\n'): number {
	const blocks = [{ id: 'odd', start: /^odd$/, end: /^quit$/, ...kind }];
	const masks = compileMasks(aPlatform({ syntax: { ...syntax, blocks } }), { fingerprintKey: 'k' });
	return atOnce(prepareIntended(aFleetDevice(), `hostname a\nodd\n${behind}`, masks)).lines.length;
}

describe('prepareIntended', () => {
	it('reads a text and a key without their end, and what follows them', () => {
		expect([linesOf({ prose: true }), linesOf({ key: true })]).toEqual([4, 4]);
		expect([linesOf({ prose: true }, ''), linesOf({ key: true }, '')]).toEqual([2, 2]);
	});

	it('refuses a block that would take in all that follows', () => {
		expect(() => linesOf({})).toThrow('the odd that starts on line 2 never ends');
	});
});
