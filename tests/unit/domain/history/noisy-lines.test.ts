import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noisyLines } from '../../../support/at-once.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { aChange } from '../../../support/report-fixtures.ts';

/** Each seen by an audit of its own. */
const drift = (name: string, ...lines: readonly string[]) => ({
	runId: randomUUID(),
	name,
	platform: 'cisco_ios',
	changes: lines.map((line) => aChange({ kind: 'extra', lineage: ['interface Ethernet1'], line })),
});

describe('noisyLines', () => {
	it('finds a line that is another every time, whatever its numbers', () => {
		const drifts = [
			drift('a', 'ntp clock-period 17179738'),
			drift('a', 'ntp clock-period 17179999'),
			drift('b', 'ntp clock-period 1'),
		];

		expect(noisyLines(drifts)).toEqual([
			{
				platform: 'cisco_ios',
				lineage: ['interface #'],
				line: 'ntp clock-period #',
				drifts: 3,
				devices: 2,
				values: 3,
				example: 'ntp clock-period 17179738',
			},
		]);
	});

	it('counts drifts, not lines', () => {
		expect(noisyLines([drift('a', 'x 1', 'x 2', 'x 3'), drift('a', 'x 4')])).toEqual([]);
	});

	it('does not say of what one audit found on many devices that it keeps happening', () => {
		const found = ['a', 'b', 'c', 'd'].map((name) => ({ ...drift(name, 'shutdown'), runId: 'the first' }));

		expect(noisyLines(found)).toEqual([]);
		expect(noisyLines([...found, drift('a', 'shutdown')])).toMatchObject([{ drifts: 5, devices: 4 }]);
	});

	it('takes the text that runs for the value of a changed line', () => {
		const changed = { ...aChange({ kind: 'changed', line: 'mtu 1500', runningText: 'mtu 9000' }) };
		const drifts = ['a', 'b', 'c'].map((name) => ({ runId: name, name, platform: 'frr', changes: [changed] }));

		expect(noisyLines(drifts)[0]).toMatchObject({
			line: 'mtu #',
			drifts: 3,
			devices: 3,
			values: 1,
			example: 'mtu 9000',
		});
	});

	it('takes no fingerprint for a value: it is another in each run that has no key', () => {
		const drifts = [
			drift('a', 'enable secret <secret:1f3a9c>'),
			drift('a', 'enable secret <secret:aabbcc>'),
			drift('b', 'enable secret <secret:0d15ea>'),
		];

		expect(noisyLines(drifts)).toMatchObject([
			{ line: 'enable secret <secret>', drifts: 3, devices: 2, values: 1, example: 'enable secret <secret>' },
		]);
	});

	it('takes time in proportion to a line, however long its words are', () => {
		const line = `description ${'x'.repeat(200_000)} `;
		const cpuMs = cpuTime();

		expect(noisyLines([drift('a', `${line}1`), drift('a', `${line}2`), drift('b', `${line}3`)])).toHaveLength(1);
		expect(cpuMs()).toBeLessThan(2_000);
	});

	it('puts the most frequent first, and keeps platforms apart', () => {
		const often = ['a', 'b', 'c', 'd'].map((name) => drift(name, 'shutdown'));
		const others = ['e', 'f', 'g'].map((name) => ({ ...drift(name, 'shutdown'), platform: 'arista_eos' }));

		expect(noisyLines([...others, ...often]).map(({ platform, drifts }) => [platform, drifts])).toEqual([
			['cisco_ios', 4],
			['arista_eos', 3],
		]);
	});
});
