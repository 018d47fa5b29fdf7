import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise } from '../../../src/infrastructure/neutralise.ts';
import { commandsIn } from '../../support/github/runner-commands.ts';

describe('the ports of the runner’s parsers', () => {
	it.each([
		['::error::forged', 'error'],
		['\u3000\u00a0 ::stop-commands::x', 'stop-commands'],
		['banner\r::add-mask::a', 'add-mask'],
		['uptime ##[add-mask]e', 'add-mask'],
		['##[ERROR file=a;line=1]boo', 'ERROR'],
	])('read %j as a command', (text, name) => {
		expect(commandsIn(text).map((command) => command.name)).toEqual([name]);
	});

	it('read no command in ordinary text', () => {
		expect(commandsIn('interface Ethernet1\n  description a::b ## [x]\n::unknown::\n')).toEqual([]);
	});
});

describe('neutralise', () => {
	it('splits where the runner and a terminal split', () => {
		expect(neutralise('a\r\nb\rc\nd\u0085e\u2028f\u2029g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
	});

	it('breaks a command with a zero-width space and keeps its text readable', () => {
		expect(neutralise('  ::error::x ##[debug]')).toEqual(['  :\u200b:error::x ##\u200b[debug]']);
	});

	it('shows escape sequences and bidirectional marks instead of passing them on', () => {
		expect(neutralise('\u001b[31mred\u007f\u009b\u202e')).toEqual(['␛[31mred␡\ufffd\ufffd']);
	});

	it('leaves ordinary configuration lines alone', () => {
		const lines = ['interface Gi0/1', '\tip address 192.0.2.1/24', ' ipv6 address 2001:db8::1/64', '# ## comment'];
		expect(neutralise(lines.join('\n'))).toEqual(lines);
	});

	it('lets no text become a command', () => {
		const hostile = fc.array(
			fc.oneof(
				fc.constantFrom(
					'::',
					':',
					'##[',
					'#',
					'##',
					'[',
					']',
					'error',
					'add-mask',
					'stop-commands',
					'resume-token',
					' ',
				),
				fc.constantFrom(
					'\r',
					'\n',
					'\u0085',
					'\u2028',
					'\u200b',
					'\u00ad',
					'\ufeff',
					'\u2060',
					'\u{e0001}',
					'\u3000',
					'\0',
				),
				fc.string({ unit: 'binary', maxLength: 3 }),
			),
			{ maxLength: 24 },
		);
		fc.assert(
			fc.property(hostile, (parts) => {
				const written = neutralise(parts.join('')).join('\n');
				expect(commandsIn(written)).toEqual([]);
				expect(written).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
			}),
			{ numRuns: 5_000 },
		);
	});

	it('takes time in proportion to a hostile line', () => {
		const started = performance.now();
		neutralise(`${' \u200b'.repeat(200_000)}${'#'.repeat(200_000)}`);
		expect(performance.now() - started).toBeLessThan(5000);
	});
});
