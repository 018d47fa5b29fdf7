import { expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

const masks = compileMasks(platformOf('frr'), { fingerprintKey: 'test' });

function planFor(intendedText: string, runningText: string): readonly string[] {
	const [intended, running] = [prepareConfig(intendedText, masks), prepareConfig(runningText, masks)];
	const { changes } = compareConfigs({ intended, running }, masks);
	return remediate({ intended, running }, changes, platformOf('frr')).map((command) => command.trim());
}

/** A section, a line in it that came, and the command that FRRouting 8.4.4 takes against it. */
const CAME: readonly (readonly [section: string, line: string, command: string])[] = [
	['bfd\n profile A', 'detect-multiplier 5', 'detect-multiplier 3'],
	['bfd\n peer 192.0.2.1', 'receive-interval 400', 'receive-interval 300'],
	['bfd\n peer 192.0.2.1', 'echo transmit-interval 80', 'echo transmit-interval 50'],
	['line vty', 'exec-timeout 0 0', 'exec-timeout 10 0'],
	['key chain A\n key 1', 'send-lifetime 00:00:00 Jan 01 2030 infinite', 'no send-lifetime'],
	['route-map A permit 10', 'description to core', 'no description'],
	['route-map A permit 10', 'set as-path prepend 65001 65001', 'no set as-path prepend'],
	['route-map A permit 10', 'on-match goto 20', 'no on-match goto'],
	['router ospf', 'maximum-paths 8', 'no maximum-paths'],
	['router ospf', 'graceful-restart grace-period 60', 'no graceful-restart'],
	['router isis A', 'segment-routing global-block 17000 18000', 'no segment-routing global-block'],
	['router bgp 65001\n address-family l2vpn evpn', 'advertise ipv4 unicast route-map A', 'no advertise ipv4 unicast'],
	['segment-routing\n traffic-eng\n  segment-list A', 'index 10 mpls label 16001', 'no index 10'],
];

it.each(CAME)('%j: takes %s back with %s', (section, line, command) => {
	const indent = ' '.repeat(section.split('\n').length);
	const intended = `${section}\n${indent}no shutdown`;

	expect(planFor(intended, `${intended}\n${indent}${line}`)).toContain(command);
});

it('takes nothing back that there is no command against', () => {
	const running = 'segment-routing\n traffic-eng\n  pcep\n   pce A\n    address ip 192.0.2.1\nhostname a';

	expect(planFor('hostname a', running)).toEqual([
		'segment-routing',
		'traffic-eng',
		'pcep',
		'no pce A',
		'exit',
		'exit',
		'exit',
	]);
});

it.each([
	['router ospf', 'passive-interface eth0'],
	['router ospf6', 'interface eth0 area 0'],
])('writes what stands in the interface as a device of an older release shows it: %s', (router, line) => {
	const port = 'interface eth0\n description a\n';
	const [bare, said] = [
		`${router}\n router-id 192.0.2.1\n${port}`,
		`${router}\n router-id 192.0.2.1\n ${line}\n${port}`,
	];
	const other = said.replace(line, line.replace('eth0', 'eth1'));

	expect(planFor(bare, said)).toEqual([router, `no ${line}`, 'exit']);
	expect(planFor(said, other)).toEqual(expect.arrayContaining([`no ${line.replace('eth0', 'eth1')}`, line]));
	expect(planFor(said, other)).not.toContain('interface eth0');
});

it('is adopted where an interface is passive no more, in both ways to say it', () => {
	const port = (...lines: readonly string[]): string =>
		['interface eth0', ...lines.map((line) => ` ${line}`), 'exit\n'].join('\n');
	const router = 'router ospf\n ospf router-id 192.0.2.1\n';
	const texts = [
		`${port('ip ospf cost 5')}!\n${router} passive-interface eth0\nexit\n`,
		`${port('ip ospf cost 5')}!\n${router}exit\n`,
		`${port('ip ospf cost 5', 'ip ospf passive')}!\n${router}exit\n`,
	];

	expectAdopted('frr', { files: texts, devices: texts });
});
