import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../src/domain/steps.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { csv } from '../../../src/settings/inventories/csv.ts';
import { inspectFleet, openFleet } from '../../../src/settings/load-fleet.ts';

const HEAD = `version: 1
intended: intended/{device}.cfg
defaults: { platform: cisco_ios, credentials: lab }
credentials: { lab: { username: "\${NAME}", password: "\${WORD}" } }
`;
const DEVICES = 1_400;
const names = Array.from({ length: DEVICES }, (_, index) => `edge-${index}`);
const options = { env: {}, today: '2026-11-23', platforms, logins: 'unused' } as const;

/** The result, and how often timers could have their turn before it. */
function counted<Result>(steps: Steps<Result>): { readonly result: Result; readonly turns: number } {
	for (let turns = 0; ; turns += 1) {
		const { done, value } = steps.next();
		if (done === true) return { result: value, turns };
	}
}

describe('a large fleet', () => {
	const lineOf = (name: string): string => `  ${name}: { host: 192.0.2.1, site: ams }\n`;
	const open = (text: string) => counted(openFleet({ file: 'fleet.yml', text }));

	it('is read and resolved in steps, with every device', () => {
		const opened = open(`${HEAD}devices:\n${names.map(lineOf).join('')}`);
		if (opened.result.source === null) throw new Error('it cannot be read');
		const inspected = counted(inspectFleet(opened.result.source, options));

		expect(inspected.result.problems).toEqual([]);
		expect(inspected.result.loaded.fleet.devices.map(({ name, site }) => `${name} ${site}`)).toEqual(
			names.map((name) => `${name} ams`),
		);
		// 50 devices are read on end, 500 are checked, and 500 resolved.
		expect(opened.turns).toBeGreaterThanOrEqual(DEVICES / 50 + 2);
		expect(inspected.turns).toBeGreaterThanOrEqual(4 + 2);
	});

	it('is told of a mistake in its last device as of one in its first', () => {
		for (const wrong of [names[0], names.at(-1)]) {
			const lines = names.map((name) => (name === wrong ? lineOf(name).replace('site', 'siet') : lineOf(name)));
			const { problems } = open(`${HEAD}devices:\n${lines.join('')}`).result;

			expect(problems).toHaveLength(1);
			expect(problems[0]).toMatchObject({
				line: 6 + names.indexOf(wrong ?? ''),
				message: expect.stringContaining('siet'),
			});
		}
	});

	it('is not taken for one where its devices are a list', () => {
		const item = '  - { host: 192.0.2.1, site: ams }\n';
		const { problems } = open(`${HEAD}devices:\n${item.repeat(DEVICES)}`).result;

		expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual(['6 devices is not a mapping']);
	});

	it('comes from an inventory in steps as well', async () => {
		const text = ['name,host,site', ...names.map((name) => `${name},192.0.2.1,ams`)].join('\n');
		const { source } = open(`${HEAD}inventory: [{ from: csv, file: devices.csv }]\n`).result;
		if (source === null) throw new Error('it cannot be read');
		const entry = { from: 'csv', file: 'devices.csv' } as const;
		const { hosts } = await csv.read(entry, {
			read: async (file) => ({ file, text }),
			list: async () => [],
			getJson: () => Promise.reject(new Error('there is no server')),
		});

		const inspected = counted(inspectFleet(source, { ...options, inventories: [{ entry, kind: csv, hosts }] }));

		expect(inspected.result.problems).toEqual([]);
		expect(inspected.result.loaded.fleet.devices.map(({ name }) => name)).toEqual(names);
		// Merged in two steps, resolved in two, beside those of any fleet.
		expect(inspected.turns).toBeGreaterThanOrEqual(4 + 3);
	});
});
