import { describe, expect, it } from 'vitest';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { renderDeviceDiff } from '../../../../src/reporting/terminal/render-device-diff.ts';
import { renderTerminal } from '../../../../src/reporting/terminal/render-terminal.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../../support/report-fixtures.ts';

describe('renderTerminal', () => {
	it('says little when all is well', () => {
		const report = aReport({ devices: [aDevice(), aDevice({ name: 'edge-02' })] });

		expect(wholeText(renderTerminal(report, aVerdict(report), { colour: false, width: 80 }))).toBe(
			'✔ Drift audit: all 2 devices in sync; health 100 %, coverage 100 %\n  2 of 2 devices reachable · 2 in sync · 12.3 s\n',
		);
	});

	it('tells a change once that three devices share', () => {
		const report = aReport({ devices: ['a', 'b', 'c'].map((name) => aDevice({ name, changes: [aChange()] })) });

		const text = wholeText(renderTerminal(report, aVerdict(report), { colour: false, width: 80 }));

		expect(text).toContain('The same on 3 devices: a, b, c\n  -        ntp server 192.0.2.1\n');
		expect(text.split('ntp server')).toHaveLength(2);
	});

	it('leaves out what a pull request proposes and the device runs already', () => {
		const changes = [aChange({ class: 'planned' }), aChange({ line: 'mtu 9000', class: 'applied' })];
		const report = aReport({ mode: 'preflight', devices: [aDevice({ status: 'in-sync', changes })] });

		const text = wholeText(renderTerminal(report, aVerdict(report), { colour: false, width: 80 }));

		expect(text).toContain('ntp server 192.0.2.1 [planned]');
		expect(text).not.toContain('mtu 9000');
	});

	it('has the same text with and without colour', () => {
		const report = aReport({
			devices: [aDevice({ changes: [aChange()] }), aDevice({ name: 'gone', status: 'unknown' })],
		});
		const [plain, coloured] = [false, true].map((colour) =>
			wholeText(renderTerminal(report, aVerdict(report), { colour, width: 80 })),
		);

		expect(coloured).not.toBe(plain);
		expect(coloured?.replace(/\u001b\[\d+m/g, '')).toBe(plain);
	});

	it('wraps the names of many devices, and keeps the reason with them', () => {
		const names = Array.from({ length: 9 }, (_, index) => `ams-leaf-access-0${index}`);
		const report = aReport({
			devices: [
				...names.map((name) => aDevice({ name, changes: [aChange()] })),
				...names.map((name) => aDevice({ name: `${name}-b`, status: 'unknown', reason: 'unreachable', message: 'x' })),
			],
		});

		const text = wholeText(renderTerminal(report, aVerdict(report), { colour: false, width: 80 }));

		expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
		expect(text).toMatch(/^The same on 9 devices: ams-leaf-access-00, /mu);
		expect(text).toMatch(/^ {2}\S.* and 1 more: unreachable$/mu);
	});

	it('wraps messages at the width of the terminal', () => {
		const report = aReport({ devices: [aDevice({ status: 'unknown', message: 'word '.repeat(60).trim() })] });

		const lines = wholeText(renderTerminal(report, aVerdict(report), { colour: false, width: 60 })).split('\n');

		expect(lines.filter((line) => line.includes('word')).every((line) => line.length <= 60)).toBe(true);
	});
});

describe('renderDeviceDiff', () => {
	it('shows lineage and the line numbers of both sides', () => {
		const uplink = { lineage: ['interface Ethernet1'] };
		const device = aDevice({
			changes: [
				aChange({ ...uplink, line: 'description uplink', intendedLine: 12 }),
				aChange({ ...uplink, kind: 'extra', line: 'shutdown', runningLine: 14, severity: 'high' }),
				aChange({
					lineage: ['router bgp 1', 'vrf a'],
					kind: 'changed',
					line: 'bgp 1',
					runningText: 'bgp 2',
					intendedLine: 120,
					runningLine: 9,
				}),
				aChange({ kind: 'moved', line: 'access-list 1 permit any', intendedLine: 7, runningLine: 8 }),
			],
		});

		expect(
			renderDeviceDiff(device, { colour: false, width: 80 }),
		).toBe(`edge-01: 1 missing, 1 extra, 1 changed, 1 moved · intended-configs/edge-01.cfg
             interface Ethernet1
  -  12        description uplink
  +      14    shutdown high
             router bgp 1
               vrf a
  - 120          bgp 1
  +       9      bgp 2
  !   7   8  access-list 1 permit any (moved)
`);
	});

	it('does not repeat a parent that is itself a change', () => {
		const device = aDevice({
			changes: [
				aChange({ kind: 'extra', line: 'interface Loopback9', runningLine: 30 }),
				aChange({ kind: 'extra', lineage: ['interface Loopback9'], line: 'shutdown', runningLine: 31 }),
			],
		});

		expect(renderDeviceDiff(device, { colour: false, width: 80 })).toContain(
			'  +    30  interface Loopback9\n  +    31    shutdown\n',
		);
	});

	it('keeps the lines of a block apart', () => {
		const device = aDevice({ changes: [aChange({ line: 'banner motd ^\nhello\n^', intendedLine: 3 })] });

		expect(renderDeviceDiff(device, { colour: false, width: 80 })).toContain(
			'  -  3     banner motd ^\n  -        hello\n  -        ^\n',
		);
	});

	it('keeps what it says of secrets within the width', () => {
		const shown = renderDeviceDiff(aDevice({ secretsNotCompared: 7 }), { colour: false, width: 40 });
		const said = shown.split('\n').filter((line) => /secrets|placeholder|re-encrypted/u.test(line));

		expect(said.length).toBeGreaterThan(1);
		expect(said.every((line) => line.startsWith('  ') && line.length <= 40)).toBe(true);
	});

	it('says why a device is unknown', () => {
		expect(renderDeviceDiff(aDevice({ status: 'unknown' }), { colour: false, width: 80 })).toBe(
			'edge-01: unknown, timed out (timed-out)\n  no answer within 30 s; check the path to it\n',
		);
	});
});
