import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const nokiaSros: Personality = {
	platform: 'nokia_sros',
	ident: 'OpenSSH_6.6.1',
	logins: ['publickey', 'password', 'keyboard-interactive'],
	commands: [
		{ typed: /^environment no more$/, effect: 'pager-off' },
		{ typed: /^admin display-config$/, effect: 'show-running' },
		{ typed: /^logout$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: 'Press any key to continue (Q to quit)', erase: `\r${' '.repeat(37)}\r` },
	prompt: ({ name }) => `A:${name}# `,
	reject: (_, command) => `${' '.repeat(command.search(/\S/) + 2)}^\nError: Bad command.`,
	show: (runningConfig, { now }) => {
		const { day, month, date, year, time } = clockParts(now);
		const stamp = `${day} ${month} ${date.padStart(2, '0')} ${time} ${year} UTC`.toUpperCase();
		const head = '# TiMOS-C-22.10.R4 cpm/hops64 Nokia 7750 SR Copyright (c) 2000-2023 Nokia.';
		return `${head}\n\n# Generated ${stamp}\n\nexit all\n${runningConfig}\nexit all\n\n# Finished ${stamp}\n`;
	},
	exec: false,
	rejectStatus: 1,
};
