import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const mikrotikRouteros: Personality = {
	platform: 'mikrotik_routeros',
	ident: 'ROSSSH',
	logins: ['publickey', 'password'],
	commands: [
		{ typed: /^\/export$/, effect: 'show-running' },
		{ typed: /^(?:quit|\/quit)$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: '-- [Q quit|D dump|down]', erase: '\r\x1b[K' },
	prompt: ({ name, username }) => `[${username}@${name}] > `,
	reject: (_, command) => `bad command name ${command.split(' ', 1)[0]} (line 1 column 1)`,
	show: (runningConfig, { now }) =>
		`# ${clockParts(now).iso} by RouterOS 7.16\n# software id = SIMU-0001\n#\n${runningConfig}\n`,
	exec: true,
	rejectStatus: 1,
};
