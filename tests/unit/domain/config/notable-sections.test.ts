import { describe, expect, it } from 'vitest';
import {
	type NotableSections,
	notableSections as notableInSteps,
} from '../../../../src/domain/config/notable-sections.ts';
import type { Syntax } from '../../../../src/domain/platform/syntax.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import type { SweptText } from '../../../../src/domain/text/sweep.ts';
import { platformOf } from '../../../support/platform-of.ts';

const notableSections = (text: string, syntax: Syntax, swept: SweptText): NotableSections | null =>
	atOnce(notableInSteps(text, syntax, swept));

const ios = platformOf('cisco_ios').syntax;
const secretsIn = (text: string): SweptText => ({
	mayMatch: (start, end) => /^ *(?:password|banner|route-policy|end-policy)\b/.test(text.slice(start, end)),
});

describe('notableSections', () => {
	it('finds the sections that somebody has something to say about, the first and the last one', () => {
		const text = 'hostname a\nvlan 1\n name x\n!\nline vty 0\n login\n password y\n!\ninterface A\n shutdown\nvlan 2\n';

		expect(notableSections(text, ios, secretsIn(text))).toEqual({
			total: 11,
			sections: [
				{ text: 'hostname a\n', above: 0 },
				{ text: 'line vty 0\n login\n password y\n!\n', above: 4 },
				{ text: 'vlan 2\n', above: 10 },
			],
		});
	});

	it('takes no line of a block for the beginning of a section', () => {
		const text = 'hostname a\nvlan 1\nbanner motd ^C\nvlan 3\n\nvlan 4 ^C\nvlan 5\n shutdown\n';

		expect(notableSections(text, ios, secretsIn(text))?.sections.map((section) => section.text)).toEqual([
			'hostname a\n',
			'vlan 1\nbanner motd ^C\nvlan 3\n\nvlan 4 ^C\n',
			'vlan 5\n shutdown\n',
		]);
	});

	it('takes no line of a program for the beginning of a section', () => {
		const text = 'hostname a\nroute-policy P\npass\nend-policy\nvlan 1\nvlan 2\n';

		expect(notableSections(text, platformOf('cisco_xr').syntax, secretsIn(text))?.sections).toEqual([
			{ text: 'hostname a\nroute-policy P\npass\nend-policy\n', above: 0 },
			{ text: 'vlan 2\n', above: 5 },
		]);
	});

	it.each([
		['a block without its end', 'hostname a\nbanner motd ^C\nvlan 1\n'],
		['a carriage return', 'hostname a\r\nvlan 1\r\n'],
		['a NUL', 'hostname a\n\0password x\nvlan 1\n'],
	])('does not tell sections apart in a text with %s', (_, text) => {
		expect(notableSections(text, ios, secretsIn(text))).toBeNull();
	});

	it.each([
		['a tab', '\tpassword x'],
		['a trailing blank', ' description y '],
		['a letter of another alphabet', ' é'],
		['an indentation beyond all sections', `${' '.repeat(60)}x`],
	])('has a section read that holds %s', (_, line) => {
		const text = `hostname a\nvlan 1\n${line}\nvlan 2\n`;

		expect(notableSections(text, ios, secretsIn(text))?.sections[1]?.text).toBe(`vlan 1\n${line}\n`);
	});

	it('goes through a large text in steps', () => {
		const text = `hostname a\n${'vlan 1\n name x\n'.repeat(80_000)}line vty 0\n password y\n`;
		const steps = notableInSteps(text, ios, secretsIn(text));

		expect(steps.next().done).toBe(false);
		expect(atOnce(steps)).toEqual({
			total: 160_003,
			sections: [
				{ text: 'hostname a\n', above: 0 },
				{ text: 'line vty 0\n password y\n', above: 160_001 },
			],
		});
	});
});
