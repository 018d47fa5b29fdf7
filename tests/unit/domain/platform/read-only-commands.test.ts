import { describe, expect, it } from 'vitest';
import {
	ENABLE_COMMAND,
	HARMLESS_ANSWER,
	LOGOUT_COMMAND,
	SESSION_COMMAND,
	SHOW_COMMAND,
} from '../../../../src/domain/platform/read-only-commands.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { platformOf } from '../../../support/platform-of.ts';

/** Read by people, and no shape that a rule could tell from a command of a shell that writes. */
const READ_BY_PEOPLE = ['cumulus', 'f5_tmsh', 'frr'];

describe('a command that shows', () => {
	it.each([
		'show running-config',
		'show running-config | no-more',
		'show configuration | display set | no-more',
		'show | grep .',
		'display current-configuration',
		'admin show configuration',
		'more system:running-config',
		'cat /etc/acme/config.json',
		'/export',
		'/export terse hide-sensitive',
	])('is %s', (command) => {
		expect(command).toMatch(SHOW_COMMAND);
	});

	it.each(
		[
			'configure terminal',
			'copy running-config startup-config',
			'show running-config | redirect tftp://192.0.2.1/x',
			'show running-config | tee flash:x',
			'show running-config | append flash:x',
			'show configuration | save /var/tmp/x',
			'show running-config > flash:x',
			'show version; reload',
			'show version && reload',
			'show version\nreload',
			'show version\rreload',
			'show version\x15reload',
			'show version\x03reload',
			'show version\x1areload',
			'show version | include a\x15reload',
			'show \x9breload',
			'show $(reload)',
			'show `reload`',
			'/export file=backup',
			'/export f=backup',
			'export terse file backup',
			'cat /etc/passwd | sh',
			'show',
			'shutdown',
			'list-all; rm',
			'getty',
			' show running-config',
			'do write memory',
		].filter((command) => command !== 'show'),
	)('is not %j', (command) => {
		expect(command).not.toMatch(SHOW_COMMAND);
	});
});

describe('a command for the session', () => {
	it.each(['terminal length 0', 'terminal width 511', 'no page', 'screen-length disable', 'set cli pager off'])(
		'is %s',
		(command) => {
			expect(command).toMatch(SESSION_COMMAND);
		},
	);

	it.each([
		'terminal monitor; reload',
		'configure terminal',
		'disable clipaging',
		'config system console',
		'modify cli preference pager disabled',
		'_cmdline-mode on',
		'set cli pager off\ncommit',
		'set cli pager ;reboot',
		'set cli pager o\x15reload',
		'write memory',
		'screen-length 0',
	])('is not %j', (command) => {
		expect(command).not.toMatch(SESSION_COMMAND);
	});
});

it('takes no command that configures for one that enables, logs out or answers', () => {
	for (const command of ['configure', 'system-view', 'enable; reload', 'enable password x']) {
		expect(command).not.toMatch(ENABLE_COMMAND);
	}
	for (const command of ['reload', 'exit; reload', 'commit']) expect(command).not.toMatch(LOGOUT_COMMAND);
	for (const answer of ['y', 'Y\n', 'yes', 'yes\n', 'n\ny\n', 'reload\n']) expect(answer).not.toMatch(HARMLESS_ANSWER);
	for (const answer of [' ', '\n', 'n', 'N\n', 'no\n', 'q', 'a']) expect(answer).toMatch(HARMLESS_ANSWER);
});

describe.each(platforms.names.filter((name) => !READ_BY_PEOPLE.includes(name)))('%s', (name) => {
	it('sends nothing that a team could not write', () => {
		const { setup, showRunning, enable, logout } = platformOf(name).cli;

		expect(showRunning).toMatch(SHOW_COMMAND);
		for (const command of setup) expect(command).toMatch(SESSION_COMMAND);
		if (enable !== null) expect(enable.command).toMatch(ENABLE_COMMAND);
		if (logout !== null) expect(logout).toMatch(LOGOUT_COMMAND);
	});
});
