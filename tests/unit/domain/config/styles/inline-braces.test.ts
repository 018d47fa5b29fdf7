import { describe, expect, it } from 'vitest';
import { statementsOn } from '../../../../../src/domain/config/styles/inline-braces.ts';
import { differences } from '../../../../support/compare-texts.ts';
import { cpuTime } from '../../../../support/cpu-time.ts';
import { platformOf } from '../../../../support/platform-of.ts';

describe('statementsOn', () => {
	it.each([
		['system { host-name a; }', ['system {', 'host-name a;', '}']],
		['  a { b; c { d; } } ', ['  a {', '  b;', '  c {', '  d;', '  }', '  }']],
		['mtu 9000; disable;', ['mtu 9000;', 'disable;']],
		['a { b "x; } {"; }', ['a {', 'b "x; } {";', '}']],
		['/* why */ host-name a;', ['/* why */', 'host-name a;']],
		['a { secret "$9$x"; ## SECRET-DATA', ['a {', 'secret "$9$x"; ## SECRET-DATA']],
		['a { ae0 { } ae1 { } }', ['a {', 'ae0 { }', 'ae1 { }', '}']],
		['a { b "open', ['a {', 'b "open']],
		[`a { secret {{ key; x }}; b \${KEY}; }`, ['a {', 'secret {{ key; x }};', `b \${KEY};`, '}']],
	])('reads %j', (line, statements) => {
		expect(statementsOn(line)).toEqual(statements);
	});

	it.each([
		'host-name a;',
		'system {',
		'}',
		'    ae0 { }',
		'secret "$9$x"; ## SECRET-DATA',
		'description "a; b { c }";',
		'set system login message "a; b"',
		'members [ a b ];',
		'host-name a; # why',
		'secret {{ key }};',
		`community \${KEY} {`,
		'',
	])('leaves %j alone', (line) => {
		expect(statementsOn(line)).toBeNull();
	});

	it('takes linear time', () => {
		const cpuMs = cpuTime();
		for (const part of ['a /* b */ ', 'a { ', '} ', ';', '"', '\\', '{ }', '/*', '#', ' ', '{{', '${'])
			statementsOn(part.repeat(100_000 / part.length));

		expect(cpuMs()).toBeLessThan(2_000);
	});
});

describe('braces on one line', () => {
	const platform = platformOf('juniper_junos');

	it('say the same as on several', () => {
		const intended = 'system { host-name x; services { ssh; netconf { ssh; } } }\n';
		const running =
			'system {\n    host-name x;\n    services {\n        ssh;\n        netconf {\n            ssh;\n        }\n    }\n}\n';

		expect(differences({ platform, intended, running })).toEqual([]);
		expect(differences({ platform, intended: running, running: intended })).toEqual([]);
	});

	it('keep their line numbers', () => {
		expect(
			differences({ platform, intended: 'a { b 1; }\nc { d 1; }\n', running: 'a { b 1; }\nc { d 2; }\n' }),
		).toEqual(['changed c > d 1 → d 2']);
	});

	it('are compared with a block of the same statement (annet juniper_isis_level2)', () => {
		const line = 'isis {\n    level 2 metric 20;\n}\n';
		const block = 'isis {\n    level 2 {\n        metric 20;\n        hello-interval 3;\n    }\n}\n';

		expect(differences({ platform, intended: line, running: block })).toEqual([
			'extra isis > level 2 > hello-interval 3',
		]);
		expect(differences({ platform, intended: block, running: line })).toEqual([
			'missing isis > level 2 > hello-interval 3',
		]);
	});
});
