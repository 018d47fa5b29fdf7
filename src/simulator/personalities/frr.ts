import type { Personality } from '../personality.ts';

/** FRRouting on a Linux host: OpenSSH in front, `vtysh` behind. */
export const frr: Personality = {
	platform: 'frr',
	ident: 'OpenSSH_9.2p1 Debian-2+deb12u3',
	logins: ['publickey', 'password'],
	commands: [
		{ typed: /^(?:sudo (?:-n )?)?vtysh -c (['"])show running-config(?: no-header)?\1$/, effect: 'show-running' },
		{ typed: /^(?:exit|logout)$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: '--More--', erase: '\r        \r' },
	prompt: ({ name, username }) => `${username}@${name}:~$ `,
	reject: (_, command) => `-bash: ${command.split(' ')[0]}: command not found`,
	show: (runningConfig) =>
		`Building configuration...\n\nCurrent configuration:\n!\nfrr version 8.4.4\n${runningConfig}\n`,
	exec: true,
	rejectStatus: 127,
};
