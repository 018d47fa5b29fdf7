import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const ciscoAsa: Personality = {
	platform: 'cisco_asa',
	ident: 'Cisco-1.25',
	logins: ['publickey', 'password', 'keyboard-interactive'],
	commands: [
		{ typed: /^terminal pager 0$/, effect: 'pager-off' },
		{ typed: /^enable$/, effect: 'enable' },
		{ typed: /^show running-config$/, effect: 'show-running', privileged: true },
		{ typed: /^(?:exit|logout|quit)$/, effect: 'logout' },
	],
	enable: { passwordPrompt: 'Password: ', denied: 'Invalid password\n' },
	pager: { prompt: '<--- More --->', erase: `\r${' '.repeat(14)}\r` },
	prompt: ({ name, privileged }) => `${name}${privileged ? '#' : '>'} `,
	reject: ({ name }) => `${' '.repeat(name.length + 2)}^\nERROR: % Invalid input detected at '^' marker.`,
	show: (runningConfig, { changedAt, changedBy }) => {
		const { day, month, date, year, time, millis } = clockParts(changedAt);
		const written = `: Written by ${changedBy} at ${time}.${millis} UTC ${day} ${month} ${date} ${year}`;
		return `: Saved\n${written}\n:\nASA Version 9.16(4)57\n!\n${runningConfig}\nCryptochecksum:${'0a1b2c3d'.repeat(4)}\n: end\n`;
	},
	exec: false,
	rejectStatus: 1,
};
