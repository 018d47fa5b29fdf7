import type { Personality } from '../personality.ts';

export const vyos: Personality = {
	platform: 'vyos',
	ident: 'OpenSSH_9.2p1',
	logins: ['publickey', 'password', 'keyboard-interactive'],
	commands: [
		{ typed: /^set terminal length 0$/, effect: 'pager-off' },
		{ typed: /^set terminal width \d+$/, effect: 'none' },
		{ typed: /^show configuration commands \| no-more$/, effect: 'show-running' },
		{ typed: /^exit$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: ':', erase: '\r\x1b[K' },
	prompt: ({ name, username }) => `${username}@${name}:~$ `,
	reject: (_, command) => `Invalid command: [${command.split(' ', 1)[0]}]`,
	show: (runningConfig) => `${runningConfig}\n`,
	exec: false,
	rejectStatus: 1,
};
