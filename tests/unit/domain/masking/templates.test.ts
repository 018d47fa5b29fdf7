import { describe, expect, it } from 'vitest';
import { joinPlaceholderWords, withoutTemplates } from '../../../../src/domain/masking/templates.ts';

describe('joinPlaceholderWords', () => {
	it('takes the blanks out of placeholders, and leaves those around them', () => {
		expect(joinPlaceholderWords('community {{ snmp_ro | quote }} RO')).toBe('community {{snmp_ro|quote}} RO');
		expect(joinPlaceholderWords('password <secret hidden>')).toBe('password <secrethidden>');
	});
});

describe('withoutTemplates', () => {
	it.each(['secret {{ key("a") }} hash2', `secret \${KEY};`, "phash '{{vault['a'].b}}';"])(
		'makes a word of the placeholder in %s, each sign in its place',
		(line) => {
			const asked = withoutTemplates(line);

			expect(asked).toHaveLength(line.length);
			expect(asked).toMatch(/^[a-z]+ '?[^\s"'{}[\],;]+'?(?: hash2|;)$/);
		},
	);

	it.each(['secret a;', 'community a {', 'system { services { ssh; } }', 'if { $a } { set b 1 }', 'a {{ b', 'x $ {y}'])(
		'leaves a line without one as it is: %s',
		(line) => {
			expect(withoutTemplates(line)).toBe(line);
		},
	);
});
