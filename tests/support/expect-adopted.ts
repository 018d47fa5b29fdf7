import { expect } from 'vitest';
import { adoptConfig } from '../../src/domain/adopt/adopt-config.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { differences } from './compare-texts.ts';
import { platformOf } from './platform-of.ts';

/** Each device is adopted into each file without anything refused, and nothing differs after that. */
export function expectAdopted(
	name: string,
	{ files, devices }: { readonly files: readonly string[]; readonly devices: readonly string[] },
): void {
	const platform = platformOf(name);
	const masks = compileMasks(platform, { fingerprintKey: 'test' });
	for (const file of files) {
		for (const device of devices) {
			const { text, refused } = adoptConfig({ text: file, running: prepareConfig(device, masks), masks });

			expect(refused).toEqual([]);
			expect(differences({ platform, intended: text, running: device }), text).toEqual([]);
		}
	}
}
