import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import type { DeviceConfig } from '../../src/domain/device.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import { compareTexts, differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

const RULE = 'firewall name A rule 10';
const ACTION = `set ${RULE} action accept`;
const PROTOCOL = `set ${RULE} protocol tcp`;
const OTHER = 'set firewall name A rule 20 action drop';

/** Of a device that runs all of them, the commands that leave the intended statements alone. */
function commandsFor(name: string, intended: readonly string[], running: readonly string[]): readonly string[] {
	const platform = platformOf(name);
	const masks = compileMasks(platform, { fingerprintKey: 'test' });
	const prepared = (lines: readonly string[]) => prepareConfig(withName(lines), masks);
	const { changes } = compareTexts({ platform, intended: withName(intended), running: withName(running) });
	return remediate({ intended: prepared(intended), running: prepared(running) }, changes, platform);
}

function withName(lines: readonly string[]): string {
	return ['set system host-name edge', ...lines, ''].join('\n');
}

describe.each(['vyos', 'ubiquiti_edgeos'])('nodes of %s', (name) => {
	const compare = (intended: readonly string[], running: readonly string[]): readonly string[] =>
		differences({ platform: platformOf(name), intended: withName(intended), running: withName(running) });

	it('are made by what stands in them, whoever names them as well', () => {
		const nodes = ['set firewall name A', `set ${RULE}`, ACTION];

		expect(compare(nodes, [ACTION])).toEqual([]);
		expect(compare([ACTION], nodes)).toEqual([]);
		expect(compare([`set ${RULE}`], [ACTION])).toEqual([`extra ${ACTION}`]);
		expect(compare([ACTION], [`set ${RULE}`])).toEqual([`missing ${ACTION}`]);
	});

	it('are told where one side has an empty one', () => {
		expect(compare(['set firewall name A', OTHER], [OTHER])).toEqual([]);
		expect(compare(['set firewall name A'], [])).toEqual(['missing set firewall name A']);
		expect(compare([], ['set firewall name A'])).toEqual(['extra set firewall name A']);
		expect(compare([`set ${RULE}`, OTHER], [OTHER])).toEqual([`missing set ${RULE}`]);
		expect(compare(['set firewall name A rule 1'], [ACTION])).toHaveLength(2);
	});

	it('go as a whole where nothing in them is to stay', () => {
		expect(commandsFor(name, [OTHER], [ACTION, PROTOCOL, OTHER])).toEqual([`delete ${RULE}`]);
		expect(commandsFor(name, [], [ACTION, PROTOCOL])).toEqual(['delete firewall']);
		expect(commandsFor(name, [OTHER], [OTHER, `set ${RULE} description "two words"`])).toEqual([`delete ${RULE}`]);
	});

	it('stay where the file names them, or something in them is to stay', () => {
		expect(commandsFor(name, [ACTION], [ACTION, PROTOCOL])).toEqual([`delete ${RULE} protocol`]);
		expect(commandsFor(name, [`set ${RULE}`, OTHER], [ACTION, OTHER])).toEqual([`delete ${RULE} action`]);
		// Shown by the device anyway, and told to nobody.
		const card = 'set interfaces ethernet eth1 hw-id 00:53:00:aa:bb:cc';
		expect(commandsFor(name, [], [card, 'set interfaces ethernet eth1 mtu 9000'])).toEqual([
			'delete interfaces ethernet eth1 mtu',
		]);
	});

	it('stay where a mask of the user took lines out that may be in them', () => {
		const platform = platformOf(name);
		const mask = { id: 'volatile/times', kind: 'volatile', pattern: / ntp /, reason: 'kept elsewhere' } as const;
		const userMasks = [{ ...mask, platform: name, action: 'drop-line', matches: [], spares: [] } as const];
		const masks = compileMasks(platform, { userMasks, fingerprintKey: 'test' });
		const [intended, running] = [
			'set service ssh port 22\n',
			'set service ssh port 22\nset system ntp server a\nset system login user b full-name c\n',
		].map((text) => prepareConfig(text, masks)) as [DeviceConfig, DeviceConfig];
		const { changes } = compareConfigs({ intended, running }, masks, {});

		expect(remediate({ intended, running }, changes, platform)).toEqual(['delete system login user b full-name c']);
	});

	it('take a secret along that nobody can fill in', () => {
		const key = 'set service snmp community fictive authorization rw';

		expect(commandsFor(name, ['set service ssh port 22'], ['set service ssh port 22', key])).toEqual([
			'delete service snmp',
		]);
	});

	it('take one value of several with it, and no other', () => {
		const server = 'set system ntp server';

		expect(commandsFor(name, [`${server} a`], [`${server} a`, `${server} ab`])).toEqual([
			'delete system ntp server ab',
		]);
	});
});

describe('nodes of juniper_junos', () => {
	const junos = 'juniper_junos';
	const compare = (intended: readonly string[], running: readonly string[]): readonly string[] =>
		differences({ platform: platformOf(junos), intended: withName(intended), running: withName(running) });
	const family = 'set interfaces ge-0/0/1 unit 0 family inet';
	const address = `${family} address 192.0.2.1/24`;
	const route = (rest: string): string => `set routing-options static route ${rest}`;
	const kept = route('0.0.0.0/0 next-hop 192.0.2.9');

	it('are made by what stands in them, whoever names them as well', () => {
		expect(compare([family, address], [address])).toEqual([]);
		expect(compare([address], [family, address])).toEqual([]);
		expect(compare([family], [address])).toEqual([`extra ${address}`]);
		expect(compare([family], [])).toEqual([`missing ${family}`]);
	});

	it('are made without the states that stand for nodes around them', () => {
		const inner = 'deactivate interfaces ge-0/0/1 unit 0';
		const outer = 'deactivate interfaces ge-0/0/1';

		expect(compare([address, inner, outer], [address, inner])).toEqual([`missing ${outer}`]);
	});

	it('have the place in their list where they are named first', () => {
		const policy = 'set policy-options policy-statement P term';
		const [one, other] = [`${policy} A then accept`, `${policy} B then reject`];

		expect(compare([`${policy} A`, other, one], [other, one])).not.toEqual([]);
	});

	it('go as entries with their name, where nothing in them is to stay', () => {
		const going = [route('192.0.2.0/24 next-hop 192.0.2.9'), route('192.0.2.0/24 preference 7')];

		expect(commandsFor(junos, [kept], [kept, ...going])).toEqual(['delete routing-options static route 192.0.2.0/24']);
		expect(commandsFor(junos, [kept], [kept, ...going.slice(0, 1)])).toEqual([
			'delete routing-options static route 192.0.2.0/24',
		]);
		expect(commandsFor(junos, going.slice(0, 1), going)).toEqual([
			'delete routing-options static route 192.0.2.0/24 preference 7',
		]);
		expect(commandsFor(junos, [], [kept])).toEqual(['delete routing-options static route 0.0.0.0/0']);
	});

	it.each(['deactivate', 'protect'])('lose a state where they have it, and with it when they go: %s', (verb) => {
		const inner = `${verb} interfaces ge-0/0/1 unit 0 family inet`;
		const takesBack = { deactivate: 'activate', protect: 'unprotect' }[verb];

		expect(commandsFor(junos, [address], [address, inner])).toEqual([
			`${takesBack} interfaces ge-0/0/1 unit 0 family inet`,
		]);
		expect(commandsFor(junos, [address, inner], [address, inner, `${verb} interfaces ge-0/0/1`])).toEqual([
			`${takesBack} interfaces ge-0/0/1`,
		]);
	});

	it('go without what was inactive in them', () => {
		const inner = 'deactivate interfaces ge-0/0/1 unit 0 family inet';

		expect(commandsFor(junos, [kept], [kept, address, inner])).toEqual(['delete interfaces ge-0/0/1']);
		expect(commandsFor(junos, [kept], [kept, address, 'deactivate interfaces ge-0/0/1'])).toEqual([
			'delete interfaces ge-0/0/1',
		]);
	});

	it('are said again where the file names them and the last statement in them goes', () => {
		const [ssh, root, version] = ['', ' root-login deny', ' protocol-version v2'].map(
			(rest) => `set system services ssh${rest}`,
		) as [string, string, string];
		const takenBack = root.replace('set', 'delete');

		expect(commandsFor(junos, [ssh], [root])).toEqual([takenBack, ssh]);
		expect(commandsFor(junos, [ssh, version], [root, version])).toEqual([takenBack]);
		expect(commandsFor(junos, [ssh], [root, version])).toEqual([takenBack, version.replace('set', 'delete'), ssh]);
	});

	it('go when nothing protects them any more', () => {
		expect(commandsFor(junos, [kept], [kept, address, 'protect interfaces ge-0/0/1'])).toEqual([
			'unprotect interfaces ge-0/0/1',
			'delete interfaces ge-0/0/1',
		]);
	});

	it('go only by a name, not by a word in the place of one', () => {
		const policy = 'policy-options policy-statement P term A';
		const zone = 'security zones security-zone T address-book';
		const groups: readonly (readonly [stays: string, ...going: readonly string[]])[] = [
			[`${policy} then accept`, `${policy} then community add C`, `${policy} then community add D`],
			['interfaces ge-0/0/0 mtu 9000', 'interfaces interface-range R member ge-0/0/1'],
			[`${zone} address-set S address A`, `${zone} address A 192.0.2.0/24`, `${zone} address B 198.51.100.0/24`],
		];

		for (const [stays, ...going] of groups) {
			const [intended, running] = [[`set ${stays}`], [stays, ...going].map((path) => `set ${path}`)];
			expect(commandsFor(junos, intended, running)).toEqual(going.map((path) => `delete ${path}`));
		}
	});

	it('go so from braces on one line, too', () => {
		const routes = (...inside: readonly string[]): readonly string[] => [
			'routing-options {',
			'    static {',
			'        route 0.0.0.0/0 next-hop 192.0.2.9;',
			...inside,
			'    }',
			'}',
		];
		const prepared = (lines: readonly string[]): string => [...lines, ''].join('\n');
		const platform = platformOf(junos);
		const masks = compileMasks(platform, { fingerprintKey: 'test' });
		const [intended, running] = [prepared(routes()), prepared(routes('route 192.0.2.0/24 next-hop 192.0.2.9;'))];
		const { changes } = compareTexts({ platform, intended, running });

		expect(
			remediate(
				{ intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) },
				changes,
				platform,
			),
		).toEqual(['delete routing-options static route 192.0.2.0/24']);
	});
});
