import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/domain/drift-report.ts';
import type { Platform } from '../../../../src/domain/platform/platform.ts';
import { gradeChanges } from '../../../../src/domain/severity/grade-changes.ts';
import type { Severity } from '../../../../src/domain/severity/severity.ts';
import { platformOf } from '../../../support/platform-of.ts';

function changeOf(path: readonly string[]): Change {
	return {
		kind: 'missing',
		lineage: path.slice(0, -1),
		line: path.at(-1) ?? '',
		runningText: null,
		intendedLine: 1,
		runningLine: null,
		class: null,
	};
}

function gradeOf(path: readonly string[], platform: Platform): Severity | undefined {
	return gradeChanges([changeOf(path)], platform)[0]?.severity;
}

const GRADES: readonly (readonly [string, readonly string[], Severity])[] = [
	['cisco_ios', ['ip access-list extended EDGE', 'permit tcp any any eq 22'], 'critical'],
	['cisco_ios', ['interface Gi0/1', 'ip access-group EDGE in'], 'critical'],
	['cisco_ios', ['no aaa new-model'], 'critical'],
	['cisco_ios', ['username anna privilege 15 secret 9 <secret:1f3a9c>'], 'critical'],
	['cisco_ios', ['line vty 0 4', 'transport input telnet'], 'critical'],
	['cisco_ios', ['snmp-server community <secret:1f3a9c> RO'], 'critical'],
	['cisco_ios', ['router bgp 65000', 'neighbor 192.0.2.1 password 7 <secret:1f3a9c>'], 'critical'],
	['cisco_ios', ['router bgp 65000', 'neighbor 192.0.2.1 remote-as 65001'], 'high'],
	['cisco_ios', ['router bgp 65000', 'neighbor 192.0.2.1 description to anna'], 'low'],
	['cisco_ios', ['no ip route 0.0.0.0 0.0.0.0 192.0.2.1'], 'high'],
	['cisco_ios', ['interface Gi0/1', 'ip address 192.0.2.1 255.255.255.0'], 'high'],
	['cisco_ios', ['interface Gi0/1', 'no shutdown'], 'high'],
	['cisco_ios', ['interface Gi0/1', 'description aaa router firewall'], 'low'],
	['cisco_ios', ['ip access-list extended EDGE', 'remark opened for anna'], 'low'],
	['cisco_ios', ['banner motd', 'username'], 'low'],
	['cisco_ios', ['ntp server 192.0.2.1'], 'medium'],
	['cisco_ios', ['interface Gi0/1', 'mtu 9000'], 'medium'],
	['cisco_nxos', ['feature telnet'], 'critical'],
	['cisco_nxos', ['feature lacp'], 'medium'],
	['cisco_xr', ['route-policy PASS', 'pass'], 'high'],
	['juniper_junos', ['system', 'login', 'user anna', 'class super-user'], 'critical'],
	['juniper_junos', ['system', 'services', 'telnet'], 'critical'],
	['juniper_junos', ['firewall', 'family inet', 'filter EDGE', 'term 1', 'then accept'], 'critical'],
	['juniper_junos', ['protocols', 'bgp', 'group IX', 'peer-as 65001'], 'high'],
	['juniper_junos', ['interfaces', 'ge-0/0/0', 'description "firewall"'], 'low'],
	['juniper_junos', ['set system login user anna class super-user'], 'critical'],
	['juniper_junos', ['set interfaces ge-0/0/0 description "firewall"'], 'low'],
	['juniper_junos', ['set system ntp server 192.0.2.1'], 'medium'],
	['frr', ['route-map IN permit 10', 'set metric 10'], 'high'],
];

describe('gradeChanges', () => {
	it.each(GRADES)('on %s: %j is %s', (platform, path, severity) => {
		expect(gradeOf(path, platformOf(platform))).toBe(severity);
	});

	it('takes the worse of what was intended and what runs', () => {
		const change: Change = { ...changeOf(['login']), kind: 'changed', line: 'x 1', runningText: 'username anna' };

		expect(gradeChanges([change], platformOf('cisco_ios'))[0]?.severity).toBe('critical');
	});

	it('asks the rules of the platform first', () => {
		const platform: Platform = {
			...platformOf('cisco_ios'),
			severity: [{ severity: 'low', on: 'line', command: /ntp\b/ }],
		};

		expect(gradeOf(['ntp server 192.0.2.1'], platform)).toBe('low');
		expect(gradeOf(['aaa new-model'], platform)).toBe('critical');
	});

	it('changes nothing else', () => {
		const change = changeOf(['ntp server 192.0.2.1']);

		expect(gradeChanges([change], platformOf('cisco_ios'))).toEqual([{ ...change, severity: 'medium' }]);
	});
});
