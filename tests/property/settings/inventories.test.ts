import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleetWith, loadWithFiles } from '../../support/inventory/load-with-files.ts';

/** Pieces that mean something to one of the formats. */
const piece = fc.oneof(
	fc.string(),
	fc.constantFrom(
		'[all:vars]',
		'[g:children]',
		'[g]',
		'edge-[01:03]',
		'[1:99999999]',
		'a=b',
		'ansible_host={{ ansible_host }}',
		'all:',
		'  hosts:',
		'    e: { ansible_port: x }',
		'  children: { all: { children: { all: } } }',
		'groups: [a, a]',
		'a: { groups: [a], port: [], data: 7 }',
		'edge:ios:up',
		'edge;cisco;up',
		'name,os,ip',
		'"',
		'<<: *x',
		'__proto__: { a: b }',
		'constructor',
		'- ',
		'!vault |',
		'\t',
		'\0',
	),
);
const text = fc.array(piece, { maxLength: 8 }).map((lines) => lines.join('\n'));

/** Nothing but pieces, or a file that is right but for what somebody wrote into it. */
const edited = (whole: readonly string[]): fc.Arbitrary<string> =>
	fc.oneof(
		text,
		fc
			.tuple(fc.nat(whole.length), fc.array(piece, { maxLength: 1 }))
			.map(([at, pieces]) => whole.toSpliced(at, 0, ...pieces).join('\n')),
	);

const ENTRIES = [
	['{ from: ansible, file: f }', ['[g]', 'edge-1 ansible_host=192.0.2.1', '[g:vars]', 'ansible_network_os=ios']],
	[
		'{ from: ansible, file: f.yml, groups: [g] }',
		['all:', '  children:', '    g:', '      hosts:', '        edge-1: { ansible_network_os: ios }'],
	],
	['{ from: csv, file: f }', ['name,host,platform', 'edge-1,192.0.2.1,cisco_ios', 'edge-2,192.0.2.2,eos']],
	['{ from: nornir, file: f }', ['edge-1:', '  hostname: 192.0.2.1', '  platform: ios']],
	[
		'{ from: oxidized, file: f, columns: { name: 0, host: 1, platform: 2 } }',
		['edge-1:192.0.2.1:ios', 'edge-2:192.0.2.2:eos'],
	],
	['{ from: rancid, file: f }', ['edge-1;cisco;up', 'edge-2;arista;up']],
] as const;

describe('an inventory of any text', () => {
	it.each(ENTRIES)('%s is read, or refused with places and advice, and nothing else', async (entry, whole) => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(edited(whole), text, async (main, beside) => {
				const files = {
					f: main,
					'f.yml': main,
					'groups.yaml': beside,
					'group_vars/g.yml': beside,
					'host_vars/a': beside,
				};

				const { fleet, problems } = await loadWithFiles(fleetWith(`[${entry}]`), files);

				for (const problem of problems) expect(problem).toMatch(/^[\w./]+[^\n]*\. \S/);
				if (problems.length === 0) {
					read += Math.min(fleet.devices.length, 1);
					for (const { name, host, platform } of fleet.devices) expect([name, host, platform]).not.toContain('');
				}
			}),
			{ numRuns: 300 },
		);
		// What is refused altogether shows nothing of what is read.
		expect(read).toBeGreaterThan(10);
	});
});
