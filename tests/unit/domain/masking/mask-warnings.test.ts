import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../../../src/domain/fleet-report.ts';
import { compileLinearPattern } from '../../../../src/domain/masking/linear-pattern.ts';
import { maskWarnings } from '../../../../src/domain/masking/mask-warnings.ts';
import type { MaskingPattern } from '../../../../src/domain/masking/pattern.ts';
import { blankReport } from '../../../../src/use-cases/unknown-report.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';

const mask = (id: string, platform: string): MaskingPattern => ({
	id,
	platform,
	kind: 'volatile',
	pattern: compileLinearPattern('^foo'),
	action: 'drop-line',
	reason: 'a test',
	matches: [],
	spares: [],
});

function device(name: string, patterns: Readonly<Record<string, number>>, total = 100): DeviceReport {
	const blank = blankReport(aFleetDevice({ name, platform: 'cisco_ios' }), null);
	return { ...blank, status: 'in-sync', reason: null, reachable: true, masked: { lines: 1, total, patterns } };
}

describe('maskWarnings', () => {
	it('names a mask of the user that hit nothing where it holds', () => {
		const masks = [mask('volatile/used', '*'), mask('volatile/idle', 'cisco_ios'), mask('volatile/idle', 'cisco_xr')];

		expect(maskWarnings([device('a', { 'volatile/used': 1 }), device('b', {})], masks)).toEqual([
			'the mask volatile/idle hit nothing on any of the 2 devices that it applies to: fix its pattern, or remove it from fleet.yml',
		]);
	});

	it('says nothing of a mask whose platform was not seen, or was not judged', () => {
		const unknown: DeviceReport = { ...device('a', {}), status: 'unknown', reason: 'unreachable' };

		expect(maskWarnings([device('a', {})], [mask('volatile/idle', 'cisco_xr')])).toEqual([]);
		expect(maskWarnings([unknown], [mask('volatile/idle', 'cisco_ios')])).toEqual([]);
	});

	it('names a mask that takes more than a fifth of a config, and the worst device', () => {
		const greedy = { 'volatile/wide': 21, 'volatile/fine': 20 };

		expect(maskWarnings([device('a', greedy), device('b', { 'volatile/wide': 90 })], [])).toEqual([
			'the mask volatile/wide takes 90 % of the lines of b and a large share of 1 more: check whether its pattern is too wide',
		]);
	});

	it('does not judge by a config of a few lines or by a report without counts', () => {
		const { total: _, ...older } = device('a', { 'volatile/wide': 21 }).masked;

		expect(maskWarnings([device('a', { 'volatile/wide': 19 }, 19)], [])).toEqual([]);
		expect(maskWarnings([{ ...device('a', {}), masked: older }], [])).toEqual([]);
	});
});
