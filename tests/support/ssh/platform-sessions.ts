import type { CliScript } from './cli-device.ts';

/** How a platform greets, asks, pages and prompts; what it shows is the fixture of its platform. */
export const platformSessions: Readonly<Record<string, Omit<CliScript, 'replies'>>> = {
	fortinet: {
		prompt: 'ams-fw-01 (root) # ',
		banner: 'Authorised use only\n',
		question: { text: "(Press 'a' to accept):", keys: 'a' },
		pager: { lines: 20, prompt: '--More-- ', wipe: '\r         \r' },
	},
	paloalto_panos: { prompt: 'audit@ams-fw-02(active)> ', banner: 'Last login: Mon Jan  5 10:12:13 2026\n\n' },
	cisco_asa: {
		prompt: 'ams-fw-03> ',
		banner: "Type help or '?' for a list of available commands.\n",
		enable: { password: null, prompt: 'ams-fw-03/pri/act# ' },
		pager: { lines: 24, prompt: '<--- More --->', wipe: '\r              \r', off: 'terminal pager 0' },
	},
	nokia_sros: { prompt: '*A:ams-pe-02# ', banner: '\n\nTiMOS-C-22.10.R4 cpm/hops64 Nokia 7750 SR\n\n' },
	nokia_srosmd: {
		prompt: 'A:audit@ams-pe-03# ',
		preamble: '\n[/]\n',
		banner: '\nTiMOS-B-23.10.R2 both/x86_64 Nokia 7750 SR-1\n',
	},
	vyos: { prompt: 'audit@ams-gw-02:~$ ', banner: 'Welcome to VyOS!\n\n' },
	ubiquiti_edgeos: { prompt: 'audit@ams-gw-03:~$ ', banner: 'Linux ams-gw-03 4.14.54\nWelcome to EdgeOS\n' },
};
