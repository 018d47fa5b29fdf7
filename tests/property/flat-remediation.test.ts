import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateDiff, compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import { exosModel, gaiaModel } from '../support/device-models/command-list-models.ts';
import { jsonPatchModel } from '../support/device-models/json-patch-model.ts';
import { mdCliModel, nvueModel } from '../support/device-models/path-model.ts';
import { routerOsModel } from '../support/device-models/routeros-model.ts';
import { tmshModel } from '../support/device-models/tmsh-model.ts';
import { platformOf } from '../support/platform-of.ts';

const BY_HAND = /^# (?:remove|change) by hand: /;

describe.each(
	[mdCliModel, nvueModel, routerOsModel, gaiaModel, exosModel, jsonPatchModel, tmshModel].map(
		(model) => [model.platform, model] as const,
	),
)('the commands of %s', (name, { configs, apply }) => {
	it('bring any running config to any intended one, but for what they leave to people', () => {
		const platform = platformOf(name);
		const masks = compileMasks(platform, { fingerprintKey: 'property' });
		fc.assert(
			fc.property(configs, configs, (intended, running) => {
				const both = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };
				const { changes } = compareConfigs(both, masks);

				const all = remediate(both, changes, platform);

				const brought = apply(
					running,
					all.filter((command) => !BY_HAND.test(command)),
				);
				const left = calculateDiff(brought, intended, masks).changes;
				const byHand = all.filter((command) => BY_HAND.test(command)).map((command) => command.replace(BY_HAND, ''));
				const unsaid = left.filter(
					({ kind, lineage, line }) =>
						kind !== 'extra' || !byHand.some((what) => `${[...lineage, line].join(' ')} `.startsWith(`${what} `)),
				);
				expect(unsaid, `${intended}\n${running}\n${all.join('\n')}\n${brought}`).toEqual([]);
			}),
			{ numRuns: 250 },
		);
	});
});
