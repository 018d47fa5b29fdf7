import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const juniperJunos: Personality = {
	platform: 'juniper_junos',
	ident: 'OpenSSH_7.5',
	logins: ['publickey', 'password', 'keyboard-interactive'],
	commands: [
		{ typed: /^set cli screen-length 0$/, effect: 'pager-off', answer: 'Screen length set to 0' },
		{ typed: /^set cli screen-width (?:0|511)$/, effect: 'none', answer: 'Screen width set to 511' },
		{ typed: /^set cli complete-on-space off$/, effect: 'none', answer: 'Disabling complete-on-space' },
		{ typed: /^show configuration(?: \| display omit)?(?: \| no-more)?$/, effect: 'show-running' },
		{ typed: /^(?:exit|quit)$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: '---(more)---', erase: `\r${' '.repeat(40)}\r` },
	// The line before the prompt tells which routing engine answers; it comes with every prompt of a chassis with two.
	prompt: ({ name, username }) => `\n{master}\n${username}@${name}> `,
	reject: (_, command) => `${' '.repeat(command.search(/\S/) + 1)}^\nunknown command.`,
	show: (runningConfig, { changedAt, changedBy }) =>
		`## Last commit: ${clockParts(changedAt).iso} UTC by ${changedBy}\n${runningConfig}\n`,
	exec: true,
	rejectStatus: 1,
};
