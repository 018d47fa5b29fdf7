import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { printShardReport } from '../../../../src/infrastructure/shards/report-files.ts';
import { parseManifest, readShardReport } from '../../../../src/infrastructure/shards/shard-schema.ts';
import { longText } from '../../../support/git/commit-in-memory.ts';
import { aManifest, aShardReport } from '../../../support/shards.ts';

const names = Array.from({ length: 50 }, (_, index) => `edge-${index}`);
const shard = aShardReport(aManifest([names]), 1);
const asWritten = wholeText(printShardReport(shard));

describe('readShardReport', () => {
	it.each([
		['as it is written', asWritten],
		['in one line', JSON.stringify(shard)],
		['as people print JSON', JSON.stringify(shard, null, '\t')],
	])('has a place to give way for every device %s, and keeps what it is told to keep of each', (_, text) => {
		const kept: string[] = [];

		const steps = readShardReport(longText(text), (device) => {
			kept.push(device.name);
			return { ...device, message: 'kept' };
		});

		for (const name of names) {
			expect(steps.next().done).toBe(false);
			expect(kept).not.toContain(name);
		}
		const value = atOnce(steps);
		expect(value).toEqual({
			...shard,
			report: { ...shard.report, devices: shard.report.devices.map((device) => ({ ...device, message: 'kept' })) },
		});
	});

	it('reads a text as it is written by its lines alone', () => {
		const text = { ...longText(asWritten), whole: () => expect.unreachable() };

		expect(atOnce(readShardReport(text, (device) => device))).toEqual(shard);
	});

	it.each([
		['without its last device', asWritten.replace(/,\n[^\n]*\n\t\]/u, ',\n\t]')],
		['without its end', asWritten.slice(0, asWritten.indexOf('\n\t]'))],
		['with a line that is no device', asWritten.replace('"name":"edge-7"', '"name":7')],
		['without a comma', asWritten.replace('},\n\t\t{', '}\n\t\t{')],
	])('reads no report %s', (_, text) => {
		expect(atOnce(readShardReport(longText(text), (device) => device))).toBeNull();
	});

	it.each(Object.keys(shard))('reads no report that says nothing of its %s', (key) => {
		const { [key as keyof typeof shard]: _, ...others } = shard;

		expect(atOnce(readShardReport(longText(JSON.stringify(others)), (device) => device))).toBeNull();
		expect(atOnce(readShardReport(longText(asWritten.replace(`"${key}"`, '"other"')), (device) => device))).toBeNull();
	});

	it('keeps the warnings behind the devices', () => {
		const warned = { ...shard, report: { ...shard.report, warnings: ['] is odd', '\n\t\t{"'] } };
		const text = { ...longText(wholeText(printShardReport(warned))), whole: () => expect.unreachable() };

		expect(atOnce(readShardReport(text, (device) => device))).toEqual(warned);
	});

	it('reads a shard without devices', () => {
		const none = { ...shard, report: { ...shard.report, devices: [] } };

		expect(atOnce(readShardReport(longText(wholeText(printShardReport(none))), (device) => device))).toEqual(none);
	});
});

describe('parseManifest', () => {
	const manifest = aManifest([['a'], ['b']], { select: 'site=ams' });

	it('reads what a plan wrote', () => {
		expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
	});

	it.each(Object.keys(manifest))('reads no plan that says nothing of its %s', (key) => {
		const { [key as keyof typeof manifest]: _, ...others } = manifest;

		expect(parseManifest(JSON.stringify(others))).toBeNull();
	});

	it.each([
		['of a later version', { schemaVersion: 2 }],
		['without a shard', { shards: [] }],
		['whose inventory is no digest', { inventoryHash: 'B'.repeat(64) }],
	])('reads no plan %s', (_, other) => {
		expect(parseManifest(JSON.stringify({ ...manifest, ...other }))).toBeNull();
	});
});
