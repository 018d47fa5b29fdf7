import { clockParts } from '../device-clock.ts';
import type { Personality } from '../personality.ts';

export const ciscoNxos: Personality = {
	platform: 'cisco_nxos',
	ident: 'OpenSSH_8.3 PKIX[12.3.1]',
	// An NX-OS with AAA takes passwords by keyboard-interactive only.
	logins: ['publickey', 'keyboard-interactive'],
	commands: [
		{ typed: /^terminal length 0$/, effect: 'pager-off' },
		{ typed: /^terminal width \d+$/, effect: 'none' },
		{ typed: /^show running-config$/, effect: 'show-running', privileged: true },
		{ typed: /^(?:exit|end)$/, effect: 'logout' },
	],
	enable: null,
	pager: { prompt: '--More--', erase: '\r        \r' },
	prompt: ({ name }) => `${name}# `,
	reject: ({ name }) => `${' '.repeat(name.length + 2)}^\n% Invalid command at '^' marker.`,
	show: (runningConfig, { now, changedAt }) =>
		`\n!Command: show running-config\n!Running configuration last done at: ${stampOf(changedAt)}\n!Time: ${stampOf(now)}\n\n${runningConfig}\n`,
	exec: false,
	rejectStatus: 16,
};

function stampOf(at: Date): string {
	const { day, month, date, year, time } = clockParts(at);
	return `${day} ${month} ${date.padStart(2)} ${time} ${year}`;
}
