import { describe, expect, it } from 'vitest';
import type { Completeness } from '../../../../src/domain/platform/platform.ts';
import { aPlatform } from '../../../support/a-platform.ts';
import { findIncompleteness } from '../../../support/at-once.ts';
import { platformOf } from '../../../support/platform-of.ts';

const check = (text: string, completeness: Completeness): string | null =>
	findIncompleteness(text, aPlatform({ completeness }));

describe('findIncompleteness', () => {
	it.each(['', '\n', ' \r\n\r\n'])('takes %j for nothing at all', (text) => {
		expect(check(text, { proof: 'channel', minLines: 0 })).toBe('the device returned no configuration');
	});

	describe('last-line', () => {
		const proof: Completeness = { proof: 'last-line', pattern: /^end$/ };

		it.each(['hostname a\nend\n', 'hostname a\nend', 'hostname a\r\nend\r\n\r\n'])('takes %j for whole', (text) => {
			expect(check(text, proof)).toBeNull();
		});

		it.each(['hostname a\n', 'end\nhostname a\n', 'key\n 30\nend\n'])('takes %j for cut', (text) => {
			expect(check(text, proof)).toBe('the last line is not "end"');
		});
	});

	it('takes no end in a banner for the end of the config', () => {
		expect(check('banner motd #\nend\n', { proof: 'last-line', pattern: /^end$/ })).toBe('a banner does not end');
	});

	it.each([
		['cisco_ios', 'banner motd ^C\nhello\ninterface Gi0/1\n mtu 1500\nend\n'],
		['cisco_ios', 'crypto pki certificate chain A\n certificate ca 01\n  30820122\ninterface Gi0/1\n mtu 1500\nend\n'],
		['arista_eos', 'event-handler a\n   action bash\necho\ninterface Ethernet1\n   mtu 1500\nend\n'],
	])('takes a config of %s for whole though a block in it has no end: %j', (name, text) => {
		expect(findIncompleteness(text, platformOf(name))).toBeNull();
		expect(findIncompleteness(text.replace(/interface[\s\S]*$/, 'end\n'), platformOf(name))).not.toBeNull();
	});

	it('asks for a line that every config has, and for enough lines', () => {
		const proof: Completeness = { proof: 'required-line', pattern: /^version /, minLines: 2 };

		expect(check('version 1\na\n', proof)).toBeNull();
		expect(check('a\nb\n', proof)).toBe('there is no line like "version "');
		expect(check('version 1\n', proof)).toBe('only 1 line came');
	});

	it('counts braces', () => {
		const junos = platformOf('juniper_junos');

		expect(findIncompleteness('system {\n    host-name a;\n}\n', junos)).toBeNull();
		expect(findIncompleteness('system {\n    host-name a;\n    login {\n}\n', junos)).toBe(
			'2 sections open but 1 close',
		);
	});

	it('wants the document itself, not one that holds it', () => {
		const opnsense = platformOf('opnsense');

		expect(findIncompleteness('<opnsense><a>1</a></opnsense>', opnsense)).toBeNull();
		expect(findIncompleteness('<error><opnsense><a>1</a></opnsense></error>', opnsense)).toMatch(/^there is no /);
	});

	it('takes the end of the channel where there is no other proof', () => {
		expect(check('a\n', { proof: 'channel', minLines: 1 })).toBeNull();
	});
});
