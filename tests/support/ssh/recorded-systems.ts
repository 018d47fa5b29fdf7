/** Recorded in a shell: platforms by what Oxidized calls them. */
export const recordedInShell: Readonly<Record<string, string>> = {
	ios: 'cisco_ios',
	nxos: 'cisco_nxos',
	eos: 'arista_eos',
	junos: 'juniper_junos',
	aoscx: 'aruba_aoscx',
	cumulus: 'cumulus',
};

/** Recorded without a shell: one request, and what came back. */
export const recordedByExec: Readonly<Record<string, string>> = {
	opnsense: 'opnsense',
	pfsense: 'pfsense',
	routeros: 'mikrotik_routeros',
};
