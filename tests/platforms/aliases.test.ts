import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { corpusIsMissing } from '../support/corpus.ts';
import { recordedByExec, recordedInShell } from '../support/ssh/recorded-systems.ts';

/**
 * What other tools call these systems: `device_type` of netmiko, drivers of NAPALM and its community, models of Oxidized,
 * `network_os` of Ansible. A team that comes from one of them keeps its inventory.
 */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	netmiko: {
		arista_eos: 'arista_eos',
		aruba_aoscx: 'aruba_aoscx',
		aruba_procurve: 'hp_procurve',
		checkpoint_gaia: 'checkpoint_gaia',
		cisco_asa: 'cisco_asa',
		cisco_ios: 'cisco_ios',
		cisco_nxos: 'cisco_nxos',
		cisco_xe: 'cisco_xe',
		cisco_xr: 'cisco_xr',
		dell_os10: 'dell_os10',
		extreme: 'extreme_exos',
		extreme_exos: 'extreme_exos',
		f5_linux: 'f5_tmsh',
		f5_ltm: 'f5_tmsh',
		f5_tmsh: 'f5_tmsh',
		fortinet: 'fortinet',
		generic: 'generic',
		generic_termserver: 'generic',
		hp_comware: 'hp_comware',
		hp_procurve: 'hp_procurve',
		huawei: 'huawei_vrp',
		huawei_vrp: 'huawei_vrp',
		huawei_vrpv8: 'huawei_vrp',
		juniper: 'juniper_junos',
		juniper_junos: 'juniper_junos',
		mikrotik_routeros: 'mikrotik_routeros',
		nokia_sros: 'nokia_sros',
		alcatel_sros: 'nokia_sros',
		paloalto_panos: 'paloalto_panos',
		ubiquiti_edgerouter: 'ubiquiti_edgeos',
		vyos: 'vyos',
		vyatta_vyos: 'vyos',
	},
	NAPALM: {
		eos: 'arista_eos',
		ios: 'cisco_ios',
		iosxr: 'cisco_xr',
		iosxr_netconf: 'cisco_xr',
		junos: 'juniper_junos',
		nxos: 'cisco_nxos',
		nxos_ssh: 'cisco_nxos',
		asa: 'cisco_asa',
		ce: 'huawei_vrp',
		fortios: 'fortinet',
		huawei_vrp: 'huawei_vrp',
		panos: 'paloalto_panos',
		procurve: 'hp_procurve',
		ros: 'mikrotik_routeros',
		sros: 'nokia_sros',
		vyos: 'vyos',
	},
	Oxidized: {
		aoscx: 'aruba_aoscx',
		asa: 'cisco_asa',
		comware: 'hp_comware',
		cumulus: 'cumulus',
		edgeos: 'ubiquiti_edgeos',
		eos: 'arista_eos',
		fortigate: 'fortinet',
		fortios: 'fortinet',
		gaiaos: 'checkpoint_gaia',
		ios: 'cisco_ios',
		iosxe: 'cisco_xe',
		iosxr: 'cisco_xr',
		junos: 'juniper_junos',
		nxos: 'cisco_nxos',
		opnsense: 'opnsense',
		os10: 'dell_os10',
		panos: 'paloalto_panos',
		panos_api: 'paloalto_panos',
		pfsense: 'pfsense',
		procurve: 'hp_procurve',
		routeros: 'mikrotik_routeros',
		sros: 'nokia_sros',
		srosmd: 'nokia_srosmd',
		tmos: 'f5_tmsh',
		vrp: 'huawei_vrp',
		vyatta: 'vyos',
		vyos: 'vyos',
		xos: 'extreme_exos',
	},
	Ansible: {
		'arista.eos.eos': 'arista_eos',
		'arubanetworks.aoscx.aoscx': 'aruba_aoscx',
		'check_point.gaia.checkpoint': 'checkpoint_gaia',
		'cisco.asa.asa': 'cisco_asa',
		'cisco.ios.ios': 'cisco_ios',
		'cisco.iosxr.iosxr': 'cisco_xr',
		'cisco.nxos.nxos': 'cisco_nxos',
		'community.network.ce': 'huawei_vrp',
		'community.network.edgeos': 'ubiquiti_edgeos',
		'community.network.exos': 'extreme_exos',
		'community.network.sros': 'nokia_sros',
		'community.routeros.routeros': 'mikrotik_routeros',
		'dellemc.os10.os10': 'dell_os10',
		dellos10: 'dell_os10',
		edgeos: 'ubiquiti_edgeos',
		exos: 'extreme_exos',
		'fortinet.fortios.fortios': 'fortinet',
		'frr.frr.frr': 'frr',
		'junipernetworks.junos.junos': 'juniper_junos',
		routeros: 'mikrotik_routeros',
		'vyos.vyos.vyos': 'vyos',
	},
};

describe.each(Object.entries(NAMES))('names of %s', (_, names) => {
	it.each(Object.entries(names))('%s is %s', (name, platform) => {
		expect(platforms.resolve(name)?.name).toBe(platform);
	});
});

it.skipIf(corpusIsMissing)('knows what the recorded systems are called', () => {
	const systems = readdirSync('../shared/corpus/oxidized/decoded').map((file) => file.split('#')[0] ?? '');
	const known = new Set(systems.filter((system) => platforms.resolve(system) !== null));

	expect(Object.fromEntries([...known].map((system) => [system, platforms.resolve(system)?.name]))).toEqual({
		...recordedInShell,
		...recordedByExec,
	});
});
