import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const ciscoXr: Personality = {
	platform: 'cisco_xr',
	ident: 'Cisco-2.0',
	logins: ['publickey', 'password', 'keyboard-interactive'],
	commands: [
		{ typed: /^terminal length 0$/, effect: 'pager-off' },
		{ typed: /^terminal width \d+$/, effect: 'none' },
		{ typed: /^terminal exec prompt no-timestamp$/, effect: 'clock-off' },
		{ typed: /^show running-config$/, effect: 'show-running' },
		{ typed: /^(?:exit|logout)$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: ' --More-- ', erase: `\r${' '.repeat(10)}\r` },
	prompt: ({ name }) => `RP/0/RP0/CPU0:${name}#`,
	reject: ({ name }) => `${' '.repeat(name.length + 15)}^\n% Invalid input detected at '^' marker.`,
	clockLine: ({ now }) => {
		const { day, month, date, time, millis } = clockParts(now);
		return `${day} ${month} ${date.padStart(2)} ${time}.${millis} UTC`;
	},
	show: (runningConfig, { changedAt, changedBy }) => {
		const { day, month, date, year, time } = clockParts(changedAt);
		const stamp = `${day} ${month} ${date.padStart(2)} ${time} ${year}`;
		return `Building configuration...\n!! IOS XR Configuration 7.5.2\n!! Last configuration change at ${stamp} by ${changedBy}\n!\n${runningConfig}\n`;
	},
	exec: false,
	rejectStatus: 1,
};
