import { describe, expect, it } from 'vitest';
import { isWithin, parseSectionPath } from '../../../../src/domain/adopt/within.ts';
import type { Change } from '../../../../src/domain/drift-report.ts';

const change = (lineage: readonly string[], line: string): Change => ({
	kind: 'extra',
	lineage,
	line,
	runningText: null,
	intendedLine: null,
	runningLine: 1,
	class: null,
});

describe('isWithin', () => {
	const inVrf = change(['router bgp 65001', 'vrf A'], 'maximum-paths 2');

	it('takes everything where nothing is asked for', () => {
		expect(isWithin(inVrf, [])).toBe(true);
	});

	it('takes what stands below a path, and the line that it leads to', () => {
		expect(isWithin(inVrf, [parseSectionPath('router bgp *')])).toBe(true);
		expect(isWithin(inVrf, [parseSectionPath('router bgp * > vrf A')])).toBe(true);
		expect(isWithin(change([], 'hostname b'), [parseSectionPath('hostname *')])).toBe(true);
	});

	it('leaves what only looks alike, or stands above it', () => {
		expect(isWithin(inVrf, [parseSectionPath('vrf A')])).toBe(false);
		expect(isWithin(inVrf, [parseSectionPath('router bgp 6500')])).toBe(false);
		expect(isWithin(change([], 'router bgp 65001'), [parseSectionPath('router bgp * > vrf A')])).toBe(false);
	});

	it('takes what one of several paths leads to', () => {
		expect(isWithin(inVrf, [parseSectionPath('ntp *'), parseSectionPath('router bgp 65001')])).toBe(true);
	});
});
