import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { remediate } from '../../../../src/domain/remediation/remediate.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { platformOf } from '../../../support/platform-of.ts';

/** Of processor time: to go through a section once for each of its changes takes a minute. */
const HANG_GUARD_MS = 8_000;

const lines = (count: number, line: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

/** A section that differs in all of its lines, by the value that is written into them. */
const SECTIONS: readonly [what: string, platform: string, text: (value: number) => string, commands: number][] = [
	[
		'lists of a few entries',
		'cisco_ios',
		(value) => lines(8_000, (n) => `access-list A${n >> 2} permit tcp host 10.0.${n >> 8}.${n % 256} any eq ${value}`),
		10_000,
	],
	[
		'lines of one list',
		'cisco_ios',
		(value) => `interface x\n${lines(1_000, (n) => ` switchport trunk allowed vlan add ${value * 1_000 + n}`)}`,
		2_002,
	],
	[
		'leaves of one name each',
		'nokia_srosmd',
		(value) => `configure {\n    system {\n${lines(8_000, (n) => `        leaf${value}-${n} enable`)}    }\n}\n`,
		16_000,
	],
	[
		'objects',
		'f5_tmsh',
		(value) => lines(8_000, (n) => `ltm node /Common/n${value}-${n} {\n    address 10.0.${n >> 8}.${n % 256}\n}`),
		16_002,
	],
	[
		'keys of a document',
		'sonic',
		(value) => `{\n  "PORT": {\n${lines(8_000, (n) => `    "P${value}-${n}": "x",`)}    "P": "x"\n  }\n}\n`,
		16_002,
	],
];

describe('remediate, where all of a large section differs', { timeout: 120_000 }, () => {
	it.each(SECTIONS)('goes through it once: %s', (_, name, text, count) => {
		const platform = platformOf(name);
		const masks = compileMasks(platform, { fingerprintKey: 'test' });
		const configs = { intended: prepareConfig(text(1), masks), running: prepareConfig(text(2), masks) };
		const { changes } = compareConfigs(configs, masks);

		const cpuMs = cpuTime();
		const commands = remediate(configs, changes, platform);

		expect(commands.length).toBe(count);
		expect(cpuMs()).toBeLessThan(HANG_GUARD_MS);
	});
});
