import { describe, expect, it } from 'vitest';
import { adoptConfig } from '../../../../src/domain/adopt/adopt-config.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { platformOf } from '../../../support/platform-of.ts';

/** Of processor time: to go through the whole config once for each of its sections takes half a minute. */
const HANG_GUARD_MS = 10_000;
const INTERFACES = 1_500;

describe('adoptConfig, where every section differs', { timeout: 120_000 }, () => {
	it('does not go through all of them for each', () => {
		const text = (value: string): string =>
			Array.from({ length: INTERFACES }, (_, n) => `interface Gi1/0/${n}\n description ${value}${n}\n`).join('');
		const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'test' });
		const running = prepareConfig(`${text('running')}line vty 0 4\n login local\n`, masks);

		const cpuMs = cpuTime();
		const { adopted, refused } = adoptConfig({ text: `${text('intended')}line vty 0 4\n`, running, masks });

		expect(refused).toEqual([]);
		expect(adopted).toHaveLength(INTERFACES + 1);
		expect(cpuMs()).toBeLessThan(HANG_GUARD_MS);
	});
});
