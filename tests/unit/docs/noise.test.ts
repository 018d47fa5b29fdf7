import { describe, expect, it } from 'vitest';
import { countChanges } from '../../../bench/noise/count-changes.ts';
import { noiseRows } from '../../../bench/noise/noise-table.ts';
import { SAMPLE } from '../../../bench/noise/sample.ts';
import { WRITTEN } from '../../../bench/noise/written.ts';
import { readFile } from '../../support/docs/documents.ts';

function sidesOf(platform: string): readonly (readonly [intended: string, running: string])[] {
	return SAMPLE.filter((noiseCase) => noiseCase.platform === platform).map(({ intended, running }) => [
		intended,
		running,
	]);
}

describe('docs/noise.md', () => {
	it.each([...SAMPLE, ...WRITTEN])('reports what was changed on purpose and nothing else: $name', (noiseCase) => {
		const { found, plain } = countChanges(noiseCase);

		expect(found).toEqual(noiseCase.truth);
		expect(plain).toBeGreaterThan(noiseCase.truth.length);
	});

	it.each([
		['counters of BGP', 'cisco_ios', /bgp summary: .* prefixes/],
		['counters of OSPF', 'cisco_ios', /ospf: \d+ spf runs/],
		['counters of BGP, as another device writes them', 'frr', /bgp: \d+ updates received/],
		['uptimes', 'arista_eos', /up \d+ weeks/],
		['clocks', 'cisco_nxos', /^!Time: /],
		['a clock period', 'cisco_ios', /^ntp clock-period/],
		['a password that is salted anew, readable', 'cisco_ios', /^username audit password 7/],
		['a password that is salted anew, readable', 'juniper_junos', /authentication-key/],
		['a password that is salted anew, unreadable', 'fortinet', /set password ENC/],
	])('holds %s on %s, other at each show', (_, platform, pattern) => {
		const moved = sidesOf(platform).filter(([intended, running]) => {
			const lines = [intended, running].map((text) => text.split('\n').filter((line) => pattern.test(line)));
			return lines[0]?.length === lines[1]?.length && lines[0]?.every((line) => !lines[1]?.includes(line));
		});

		expect(moved).toEqual(sidesOf(platform));
		expect(sidesOf(platform)[0]?.[0]).toMatch(new RegExp(pattern, 'm'));
	});

	it.each(['cisco_ios', 'cisco_nxos', 'arista_eos', 'juniper_junos', 'frr'])(
		'holds the neighbours of %s in another order at each show',
		(platform) => {
			for (const sides of sidesOf(platform)) {
				const [intended = [], running = []] = sides.map((text) =>
					[...text.matchAll(/^\s*neighbor (\S+)/gm)].map(([, address]) => address),
				);

				expect(intended.length).toBeGreaterThan(1);
				expect(running).toEqual(intended.toReversed());
			}
		},
	);

	it('names changes that stand in one of the two texts', () => {
		for (const { truth, intended, running } of [...SAMPLE, ...WRITTEN]) {
			for (const line of truth) expect(intended + running).toContain(line);
		}
	});

	it('says the figures of the table in its sentences, and the README says them too', () => {
		const [, plain, sets, ours] = noiseRows(SAMPLE).at(-1) ?? [];
		const sentence = `diff reports ${plain} changes, a compare of sets ${sets}, and this tool the ${ours}`;

		expect(readFile('docs/noise.md').replaceAll(/\s+/g, ' ')).toContain(sentence);
		expect(readFile('README.md').replaceAll(/\s+/g, ' ')).toContain(sentence);
	});
});
