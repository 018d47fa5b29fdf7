import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { createMaskRegistry } from '../../../../src/domain/masking/registry.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';

const IGNORED: Readonly<Record<string, readonly string[]>> = {
	lab: ['*'],
	edge: ['secret/ios-enable', 'secret/no-such-*'],
};

const registry = createMaskRegistry(platforms, {
	fingerprintKey: 'test',
	ignoredSecretsOf: (device) => IGNORED[device] ?? [],
});

const masksOf = (name: string) => registry(aFleetDevice({ name, platform: 'cisco_ios' }));

const config = (enable: string, community: string): string =>
	`enable secret 5 ${enable}\nsnmp-server community ${community} RO\nend\n`;

const INTENDED = config('$1$aaaa$bbbbbbbbbbbbbbbb', 'fictive1');

function changedLines(device: string, running: string): readonly string[] {
	const { changes } = calculateDiff(running, INTENDED, masksOf(device));
	return changes.map(({ line }) => line.replace(/<.*>/, 'X'));
}

describe('secrets that are ignored', () => {
	const running = config('$1$cccc$dddddddddddddddd', 'fictive2');

	it('are compared where nobody asked for anything else', () => {
		expect(changedLines('core', running)).toEqual(['enable secret 5 X', 'snmp-server community X RO']);
	});

	it('are left out by pattern and by device', () => {
		expect(changedLines('edge', running)).toEqual(['snmp-server community X RO']);
		expect(changedLines('lab', running)).toEqual([]);
	});

	it('are hidden all the same, and a line that is gone is still missed', () => {
		const { diff } = calculateDiff('end\n', INTENDED, masksOf('lab'));

		expect(diff).toContain('-enable secret 5 <secret>');
		expect(diff).not.toContain('$1$');
	});

	it('share what was compiled', () => {
		expect(masksOf('core')).toBe(masksOf('access'));
		expect(masksOf('lab')).toBe(masksOf('lab'));
	});
});
