import { describe, expect, it } from 'vitest';
import { findIncompleteness } from '../../../support/at-once.ts';
import { compareTexts, describeChange } from '../../../support/compare-texts.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { platformOf } from '../../../support/platform-of.ts';

const platform = platformOf('cisco_ios');
const rest = ['interface GigabitEthernet0/1', ' description a', 'end'];

describe('a banner without its end', () => {
	it('takes nothing of what stands behind it, and is told', () => {
		const { changes, remarks } = compareTexts({
			platform,
			intended: ['banner motd ^C', 'hello', ...rest],
			running: ['banner motd #', 'hello', '#', ...rest.with(1, ' description b')],
		});

		expect(changes.map(describeChange)).toEqual([
			'extra banner motd > hello',
			'missing hello',
			'changed interface GigabitEthernet0/1 > description a → description b',
		]);
		expect(remarks).toEqual([
			expect.stringContaining('the banner that starts on line 1 of the intended config never ends'),
		]);
	});

	it('is told of two configs that read the same, too', () => {
		const text = ['banner motd ^C', 'hello', ...rest];

		const { changes, remarks } = compareTexts({ platform, intended: text, running: text });

		expect(changes).toEqual([]);
		expect(remarks).toHaveLength(2);
	});

	it('still is no proof that a config is whole', () => {
		expect(findIncompleteness('hostname a\nbanner motd ^C\nhello\nend\n', platform)).not.toBeNull();
	});

	it('does not make a secret of several lines a text to show', () => {
		const { diff } = compareTexts({
			platform: platformOf('generic'),
			intended: 'a b\n-----BEGIN PRIVATE KEY-----\nMIIEfictive\n',
			running: 'a b\n',
		});

		expect(diff).not.toContain('MIIEfictive');
	});

	it('costs little, however many there are', () => {
		const text = Array.from(
			{ length: 20_000 },
			(_, index) => `banner motd ${String.fromCodePoint(0x4e00 + (index % 20_000))}\n`,
		).join('');

		const cpuMs = cpuTime();
		compareTexts({ platform, intended: text, running: 'hostname a\n' });

		expect(cpuMs()).toBeLessThan(5_000);
	});
});

describe('what a device writes into the middle of a section', () => {
	it.each([
		['cisco_ios', '*Mar  1 00:00:05.123: %LINK-3-UPDOWN: Interface GigabitEthernet0/2, changed state to up'],
		['cisco_ios', 'Load for five secs: 3%/0%; one minute: 2%; five minutes: 1%'],
		['cisco_nxos', '2026 Jan  5 10:12:13 sw-01 %ETHPORT-5-IF_UP: Interface Ethernet1/1 is up'],
		['cisco_xr', 'RP/0/RP0/CPU0:Jan  5 10:12:13.123 UTC: config[65742]: %MGBL-SYS-5-CONFIG_I : Configured'],
		['cisco_xr', 'Sat May 29 13:08:49.257 UTC'],
		[
			'arista_eos',
			'Jan  5 10:12:13 sw-01 Ebra: %LINEPROTO-5-UPDOWN: Line protocol on Interface Ethernet1, changed state to up',
		],
		['huawei_vrp', '#Jan  5 2026 10:12:13+00:00 ce-01 DS/4/DATASYNC_CFGCHANGE:OID 1.3.6.1.4.1.2011'],
		['hp_comware', '%Jan  5 10:12:13:123 2026 sw-01 SHELL/5/SHELL_LOGIN: anna logged in'],
	])('ends no section of %s: %s', (name, message) => {
		const section = ['interface A1', ' description a'];
		const running = [...section, message, ' mtu 9000', 'hostname x'];

		expect(
			compareTexts({ platform: platformOf(name), intended: [...section, ' mtu 9000', 'hostname x'], running }).changes,
		).toEqual([]);
	});

	it('may also come behind the end', () => {
		const text = 'hostname a\nend\n*Mar  1 00:00:05.123: %LINK-3-UPDOWN: Interface Gi0/2, changed state to up\n';

		expect(findIncompleteness(text, platform)).toBeNull();
		expect(findIncompleteness(text.replace('end\n', ''), platform)).not.toBeNull();
	});
});
