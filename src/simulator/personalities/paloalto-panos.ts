import type { Personality } from '../personality.ts';

export const paloaltoPanos: Personality = {
	platform: 'paloalto_panos',
	ident: 'OpenSSH_8.0',
	logins: ['publickey', 'password', 'keyboard-interactive'],
	commands: [
		{ typed: /^set cli pager off$/, effect: 'pager-off' },
		{ typed: /^set cli (?:scripting-mode on|terminal width \d+)$/, effect: 'none' },
		{ typed: /^show config running$/, effect: 'show-running' },
		{ typed: /^(?:exit|quit)$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: 'lines 1-23', erase: '\r\x1b[K' },
	prompt: ({ name, username }) => `${username}@${name}(active)> `,
	reject: (_, command) => `Unknown command: ${command}`,
	show: (runningConfig) => `${runningConfig}\n`,
	exec: false,
	rejectStatus: 1,
};
