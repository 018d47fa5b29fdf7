import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../../src/domain/compare/calculate-diff.ts';
import { compileMasks } from '../../../../../src/domain/masking/registry.ts';
import { findIncompleteness } from '../../../../support/at-once.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const f5 = platformOf('f5_tmsh');
const masks = compileMasks(f5, { fingerprintKey: 'key' });

const rule = (...lines: string[]): string => ['ltm rule r {', ...lines, '}'].join('\n');
const around = (block: string): string =>
	`ltm node a {\n    address 192.0.2.1\n}\n${block}\nltm node b {\n    address 192.0.2.2\n}\n`;

describe('a block of braces', () => {
	it.each([
		['braces at the start of a line', ['when HTTP_REQUEST {', '}', 'when CLIENT_ACCEPTED {', '}']],
		['escaped braces', ['log local0. "\\{ not counted"']],
		['what looks like a comment or a section', ['# ltm pool p {', '}']],
	])('ends where its first brace is closed again: %s', (_what, lines) => {
		const text = around(rule(...lines));
		const changed = text.replace('192.0.2.2', '192.0.2.3');

		expect(calculateDiff(changed, text, masks).changes).toMatchObject([
			{ kind: 'changed', lineage: ['ltm node b'], line: 'address 192.0.2.2' },
		]);
		expect(findIncompleteness(text, f5)).toBeNull();
	});

	it('is compared letter for letter and in order', () => {
		const text = around(rule('    one', '  two'));

		expect(calculateDiff(around(rule('  two', '    one')), text, masks).changes).not.toEqual([]);
		expect(calculateDiff(around(rule('  one', '  two')), text, masks).changes).not.toEqual([]);
	});

	it('that does not end makes a config incomplete', () => {
		expect(findIncompleteness(around(rule('when HTTP_REQUEST {')), f5)).toBe('a text of several lines does not end');
	});
});
