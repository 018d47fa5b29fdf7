import { describe, expect, it } from 'vitest';
import { parseSectionPath } from '../../../src/domain/adopt/within.ts';
import { DeviceError } from '../../../src/errors.ts';
import { type AdoptedDrift, type AdoptionWish, adoptDrift } from '../../../src/use-cases/adopt-drift.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { aRun, type FleetInMemory, failing } from '../../support/a-run.ts';

const text = (...lines: readonly string[]): string => [...lines, 'end', ''].join('\n');

function adopt(
	fleet: FleetInMemory,
	{ tools: other, ...wish }: Partial<AdoptionWish> & { readonly tools?: Partial<AuditTools> } = {},
): Promise<AdoptedDrift> {
	const { run, tools } = aRun(fleet);
	return adoptDrift(run, { ...tools, ...other }, { within: [], redact: (line) => line, ...wish });
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
		expect(adoptions.map(({ device, adopted, refused }) => [device, adopted.length, refused.length])).toEqual([
			['b', 0, 1],
		]);
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
		const shared = { intended: { ...aRun({ running: {} }).tools.intended, pathOf: () => 'shared.cfg' } };
		const fleet = { intended: { a: text('mtu 1500'), b: text('mtu 1500') } };
		const read: AuditTools['intended']['read'] = () => ({ path: 'shared.cfg', text: text('mtu 1500') });
		const tools = { intended: { ...shared.intended, read } };

		const same = await adopt({ ...fleet, running: { a: text('mtu 9000'), b: text('mtu 9000') } }, { tools });
		const other = await adopt({ ...fleet, running: { a: text('mtu 9000'), b: text('mtu 4000') } }, { tools });

		expect(same.adoptions.map(({ after }) => after)).toEqual([text('mtu 9000'), text('mtu 9000')]);
		expect(other.adoptions.map(({ after }) => after)).toEqual([text('mtu 1500'), text('mtu 1500')]);
		expect(other.adoptions[0]?.refused[0]?.reason).toBe(
			'stands in a file that it shares with b, where something else runs',
		);
	});
});
