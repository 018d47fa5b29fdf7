import { describe, expect, it } from 'vitest';
import { findLogMessages, logMessageLines, logMessageName } from '../../../../src/domain/config/log-messages.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const MESSAGES = [
	'*Jan 12 10:11:12.123: %LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to down',
	'000123: *Jan 12 10:11:12.123 CET: %SYS-5-CONFIG_I: Configured from console by anna on vty0 (192.0.2.1)',
	'1d02h: %LINEPROTO-5-UPDOWN: Line protocol on Interface Vlan1, changed state to up',
	'%LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to down',
	'RP/0/RP0/CPU0:Jan 12 10:11:12.123 UTC: ifmgr[271]: %PKT_INFRA-LINK-3-UPDOWN : Interface Gi0/0/0/0, changed state to Down',
	'2026 Jan 12 10:11:12 ams-leaf-01 %ETHPORT-5-IF_DOWN_ADMIN_DOWN: Interface Ethernet1/1 is down',
	'2026 Jan 12 10:11:12 ams-leaf-01 %$ VDC-1 %$ %VSHD-5-VSHD_SYSLOG_CONFIG_I: Configured from vty by anna',
	'Jan 12 10:11:12 ams-spine-01 Ebra: %LINEPROTO-5-UPDOWN: Line protocol on Interface Ethernet1, changed state to down',
	"%ASA-5-111008: User 'anna' executed the command",
	'Jan 12 2026 10:11:12 ams-pe-01 %%01IFNET/4/IF_STATE(l)[0]:Interface GigabitEthernet0/0/1 has turned into DOWN state.',
	'%Jan 12 10:11:12:123 2026 ams-agg-01 IFNET/3/PHY_UPDOWN: Physical state on the interface changed to down.',
	'01/12/2026 10:11:12.34 <Info:vlan.msgs.portLinkStateUp> Slot-1: Port 1:1 link UP at speed 1 Gbps',
	'Message from syslogd@ams-gw-02 at Jan 12 10:11:12 ...',
	'Broadcast message from root@ams-fw-01 (pts/0) (Mon Jan 12 10:11:12 2026):',
	'#Jan 12 2026 10:11:12+00:00 ams-pe-01 IFNET/1/LINKDOWN:OID 1.3.6.1.6.3.1.1.5.3 Interface turned into DOWN',
	'Jan 12 2026 10:11:12 ams-pe-01 DS/4/DATASYNC_CFGCHANGE:OID 1.3.6.1.4.1.2011.5.25.191.3.1 have been changed',
	'#Jan 12 10:11:12:123 2026 ams-agg-01 SHELL/4/LOGIN:',
	'12 2026/01/12 10:11:12.34 UTC MINOR: SYSTEM #2006 Base CONFIG',
	'<165>1 2026-01-12T10:11:12.345+00:00 OS10 dn_ifm 1 - - Node.1-Unit.1:PRI [event], Dell EMC (OS10) %IFM_OSTATE_UP: up',
	'*** --- SHUTDOWN in 0:05:00 ---',
	'*** --- SHUTDOWN ABORTED ---',
	'*** Message from tty2 to all terminals:',
	'*** FINAL System shutdown message from root@ams-mx-01 ***',
];

describe('findLogMessages', () => {
	it.each(MESSAGES)('finds, with the lines around it: %s', (message) => {
		expect(findLogMessages(`hostname R1\ninterface Gi\n${message}\ngabitEthernet0/1\nend\n`)).toEqual([
			`interface Gi\n${message}\ngabitEthernet0/1`,
		]);
	});

	it.each(MESSAGES)('finds at both ends: %s', (message) => {
		expect(findLogMessages(`${message}\nend\n`)).toEqual([`${message}\nend`]);
		expect(findLogMessages(`end\n${message}`)).toEqual([`end\n${message}`]);
	});

	it('finds one that begins in the middle of a line', () => {
		const line = ' description to the c*Jan 12 10:11:12.123: %LINK-3-UPDOWN: Interface Vlan1, changed state to up';

		expect(findLogMessages(`interface Vlan1\n${line}\nore\n`)).toEqual([`interface Vlan1\n${line}\nore`]);
	});

	it.each([
		' event syslog pattern "%LINK-3-UPDOWN:.*changed state to down"',
		' action 1.0 syslog msg "%X-5-Y: done"',
		'logging discriminator NOISE mnemonics drops UPDOWN',
		'snmp-server location 10% of the room: second floor',
		' description backup at 10:11:12',
		'ip http path %2F-5-A',
		'set system login message "Broadcast to all"',
		'username anna password 7 %A-B:',
		' description *** Message from the owner to all of us',
		'#',
		' description CRITICAL: do not shut #2 down',
		'*** ams-gw-01 ***',
	])('leaves config alone: %s', (line) => {
		expect(findLogMessages(`interface Vlan1\n${line}\nend\n`)).toEqual([]);
	});
});

it('takes time in proportion to the text, whatever a device sends', () => {
	const line = '%A-1-B:'.repeat(40_000);
	const lines = '%A-1-B: c\n'.repeat(40_000);
	const cpuMs = cpuTime();

	expect(findLogMessages(`x${line}`)).toEqual([]);
	expect(logMessageLines(lines).at(-1)).toEqual({ number: 40_000, line: '%A-1-B: c' });
	expect(cpuMs()).toBeLessThan(2_000);
});

it('reads a long word of capitals once', () => {
	const text = `${'A'.repeat(100_000)} :OID `;
	const cpuMs = cpuTime();

	expect(findLogMessages(text)).toEqual([]);
	expect(logMessageName(text)).toBe('');
	expect(cpuMs()).toBeLessThan(2_000);
});

describe('logMessageLines', () => {
	it('tells the lines alone, in their order, with their numbers', () => {
		const [first = '', second = ''] = MESSAGES;

		expect(logMessageLines(`hostname R1\n${second}\nend\n${first}`)).toEqual([
			{ number: 2, line: second },
			{ number: 4, line: first },
		]);
	});
});

describe('logMessageName', () => {
	it.each(MESSAGES)('tells nothing of what happened: %s', (message) => {
		expect(logMessageName(message)).not.toBe('');
		expect(logMessageName(message)).not.toMatch(/anna|changed state|192\.0\.2\.1/);
	});

	it.each([
		[MESSAGES[0], '%LINK-3-UPDOWN'],
		[MESSAGES[9], '%%01IFNET/4/IF_STATE'],
		[MESSAGES[10], 'ams-agg-01 IFNET/3/PHY_UPDOWN'],
		[MESSAGES[11], '<Info:vlan.msgs.portLinkStateUp>'],
		[MESSAGES.at(-4), '*** --- SHUTDOWN'],
	])('is short: %s', (message = '', name) => {
		expect(logMessageName(message)).toBe(name);
	});

	it('is none of the lines around it, which may hold a secret', () => {
		const around = ' password cipher %^%#fictive%^%#\n';
		const [found = ''] = findLogMessages(`${around}${MESSAGES[9]}\n${around}`);

		expect(logMessageName(found)).toBe('%%01IFNET/4/IF_STATE');
	});
});
