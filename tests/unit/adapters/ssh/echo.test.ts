import { describe, expect, it } from 'vitest';
import { echoEnd } from '../../../../src/adapters/ssh/echo.ts';
import { promptOf } from '../../../../src/adapters/ssh/prompt.ts';

describe('echoEnd', () => {
	const prompt = promptOf('R1#');

	it.each([
		['a plain echo', ['show running-config', 'hostname R1'], 1],
		['an echo behind the prompt', ['R1#show running-config', 'hostname R1'], 1],
		['an echo with the rest of a prompt', [' show running-config', 'hostname R1'], 1],
		['an echo that was wrapped', ['show run', 'ning-config', 'hostname R1'], 2],
		['an echo after a log message', ['%SYS-5-CONFIG_I: Configured', 'R1#show running-config', 'hostname R1'], 2],
		['an echo after blank lines', ['', '', 'show running-config', ''], 3],
		['an echo that comes twice', ['R1#show running-config', 'show running-config', 'hostname R1'], 2],
		['an echo before lines that are not one', ['show running-config', 'show', 'running-config'], 1],
		['an echo that was wrapped for a narrow terminal', ['ng-configi', 'hostname R1'], 1],
		['an echo that was scrolled', ['R1#$w running-config', 'hostname R1'], 1],
		['an echo that was scrolled behind its prompt', ['$w running-config', 'hostname R1'], 1],
		['no echo in what ends like the command', ['username a$running-config', 'hostname R1'], 0],
		['no echo in a part of it', ['config', 'hostname R1'], 0],
		['no echo', ['hostname R1', '!'], 0],
		['a header that quotes the command', ['!Command: show running-config', 'version 9.3'], 0],
		['a header that begins like the command', ['show running-config all', 'version 9.3'], 0],
	])('finds %s', (_name, lines, end) => {
		expect(echoEnd(lines, 'show running-config', prompt)).toBe(end);
	});
});
