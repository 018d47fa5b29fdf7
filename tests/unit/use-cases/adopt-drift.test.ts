import { describe, expect, it } from 'vitest';
import { parseSectionPath } from '../../../src/domain/adopt/within.ts';
import { DeviceError } from '../../../src/errors.ts';
import {
	type AdoptedDrift,
	type AdoptionWish,
	adoptDrift,
	type DeviceAdoption,
} from '../../../src/use-cases/adopt-drift.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { aRun, type FleetInMemory, failing } from '../../support/a-run.ts';

const text = (...lines: readonly string[]): string => [...lines, 'end', ''].join('\n');

async function adopt(
	fleet: FleetInMemory,
	{ tools: other, ...wish }: Partial<AdoptionWish> & { readonly tools?: Partial<AuditTools> } = {},
): Promise<AdoptedDrift & { readonly adoptions: readonly DeviceAdoption[] }> {
	const { run, tools } = aRun(fleet);
	const options = { within: [], redact: (line: string) => line, ...wish };
	const { report, adoptions } = await adoptDrift(run, { ...tools, ...other }, options);
	return { report, adoptions: [...adoptions] };
}

/** All devices stand in one file. */
function sharing(intended: Readonly<Record<string, string>>): Pick<AuditTools, 'intended'> {
	const path = 'shared.cfg';
	const file = { path, text: Object.values(intended)[0] ?? '' };
	return { intended: { ...aRun({ running: {}, intended }).tools.intended, pathOf: () => path, read: () => file } };
}

describe('adoptDrift', () => {
	it('reports as an audit does, and writes the files of drifted devices only', async () => {
		const { report, adoptions } = await adopt({
			running: {
				a: text('hostname a'),
				b: text('hostname b', 'mtu 9000'),
				c: failing(new DeviceError('c', 'ERR_UNREACHABLE', 'no route')),
			},
			intended: { b: text('hostname b') },
		});

		expect(report.devices.map(({ status }) => status)).toEqual(['in-sync', 'drifted', 'unknown']);
		expect(adoptions).toMatchObject([
			{
				device: 'b',
				path: 'intended/b.cfg',
				before: text('hostname b'),
				after: text('hostname b', 'mtu 9000'),
				adopted: [{ kind: 'extra', line: 'mtu 9000' }],
				refused: [],
			},
		]);
	});

	it('leaves what is not asked for, and what an ignore rule accepts', async () => {
		const { adoptions } = await adopt(
			{
				running: { a: text('section x', ' set a 1', ' set b 1', 'mtu 9000') },
				intended: { a: text('section x', ' set a 2', ' set b 2') },
				options: { ignore: ({ line }) => (line.startsWith('set b') ? 'agreed' : null) },
			},
			{ within: [parseSectionPath('section *')] },
		);

		expect(adoptions.map(({ after }) => after)).toEqual([text('section x', ' set a 1', ' set b 2')]);
	});

	it('names a device whose chosen drift people have to write, and none without any that was chosen', async () => {
		const { report, adoptions } = await adopt(
			{
				running: { a: text('hostname a', 'mtu 9000'), b: text('hostname b', 'section x', ' alias hunter22') },
				intended: { a: text('hostname a'), b: text('hostname b', 'section x') },
			},
			{ within: [parseSectionPath('section *')], redact: (line) => line.replaceAll('hunter22', '***') },
		);

		expect(report.devices.map(({ status }) => status)).toEqual(['drifted', 'drifted']);
		expect(adoptions).toMatchObject([{ device: 'b', isWritten: false, adopted: [], refused: [{}] }]);
	});

	it('writes neither a login nor what a reviewer would not see', async () => {
		const { adoptions } = await adopt(
			{
				running: { a: text('hostname a', 'alias x hunter22', 'alias y \u202eabc', 'mtu 9000') },
				intended: { a: text('hostname a') },
			},
			{ redact: (line) => line.replaceAll('hunter22', '***') },
		);

		expect(adoptions.map(({ after }) => after)).toEqual([text('hostname a', 'mtu 9000')]);
		expect(adoptions.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual([
			'holds a login of this run',
			'holds a character that cannot be seen',
		]);
	});

	it('writes a file that devices share only if they all run the same', async () => {
		const fleet = { intended: { a: text('mtu 1500'), b: text('mtu 1500') } };
		const tools = sharing(fleet.intended);

		const same = await adopt({ ...fleet, running: { a: text('mtu 9000'), b: text('mtu 9000') } }, { tools });
		const other = await adopt({ ...fleet, running: { a: text('mtu 9000'), b: text('mtu 4000') } }, { tools });

		expect(same.adoptions.map(({ after }) => after)).toEqual([text('mtu 9000'), text('mtu 9000')]);
		expect(other.adoptions.map(({ after }) => after)).toEqual([text('mtu 1500'), text('mtu 1500')]);
		expect(other.adoptions[0]?.refused[0]?.reason).toBe(
			'is in a file that it shares with b, where something else runs',
		);
	});

	it('leaves a file as it is that another device is in sync with', async () => {
		const tools = sharing({ a: text('mtu 1500'), b: text('mtu 1500') });
		const { adoptions } = await adopt({ running: { a: text('mtu 9000'), b: text('mtu 1500') } }, { tools });

		expect(adoptions.map(({ device, after, refused }) => [device, after, refused[0]?.reason])).toEqual([
			['a', text('mtu 1500'), 'is in a file that it shares with b, where something else runs'],
		]);
	});

	it('names a few of many devices that share a file', async () => {
		const names = Array.from({ length: 9 }, (_, index) => `edge-${index}`);
		const tools = sharing(Object.fromEntries(names.map((name) => [name, text('mtu 1500')])));
		const running = Object.fromEntries(names.map((name, index) => [name, text(`mtu ${9_000 + index}`)]));
		const { adoptions } = await adopt({ running }, { tools });

		expect(adoptions[0]?.refused[0]?.reason).toBe(
			'is in a file that it shares with edge-1, edge-2, edge-3, edge-4, edge-5 and 3 more, where something else runs',
		);
	});

	it('holds the files of one device at a time, and the others where they are put aside', async () => {
		const { run, tools } = aRun({
			running: { a: text('mtu 9000'), b: text('mtu 9000') },
			intended: { a: text('mtu 1500'), b: text('mtu 1500') },
		});
		const read: string[] = [];
		const putAside = (aside: string) => (): string => {
			read.push(Object.keys(JSON.parse(aside)).join());
			return aside;
		};

		const { adoptions } = await adoptDrift(run, tools, { within: [], redact: (line) => line, putAside });

		expect(read).toEqual([]);
		const [first] = [...adoptions];
		expect([first?.path, first?.isWritten, read.length]).toEqual(['intended/a.cfg', true, 0]);
		expect(first?.after).toBe(text('mtu 9000'));
		expect(read).toEqual(['before,after']);
		expect(first?.adopted).toHaveLength(1);
		expect(read).toEqual(['before,after', 'adopted,refused']);
	});
});
