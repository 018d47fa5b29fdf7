import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/errors.ts';
import { problemsOf } from './sample-fleet.ts';

/** A mistake in every section, and names that only those sections could make good. */
const WRONG = `version: 1
intended: /etc/{device}.cfg
known-hosts: known_hosts
defaults: { platform: cisco_ois, credentials: lab }
credentials:
  lab: { username: "\${FLEET_USERNAME}", password: hunter2 }
  other: { username: audit, password: "\${MISSING}" }
bastions:
  ams: { host: "a b", credentials: lap }
concurrency: { fleet: many }
devices:
  edge-01: { host: 192.0.2.1, platform: eos, bastion: ams, groups: [none], credentials: other, colour: red }
  edge-02: [a, b]
  edge-03: { host: 192.0.2.3, credentials: lab, bastion: fra }
masks: [{ id: x, pattern: "(", kind: volatile, reason: r }]
ignore: [{ devices: [edge-01], reason: r, until: tomorrow }]
policy: { min-health: all }
`;

describe('loadFleet', () => {
	it('tells the mistakes of all sections at once, in the order of the file', () => {
		const problems = problemsOf(WRONG);

		expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
			'2 intended cannot be "/etc/{device}.cfg"',
			'4 unknown platform "cisco_ois"',
			'6 credentials.lab.password is not a reference but a value',
			'7 environment variable MISSING is not set',
			'9 bastions.ams.host cannot be "a b"',
			'9 unknown credentials "lap"',
			'10 concurrency.fleet cannot be "many"',
			'12 unknown group "none"',
			'12 unknown key "colour" in devices.edge-01',
			'13 devices.edge-02 is not a mapping',
			'14 unknown bastion "fra"',
			'15 the regular expression cannot be used: missing closing ): `(`',
			'16 ignore[0].until cannot be "tomorrow"',
			'17 policy.min-health cannot be "all"',
		]);
		expect(problems.every(({ fix, column }) => fix !== '' && column !== null && column > 0)).toBe(true);
	});

	it.each([
		['nothing', '', '1:1: the file is empty'],
		['blank lines', ' \n\n', '1:1: the file is empty'],
		['only comments', '# later\n', '1:1: the file is empty'],
		['null', '~', '1:1: the file has no value'],
		['a list', '- a\n', '1:1: the file is not a mapping'],
		['a word', 'fleet', '1:1: the file is not a mapping'],
		['a tab', 'version: 1\ndevices:\n\ta: 1\n', '3:1: a tab is used as indentation'],
		[
			'indentation that does not fit',
			'version: 1\ndevices:\n    a: 1\n  b: 2\n',
			'4:1: the indentation is inconsistent',
		],
		['an open quote', 'version: "1\nintended: x\n', '1:10: a quote is opened here and never closed'],
		['an open quote of the other kind', "a: 'b\nc: d\n", '1:4: a quote is opened here and never closed'],
		[
			'a colon without a space',
			'a:\n  host:192.0.2.1\n  site: b\n',
			'2:3: a key runs over several lines, or its colon, or the space',
		],
		['an open brace', 'a: { b: { c: 1 }\n', '2:1: a { or [ above is not closed'],
		['an open bracket', 'a: [b\nc: d\n', '2:1: a { or [ above is not closed'],
		['a reference without quotes in braces', `a: { b: \${X} }\n`, '1:9: a reference is not quoted'],
		[
			'a backslash in double quotes',
			'a: "\\d+"\n',
			'1:5: a text in double quotes holds a backslash that means nothing',
		],
		['two documents', 'version: 1\n---\nversion: 1\n', '2:1: a second document begins here'],
		['a tag', 'version: !secret hunter2\n', '1:10: a tag (!…) is not known'],
		['an alias without an anchor', 'version: *one\n', '1:10: this alias (*…) has no anchor (&…) before it'],
		['an alias of itself', 'a: &a [*a]\n', '1:1: the file has no version'],
		['a bomb of aliases', bomb(), '1:1: the aliases (*…) of the file multiply without end'],
		['a hundred thousand brackets', '['.repeat(100_000), ': the file is nested too deeply'],
	])('refuses %s', (_, text, expected) => {
		const found = problemsOf(text).map(formatProblem);

		expect(found[0]).toContain(expected);
		expect(found.join()).not.toContain('hunter2');
	});

	it('tells of references without quotes in braces, and not of what the parser makes of the lines below', () => {
		const text =
			'credentials:\n  a: { username: $U, password: $P }\n  b: { username: u, password: $P }\nx: { y: 1 }\n'.replaceAll(
				/\$(\w)/g,
				(_, name: string) => `\${${name}}`,
			);

		expect(problemsOf(text).map(({ line, column, message }) => [line, column, message.slice(0, 11)])).toEqual([
			[2, 18, 'a reference'],
			[3, 31, 'a reference'],
		]);
	});

	it('misses nothing in a file that is a list', () => {
		expect(problemsOf('- version: 1\n- devices: {}\n').map(({ message }) => message)).toEqual([
			'the file is not a mapping',
		]);
	});
});

/** Ten levels of ten aliases each. */
function bomb(): string {
	const levels = Array.from({ length: 10 }, (_, level) => {
		const item = level === 0 ? 'x' : `*l${level - 1}`;
		return `l${level}: &l${level} [${Array(10).fill(item).join(', ')}]`;
	});
	return `${levels.join('\n')}\n`;
}
