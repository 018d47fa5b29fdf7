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

const ENTRIES = [
	'{ from: ansible, file: f }',
	'{ from: ansible, file: f.yml, groups: [g] }',
	'{ from: csv, file: f }',
	'{ from: nornir, file: f }',
	'{ from: oxidized, file: f, columns: { name: 0, host: 1, port: 2 } }',
	'{ from: rancid, file: f }',
] as const;

describe('an inventory of any text', () => {
	it.each(ENTRIES)('%s is read, or refused with places and advice, and nothing else', async (entry) => {
		await fc.assert(
			fc.asyncProperty(text, text, async (main, beside) => {
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
					for (const { name, host, platform } of fleet.devices) expect([name, host, platform]).not.toContain('');
				}
			}),
			{ numRuns: 300 },
		);
	});
});
