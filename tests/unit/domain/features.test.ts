import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../../src/domain/compare/calculate-diff.ts';
import { comparableTrees } from '../../../src/domain/compare/comparable-trees.ts';
import { prepareConfig } from '../../../src/domain/config/prepare-config.ts';
import { assessFeatures, type FeatureCompliance } from '../../../src/domain/features/assess-features.ts';
import type { Feature } from '../../../src/domain/features/feature.ts';
import { summariseFeatures } from '../../../src/domain/features/summarise-features.ts';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import { platformOf } from '../../support/platform-of.ts';
import { aDevice } from '../../support/report-fixtures.ts';

const FEATURES: readonly Feature[] = [
	{ name: 'ntp', within: [], pattern: /^ntp /, ordered: null },
	{ name: 'bgp', within: [/^router bgp /], pattern: null, ordered: null },
	{ name: 'uplinks', within: [/^interface Te/], pattern: /^description /, ordered: null },
	{ name: 'edge', within: [/^ip access-list /], pattern: null, ordered: null },
	{ name: 'aaa', within: [], pattern: /^aaa /, ordered: true },
];

function assess(
	intended: string,
	running: string,
	{ platform: name = 'cisco_ios', features = FEATURES }: { platform?: string; features?: readonly Feature[] } = {},
): readonly FeatureCompliance[] {
	const platform = platformOf(name);
	const masks = compileMasks(platform, { fingerprintKey: 'test' });
	const configs = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };
	const { changes } = compareConfigs(configs, masks);
	return assessFeatures(features, { ...comparableTrees(configs, platform), changes });
}

const names = (found: readonly FeatureCompliance[], compliant: boolean): readonly string[] =>
	found.filter((feature) => feature.compliant === compliant).map(({ name }) => name);

describe('assessFeatures', () => {
	const intended =
		'ntp server 192.0.2.1\naaa new-model\naaa session-id common\ninterface Te1/1\n description core\n mtu 9000\nrouter bgp 1\n address-family ipv4\n  network 10.0.0.0\n';

	it('judges each feature by its own lines', () => {
		const running = intended.replace('mtu 9000', 'mtu 1500').replace('network 10.0.0.0', 'network 10.9.0.0');
		const found = assess(intended, running);

		expect(names(found, true)).toEqual(['ntp', 'uplinks', 'aaa']);
		expect(names(found, false)).toEqual(['bgp']);
	});

	it('leaves out a feature that neither side has, and counts one that only one side has', () => {
		const found = assess(intended, `${intended}ip access-list extended A\n permit ip any any\n`);

		expect(found.map(({ name }) => name)).toContain('edge');
		expect(names(found, false)).toEqual(['edge']);
		expect(assess(intended, intended).map(({ name }) => name)).not.toContain('edge');
	});

	it('counts a line that is no longer, and one that is another', () => {
		expect(names(assess(intended, intended.replace('ntp server 192.0.2.1\n', '')), false)).toEqual(['ntp']);
		expect(names(assess(intended, intended.replace('192.0.2.1', '192.0.2.2')), false)).toEqual(['ntp']);
	});

	it('counts a reorder as the platform has it, or as the feature says', () => {
		const acl = (first: string, second: string): string => `ip access-list extended A\n ${first}\n ${second}\n`;
		const edge = (ordered: boolean | null): readonly Feature[] => [
			{ name: 'edge', within: [/^ip access-list /], pattern: null, ordered },
		];
		const one = acl('permit tcp any any', 'deny ip any any');
		const other = acl('deny ip any any', 'permit tcp any any');
		const swapped = intended.replace('aaa new-model\naaa session-id common', 'aaa session-id common\naaa new-model');

		expect(names(assess(one, other, { features: edge(null) }), false)).toEqual(['edge']);
		expect(names(assess(one, other, { features: edge(false) }), true)).toEqual(['edge']);
		expect(names(assess(intended, swapped), false)).toEqual(['aaa']);
	});

	it('is not green where braces meet set lines', () => {
		const features: readonly Feature[] = [
			{ name: 'braces', within: [/^system$/, /^ntp$/], pattern: null, ordered: null },
			{ name: 'set', within: [], pattern: /^set system ntp /, ordered: null },
		];
		const braces = 'system {\n ntp {\n  server 192.0.2.1;\n }\n}\n';

		expect(assess(braces, 'set system ntp server 192.0.2.2\n', { platform: 'juniper_junos', features })).toEqual([
			{ name: 'set', compliant: false, changes: 1 },
		]);
	});
});

describe('summariseFeatures', () => {
	it('counts over the devices that have a feature', () => {
		const feature = (name: string, compliant: boolean): FeatureCompliance => ({
			name,
			compliant,
			changes: compliant ? 0 : 1,
		});
		const devices = [
			aDevice({ name: 'a', features: [feature('ntp', true), feature('bgp', true)] }),
			aDevice({ name: 'b', features: [feature('ntp', false)] }),
			aDevice({ name: 'c', features: [feature('ntp', true)] }),
			aDevice({ name: 'd' }),
		];

		expect(summariseFeatures(['ntp', 'bgp', 'aaa'], devices)).toEqual([
			{ name: 'ntp', devices: 3, compliant: 2, compliance: 66.67 },
			{ name: 'bgp', devices: 1, compliant: 1, compliance: 100 },
			{ name: 'aaa', devices: 0, compliant: 0, compliance: null },
		]);
	});
});
