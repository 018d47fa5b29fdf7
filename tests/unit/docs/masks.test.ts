import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../src/domain/compare/calculate-diff.ts';
import { maskContent } from '../../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { loadFleet } from '../../../src/settings/load-fleet.ts';
import { codeBlocks, readFile } from '../../support/docs/documents.ts';
import { platformOf } from '../../support/platform-of.ts';

const blocks = codeBlocks({ path: 'docs/masks.md', text: readFile('docs/masks.md') });
const ios = platformOf('cisco_ios');

describe('docs/masks.md', () => {
	it('shows masks that do what it says', () => {
		const text = blocks.find(({ language }) => language === 'yaml')?.code ?? '';
		const env = { FLEET_USERNAME: 'audit', FLEET_PASSWORD: 'correct horse' };
		const { fleet } = loadFleet({ file: 'fleet.yml', text, env, today: '2026-11-23', platforms });
		const masks = compileMasks(ios, { userMasks: fleet.masks, fingerprintKey: 'key of the example' });

		const config = 'wan counter 17\nip sla 1\n tag probe-42\ntag probe-42\nportal shared-key hunter2 ttl 60\n';
		const masked = maskContent(config, masks).text;

		expect(masked.replace(/<secret:[0-9a-f]{6}>/, '<secret:…>')).toBe(
			'ip sla 1\n tag probe-<volatile>\ntag probe-42\nportal shared-key <secret:…> ttl 60\n',
		);
	});

	it('shows placeholders that equal any secret', () => {
		const lines =
			blocks
				.find(({ code }) => code.startsWith('enable secret'))
				?.code.trimEnd()
				.split('\n') ?? [];
		const masks = compileMasks(ios, { fingerprintKey: 'key of the example' });

		expect(lines).toHaveLength(4);
		for (const line of lines) {
			expect(calculateDiff('enable secret 9 $9$real$secret\n', `${line}\n`, masks).changes, line).toEqual([]);
			expect(calculateDiff(`${line}\n`, 'enable secret 9 $9$real$secret\n', masks).changes, line).not.toEqual([]);
		}
	});
});
