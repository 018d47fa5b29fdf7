import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const aristaEos: Personality = {
	platform: 'arista_eos',
	ident: 'OpenSSH_8.7',
	logins: ['publickey', 'keyboard-interactive'],
	commands: [
		{ typed: /^terminal length 0$/, effect: 'pager-off', answer: 'Pagination disabled.' },
		{ typed: /^terminal width 32767$/, effect: 'none', answer: 'Width set to 32767 columns.' },
		{ typed: /^terminal width 511$/, effect: 'none', answer: 'Width set to 511 columns.' },
		{ typed: /^enable$/, effect: 'enable' },
		{ typed: /^show running-config$/, effect: 'show-running', privileged: true },
		{ typed: /^(?:exit|logout)$/, effect: 'logout' },
	],
	enable: { passwordPrompt: 'Password: ', denied: '% Authorization denied\n' },
	pager: { prompt: ' --More-- ', erase: '\r\x1b[K' },
	prompt: ({ name, privileged }) => `${name}${privileged ? '#' : '>'}`,
	reject: () => '% Invalid input',
	show: (runningConfig, { name, now }) => {
		const { day, month, date, year, time } = clockParts(now);
		const stamp = `${day} ${month} ${date.padStart(2)} ${time} ${year}`;
		return `! Command: show running-config\n! Time: ${stamp}\n! device: ${name} (DCS-7050SX3-48YC8, EOS-4.28.8M)\n!\n! boot system flash:/EOS-4.28.8M.swi\n!\n${runningConfig}\n`;
	},
	exec: true,
	rejectStatus: 1,
};
