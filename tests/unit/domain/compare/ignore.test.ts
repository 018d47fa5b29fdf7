import { describe, expect, it } from 'vitest';
import { type IgnoreRule, ignoresFor } from '../../../../src/domain/compare/ignore.ts';
import type { Device } from '../../../../src/domain/device.ts';
import { compileLinearPattern } from '../../../../src/domain/masking/linear-pattern.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { aChange } from '../../../support/report-fixtures.ts';

const device: Device = aFleetDevice({ name: 'lab-01' });
const today = '2026-11-23';

const rule = (overrides: Partial<IgnoreRule> = {}): IgnoreRule => ({
	devices: [],
	within: [],
	pattern: null,
	reason: 'known',
	until: null,
	...overrides,
});

const reasonFor = (rules: readonly IgnoreRule[], change: Parameters<typeof aChange>[0]): string | null =>
	ignoresFor(device, rules, today)(aChange(change));

describe('ignoresFor', () => {
	it('answers with the reason of the first rule that covers the change, or null', () => {
		const rules = [
			rule({ pattern: compileLinearPattern('^ntp '), reason: 'first' }),
			rule({ pattern: compileLinearPattern('192'), reason: 'second' }),
		];

		expect(reasonFor(rules, { line: 'ntp server 192.0.2.1' })).toBe('first');
		expect(reasonFor(rules, { line: 'logging 192.0.2.1' })).toBe('second');
		expect(reasonFor(rules, { line: 'hostname a' })).toBeNull();
	});

	it.each([
		[['lab-*'], 'known'],
		[['edge-01', 'lab-0?'], 'known'],
		[[], 'known'],
		[['lab'], null],
		[['LAB-*'], null],
	])('holds for the devices that %j covers', (devices, reason) => {
		expect(reasonFor([rule({ devices })], {})).toBe(reason);
	});

	it.each([
		[null, 'known'],
		['2026-11-24', 'known'],
		['2026-11-23', 'known'],
		['2026-11-22', null],
		['2025-12-31', null],
	])('holds through the day of its `until`: %s', (until, reason) => {
		expect(reasonFor([rule({ until })], {})).toBe(reason);
	});

	it('covers everything inside of the section that it names, and the section itself', () => {
		const rules = [rule({ within: ['router bgp 1', 'vrf A'] })];

		expect(reasonFor(rules, { lineage: ['router bgp 1', 'vrf A', 'neighbor b'], line: 'shutdown' })).toBe('known');
		expect(reasonFor(rules, { lineage: ['router bgp 1'], line: 'vrf A' })).toBe('known');
		expect(reasonFor(rules, { lineage: ['router bgp 1'], line: 'vrf B' })).toBeNull();
		expect(reasonFor(rules, { lineage: ['vrf A'], line: 'rd 1:1' })).toBeNull();
	});

	it('hides a replaced line only where it covers what stands there now', () => {
		const rules = [rule({ pattern: compileLinearPattern('^description ') })];

		expect(reasonFor(rules, { kind: 'changed', line: 'description a', runningText: 'description b' })).toBe('known');
		expect(reasonFor(rules, { kind: 'changed', line: 'description a', runningText: 'shutdown' })).toBeNull();
	});
});
