import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { printTree } from '../../../../src/domain/config/print.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { remediate } from '../../../../src/domain/remediation/remediate.ts';
import { differences } from '../../../support/compare-texts.ts';
import { platformOf } from '../../../support/platform-of.ts';

const platform = platformOf('juniper_junos');
const masks = compileMasks(platform, { fingerprintKey: 'test' });
const bgp = (state: string): string =>
	`protocols {\n    ${state}bgp {\n        group A {\n            type internal;\n        }\n    }\n}\n`;

function commands(intended: string, running: string): readonly string[] {
	const configs = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };
	return remediate(configs, compareConfigs(configs, masks).changes, platform);
}

describe('withStatesInside', () => {
	it.each([
		['inactive: ', 'inactive:', 'deactivate protocols bgp', 'activate protocols bgp'],
		['protect: ', 'protect:', 'protect protocols bgp', 'unprotect protocols bgp'],
	])('tells a state of a section from another section: %s', (prefix, state, into, outOf) => {
		expect(differences({ platform, intended: bgp(prefix), running: bgp('') })).toEqual([
			`missing protocols > bgp > ${state}`,
		]);
		expect(differences({ platform, intended: bgp(''), running: bgp(prefix) })).toEqual([
			`extra protocols > bgp > ${state}`,
		]);
		expect(commands(bgp(prefix), bgp(''))).toEqual([into]);
		expect(commands(bgp(''), bgp(prefix))).toEqual([outOf]);
	});

	it.each([
		['inactive: ', 'deactivate protocols bgp'],
		['protect: ', 'protect protocols bgp'],
	])('is the statement that set lines have for %s', (prefix, statement) => {
		const flat = `set protocols bgp group A type internal\n${statement}\n`;

		expect(differences({ platform, intended: bgp(prefix), running: flat })).toEqual([]);
		expect(differences({ platform, intended: flat, running: bgp(prefix) })).toEqual([]);
	});

	it('prints the state where it was', () => {
		expect(printTree(prepareConfig(bgp('protect: inactive: '), masks).tree, platform.syntax)).toBe(
			bgp('protect: inactive: '),
		);
	});
});
