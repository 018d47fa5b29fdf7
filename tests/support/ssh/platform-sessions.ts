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
	hp_procurve: {
		prompt: 'HP-2920 (room 2)> ',
		screen: 'NEL',
		banner:
			'\x1b[2J\x1b[?7l\x1b[3;23r\x1b[?6l\x1b[1;1HHP J9729A 2920-48G Switch\n\rSoftware revision WB.16.11.0012\n\r',
		question: { text: '\x1b[24;1HPress any key to continue\x1b[1;1H\x1b[?25h\x1b[24;27H', keys: ' ' },
		enable: { password: null, prompt: 'HP-2920 (room 2)# ' },
	},
	extreme_exos: {
		prompt: '* (pending-AAA) Slot-1 ams-acc-03.1 # ',
		banner: 'ExtremeXOS\n\nRemember to save your configuration changes.\n\n',
		pager: { lines: 20, prompt: '\x1b[7mPress <SPACE> to continue or <Q> to quit:\x1b[m', wipe: '\r\x1b[K' },
	},
	huawei_vrp: {
		prompt: '<AMS PE (1)>',
		banner: '\nInfo: The max number of VTY users is 5, and the number\n      of current VTY users on line is 1.\n',
		question: { text: 'The password needs to be changed. Change now? [Y/N]:', keys: 'n\n' },
		pager: { lines: 20, prompt: '  ---- More ----', wipe: `\x1b[42D${' '.repeat(42)}\x1b[42D` },
	},
	aruba_aoscx: {
		prompt: 'ams-acc-01# ',
		banner:
			'\nLast login: 2026-01-05 10:12:13 from 192.0.2.9\nUser "audit" has logged in 12 times in the past 30 days\n',
		pager: { lines: 20, prompt: '-- MORE --, next page: Space, next line: Enter, quit: q', wipe: '\r\x1b[K' },
	},
	ubiquiti_edgeos: { prompt: 'audit@ams-gw-03:~$ ', banner: 'Linux ams-gw-03 4.14.54\nWelcome to EdgeOS\n' },
};
