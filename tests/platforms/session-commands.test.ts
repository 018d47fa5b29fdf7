import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** A file that can be pasted, and what the device then shows. */
const PASTED: readonly (readonly [platform: string, before: string, config: string, after: string])[] = [
	['cisco_ios', 'configure terminal', 'hostname a', 'end\nwrite memory'],
	['cisco_xe', 'conf t', 'hostname a\ncrypto key generate rsa modulus 2048', 'do wr'],
	['arista_eos', 'configure terminal', 'hostname a', 'copy running-config startup-config'],
	['cisco_asa', 'conf t', 'hostname a\ncrypto key generate rsa modulus 2048', 'write mem'],
	['frr', 'configure terminal', 'hostname a', 'write'],
	['aruba_aoscx', 'configure terminal', 'hostname a', 'write memory'],
	['hp_procurve', 'configure terminal', 'hostname "a"', 'write memory'],
	['dell_os10', 'configure terminal', 'hostname a', 'write memory'],
	['cisco_xr', 'configure', 'hostname a', 'commit replace'],
	['juniper_junos', 'configure private', 'set system host-name a', 'commit and-quit'],
	['paloalto_panos', 'configure', 'set deviceconfig system hostname a', 'commit'],
	['vyos', 'configure', "set system host-name 'a'", 'commit\nsave'],
	['ubiquiti_edgeos', 'configure', 'set system host-name a', 'commit\nsave'],
	['huawei_vrp', 'system-view', 'sysname a', 'return\nsave'],
	['hp_comware', 'system-view', 'sysname a', 'return\nsave force'],
	['checkpoint_gaia', '', 'set hostname a', 'save config'],
	['cumulus', '', 'nv set system hostname a', 'nv config apply -y\nnv config save'],
];

/** Settings that begin or end as such a command does. */
const SETTINGS: readonly (readonly [platform: string, line: string])[] = [
	['cisco_ios', 'alias exec wr write memory'],
	['cisco_ios', 'privilege exec level 7 configure terminal'],
	['cisco_ios', 'event manager applet A\n action 1 cli command "write memory"'],
	['cisco_ios', 'crypto key pubkey-chain rsa'],
	['cisco_ios', 'kron policy-list A\n cli write memory'],
	['cisco_nxos', 'scheduler job name A\ncopy running-config startup-config\nend-job'],
	['extreme_exos', 'create upm profile A\nsave configuration\n.'],
	['arista_eos', 'role A\n   10 permit mode exec command configure'],
	['cisco_xr', 'commit-database A'],
	['juniper_junos', 'set system commit synchronize'],
	['vyos', 'set system config-management commit-revisions 100'],
	['huawei_vrp', 'configuration file auto save'],
	['hp_comware', 'save-buffer'],
];

describe('what stands around a configuration so that it can be pasted', () => {
	it.each(PASTED)('says nothing: %s', (name, before, config, after) => {
		const shown = config.replace(/\ncrypto key .*/, '');

		expect(
			differences({ platform: platformOf(name), intended: `${before}\n${config}\n${after}\n`, running: `${shown}\n` }),
		).toEqual([]);
	});

	it.each(SETTINGS)('is no setting that looks like it: %s, %s', (name, line) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: `${line}\n`, running: '' })).not.toEqual([]);
		expect(differences({ platform, intended: '', running: `${line}\n` })).not.toEqual([]);
	});
});
