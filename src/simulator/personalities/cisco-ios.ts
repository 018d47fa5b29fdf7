import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const ciscoIos: Personality = {
	platform: 'cisco_ios',
	ident: 'Cisco-1.25',
	logins: ['publickey', 'keyboard-interactive', 'password'],
	commands: [
		{ typed: /^term(?:inal)? len(?:gth)? 0$/, effect: 'pager-off' },
		{ typed: /^term(?:inal)? width \d+$/, effect: 'none' },
		{ typed: /^en(?:able)?$/, effect: 'enable' },
		{ typed: /^sh(?:ow)? ver(?:sion)?$/, effect: 'none', answer: 'Cisco IOS Software, Version 15.9, RELEASE SOFTWARE' },
		{ typed: /^sh(?:ow)? priv(?:ilege)?$/, effect: 'none', answer: 'Current privilege level is 15', privileged: true },
		{ typed: /^sh(?:ow)? run(?:ning-config)?$/, effect: 'show-running', privileged: true },
		{ typed: /^(?:exit|logout|quit)$/, effect: 'logout' },
	],
	enable: { passwordPrompt: 'Password: ', denied: '% Access denied\n' },
	pager: { prompt: ' --More-- ', erase: `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}` },
	prompt: ({ name, privileged }) => `${name}${privileged ? '#' : '>'}`,
	reject: ({ name }) => `${' '.repeat(name.length + 1)}^\n% Invalid input detected at '^' marker.\n`,
	show: (runningConfig, { changedAt, changedBy }) => {
		const { day, month, date, year, time } = clockParts(changedAt);
		const stamp = `${time} UTC ${day} ${month} ${date} ${year} by ${changedBy}`;
		const body = `!\n! Last configuration change at ${stamp}\n! NVRAM config last updated at ${stamp}\n!\n${runningConfig}`;
		return `Building configuration...\n\nCurrent configuration : ${body.length} bytes\n${body}\n`;
	},
	exec: false,
	rejectStatus: 1,
};
