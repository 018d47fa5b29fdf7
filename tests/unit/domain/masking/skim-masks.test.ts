import { describe, expect, it } from 'vitest';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { skimInSteps } from '../../../../src/domain/masking/skim-masks.ts';
import { skimMasks } from '../../../support/at-once.ts';
import { platformOf } from '../../../support/platform-of.ts';

describe('skimInSteps', () => {
	it('lets others have their turn before each section that it reads', () => {
		const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'test' });
		const text = `hostname a\n${'username anna secret 9 $9$fictive\nvlan 7\n'.repeat(50)}end\n`;
		const read = skimMasks(text, masks)?.read.length ?? 0;

		expect(read).toBeGreaterThanOrEqual(50);
		expect([...skimInSteps(text, masks)].length).toBeGreaterThanOrEqual(50);
	});
});
