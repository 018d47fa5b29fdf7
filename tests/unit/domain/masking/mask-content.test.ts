import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { compileLinearPattern } from '../../../../src/domain/masking/linear-pattern.ts';
import { type MaskedContent, maskContent, maskInSteps } from '../../../../src/domain/masking/mask-content.ts';
import type { MaskingPattern } from '../../../../src/domain/masking/pattern.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { aPlatform } from '../../../support/a-platform.ts';
import { platformOf } from '../../../support/platform-of.ts';

const mask = (text: string, userMasks: readonly MaskingPattern[] = []): MaskedContent =>
	maskContent(text, compileMasks(aPlatform(), { fingerprintKey: 'test', userMasks }));

const userMask = (overrides: Partial<MaskingPattern> & { readonly pattern: MaskingPattern['pattern'] }) => ({
	id: 'my-mask',
	platform: '*',
	kind: 'volatile' as const,
	action: 'drop-line' as const,
	reason: 'a test',
	matches: [],
	spares: [],
	...overrides,
});

/** The pattern, which notes what it is asked about. */
function askedOf(pattern: RegExp, lines: string[]): MaskingPattern['pattern'] {
	return {
		source: pattern.source,
		exec: (line) => {
			lines.push(line);
			return pattern.exec(line);
		},
		test: (line) => pattern.test(line),
	};
}

describe('maskContent', () => {
	it('drops a line of a template by its braces', () => {
		expect(mask('hostname a\n{{ banner }}\nend\n', [userMask({ pattern: /^\{\{.*\}\}$/ })]).text).toBe(
			'hostname a\nend\n',
		);
	});

	it('drops volatile lines and leaves no empty line behind', () => {
		expect(mask('clock 1\nhostname a\n\n clock 2\nend\n').text).toBe('hostname a\nend\n');
	});

	it('takes volatile lines of a text only where a user says so', () => {
		const text = 'day 1\nbanner motd ^\nday 1\n^\n';
		const days = userMask({ pattern: /^day / });

		expect(mask(text, [days]).text).toBe('banner motd ^\nday 1\n^\n');
		expect(mask(text, [{ ...days, inTexts: true }]).text).toBe('banner motd ^\n^\n');
	});

	it('keeps the entries of a dropped section that somebody made', () => {
		const table = userMask({ pattern: /^table /, keeping: /^type ours$/ });
		const text = 'table a\n entry 1\n  id 1\n entry 2\n  id 2\n  type ours\n entry 3\nend\n';

		const { masked, hits, ...rest } = mask(text, [table]);

		expect(rest.text).toBe('table a\n entry 2\n  id 2\n  type ours\nend\n');
		expect(hits.map(({ number }) => number)).toEqual([2, 7]);
		expect(masked).toMatchObject({ lines: 2, patterns: { 'my-mask': 2 } });
		expect(mask(rest.text, [table]).text).toBe(rest.text);
		expect(mask(text.replace('type ours', 'type theirs'), [table]).text).toBe('end\n');
	});

	it('asks no mask about a line in capitals that none takes, however it is written', () => {
		const asked: string[] = [];
		const pin = /^pin (?<secret>\S+)/d;
		const masks = compileMasks(platformOf('cisco_ios'), {
			fingerprintKey: 'test',
			userMasks: [userMask({ kind: 'secret', action: 'replace', pattern: pin })],
		});
		const counted = masks.lineMasks.map((one) =>
			one.pattern === pin ? { ...one, pattern: askedOf(pin, asked) } : one,
		);
		const { text } = maskContent('Interface Ethernet1\n Mtu 9000\nPIN Four\n', { ...masks, lineMasks: counted });

		expect(text).toMatch(/^Interface Ethernet1\n Mtu 9000\nPIN <secret:[0-9a-f]{6}>\n$/);
		expect(asked.filter((line) => !line.toLowerCase().startsWith('pin'))).toEqual([]);
	});

	it('replaces every secret of a line and keeps the rest of it, indentation included', () => {
		expect(mask('  user anna auth s3cret priv hunter2 read\n').text).toMatch(
			/^ {2}user anna auth <secret:[0-9a-f]{6}> priv <secret:[0-9a-f]{6}> read\n$/,
		);
	});

	it('replaces every secret that a mask knows by its form, each with a fingerprint of its own', () => {
		const form = userMask({ kind: 'secret', action: 'replace', pattern: /(?<secret>ENC-\w+)/d });

		const { text, masked } = mask('note ENC-one and ENC-two, ENC-one\n', [form]);

		expect(text).toMatch(/^note (<secret:[0-9a-f]{6}>) and (?!\1)<secret:[0-9a-f]{6}>, \1\n$/);
		expect(masked.patterns).toEqual({ 'my-mask': 1 });
	});

	it('gives equal secrets equal fingerprints, under one key only', () => {
		const fingerprintOf = (secret: string, fingerprintKey: string): string =>
			maskContent(`user a auth ${secret}`, compileMasks(aPlatform(), { fingerprintKey })).text;

		expect(fingerprintOf('x', 'one')).toBe(fingerprintOf('x', 'one'));
		expect(fingerprintOf('x', 'one')).not.toBe(fingerprintOf('y', 'one'));
		expect(fingerprintOf('x', 'one')).not.toBe(fingerprintOf('x', 'two'));
	});

	it('hides what is encrypted anew at every show without a fingerprint', () => {
		expect(mask('sealed aaaa\n').text).toBe('sealed <secret>\n');
	});

	it('masks a line that a block holds too: nobody looks into a banner for a password, but it is there', () => {
		expect(mask('banner motd #\nuser a auth s3cret\n#\n').text).not.toContain('s3cret');
	});

	it('replaces the body of a key by one fingerprint and still reads as a key', () => {
		const { text, lines } = mask('key\n 3082AAAA\n 1111\n quit\nhostname a\n');

		expect(text).toMatch(/^key\n {1}<secret:[0-9a-f]{6}>\n quit\nhostname a\n$/);
		expect(lines.map(({ role }) => role)).toEqual(['statement', 'body', 'body', 'statement']);
	});

	it('leaves a block without content as it is', () => {
		expect(mask('key\n quit\nhostname a\n')).toMatchObject({ text: 'key\n quit\nhostname a\n', hits: [] });
	});

	it.each(['key\n 3082AAAA\n 1111', 'key\n 3082AAAA', 'hostname a\nkey\n3082AAAA\n'])(
		'hides all of a key that was cut short: %j',
		(text) => {
			expect(mask(text).text).not.toMatch(/3082|1111/);
		},
	);

	it('does not care how a device indents a key', () => {
		expect(mask('key\n 3082\n 1111\n quit\n').text.split('\n')[1]?.trim()).toBe(
			mask('key\n   3082\n   1111\n quit\n').text.split('\n')[1]?.trim(),
		);
	});

	it('takes what stands in a dropped section with it', () => {
		const counters = userMask({ pattern: compileLinearPattern('^counters$') });

		expect(mask('counters\n in 1\n  deeper 2\nhostname a\n', [counters]).text).toBe('hostname a\n');
	});

	it('keeps the parents of what is left, wherever lines were dropped', () => {
		const { lines } = mask('clock 1\na\n clock 2\n b\n  clock 3\n  c\n');

		expect(lines.map(({ text, number, parent }) => [text, number, lines[parent]?.text ?? null])).toEqual([
			['a', 2, null],
			['b', 4, 'a'],
			['c', 6, 'b'],
		]);
	});

	it('masks only inside the section that a rule names', () => {
		const rule = userMask({
			pattern: compileLinearPattern('^length \\d+$'),
			within: [compileLinearPattern('^line '), compileLinearPattern('^session ')],
		});
		const text = 'length 1\nline 1\n length 2\n session 3\n  length 4\nsession 5\n length 6\n';

		expect(mask(text, [rule]).text).toBe('length 1\nline 1\n length 2\n session 3\nsession 5\n length 6\n');
	});

	it('asks the next mask of a block where the first one speaks of another section', () => {
		const { masks: shipped } = aPlatform();
		const elsewhere = shipped
			.filter(({ scope }) => scope === 'block')
			.map((one) => ({ ...one, within: [/^group a$/] }));
		const masks = compileMasks(aPlatform({ masks: [...elsewhere, ...shipped] }), { fingerprintKey: 'test' });

		expect(maskContent('key\n 3082\n quit\n', masks).text).not.toContain('3082');
	});

	it('remembers no line of which its section decides what becomes of it', () => {
		const inside = userMask({
			within: [/^group b$/],
			pattern: /^pin (?<secret>\d+)/d,
			kind: 'secret',
			action: 'replace',
		});
		const masks = compileMasks(aPlatform(), { fingerprintKey: 'test', userMasks: [inside] });
		const text = 'group a\n pin 1234\ngroup b\n pin 1234\ngroup a\n pin 1234\n';

		expect(maskContent(text, masks).text).toMatch(
			/^group a\n pin 1234\ngroup b\n pin <secret:[0-9a-f]{6}>\ngroup a\n pin 1234\n$/,
		);
	});

	it('asks about a line that a banner repeats once, and apart from the same line outside of it', () => {
		const asked: string[] = [];
		const days = userMask({ pattern: askedOf(/^day \d+$/d, asked) });
		const pins = userMask({ id: 'pins', kind: 'secret', pattern: askedOf(/^day (?<secret>\d+)$/d, asked) });
		const masks = compileMasks(aPlatform(), {
			fingerprintKey: 'test',
			userMasks: [days, { ...pins, action: 'replace' }],
		});
		const banner = 'banner motd ^\nday 1\nday 1\n^\n';

		expect(maskContent(`day 1\n${banner}day 1\n`, masks).text).toMatch(
			/^banner motd \^\n(?:day <secret:[0-9a-f]{6}>\n){2}\^\n$/,
		);
		expect(maskContent(`${banner}day 1\n`, masks).text).toMatch(/^banner motd \^\nday <[^>]+>\nday <[^>]+>\n\^\n$/);
		expect(asked).toEqual(['day 1', 'day 1']);
	});

	it('hides in a comment what it hides there, whether or not it saw the same line as a command', () => {
		const secret = { kind: 'secret', action: 'replace' } as const;
		const masks = compileMasks(aPlatform({ syntax: platformOf('juniper_junos').syntax }), {
			fingerprintKey: 'test',
			userMasks: [
				userMask({ ...secret, pattern: /^pin (?<secret>\S+)/d }),
				userMask({ ...secret, id: 'said', pattern: /^pin is (?<secret>\S+)/d, ofSentences: true }),
			],
		});
		const command = maskContent('system {\npin is s3cret\n}\n', masks).text;
		const comment = maskContent('/*\npin is s3cret\n*/\n', masks).text;

		expect([command, comment]).toEqual([expect.stringContaining('s3cret'), expect.not.stringContaining('s3cret')]);
	});

	it('tells the facts of a line that it has seen before', () => {
		const masks = compileMasks(aPlatform(), { fingerprintKey: 'test' });
		const factsOf = (text: string): unknown => maskContent(text, masks).metadata;

		expect([factsOf('clock 1 by anna\n'), factsOf('clock 1 by anna\n')]).toEqual([
			{ changedBy: 'anna' },
			{ changedBy: 'anna' },
		]);
	});

	it('replaces what a rule calls volatile inside of a line', () => {
		const rule = userMask({ action: 'replace', pattern: compileLinearPattern('^serial (?P<volatile>\\d+) of') });

		expect(mask('serial 4711 of rack 3\n', [rule]).text).toBe('serial <volatile> of rack 3\n');
	});

	it('keeps the first fact of each name from the lines that it drops', () => {
		expect(mask('clock 1 by anna\nclock 2 by bert\n').metadata).toEqual({ changedBy: 'anna' });
	});

	it('tells what each mask did to which line', () => {
		const { hits, masked } = mask('clock 1\nuser a auth x\nclock 2\nkey\n 30\n quit\n');

		expect(hits.map(({ number, pattern, result }) => [number, pattern, result?.replace(/:[0-9a-f]{6}/, '')])).toEqual(
			expect.arrayContaining([
				[1, 'volatile/clock', undefined],
				[2, 'secret/user', 'user a auth <secret>'],
				[4, 'secret/key', '<secret>'],
			]),
		);
		expect(masked).toEqual({
			lines: 4,
			total: 6,
			patterns: { 'volatile/clock': 2, 'secret/user': 1, 'secret/key': 1 },
		});
	});

	it('changes nothing when it is asked twice', () => {
		const { text } = mask('user a auth {{ secret }} priv x\nsealed y\nkey\n 30\n quit\nclock 1\nhostname a\n');

		expect(mask(text).text).toBe(text);
	});

	it('reads a template with blanks as one word', () => {
		expect(mask('user a auth {{ vault "x" }} priv y\n').text).toMatch(/^user a auth <secret> priv <secret:/);
	});

	it('hides what stands behind a template with blanks', () => {
		expect(mask('user {{ the name }} auth s3cret\n').text).not.toContain('s3cret');
	});

	it.each([
		['takes the quote too', /^pin (?<secret>\S+)/d, 'pin <secret> read\n'],
		['begins behind it', /^pin "(?<secret>\w+)/d, 'pin "<secret>" read\n'],
	])('hides all of a secret in quotes, the words behind its first one too, where the mask %s', (_, pattern, hidden) => {
		const pin = userMask({ kind: 'secret', action: 'replace', pattern });

		const { text } = mask('pin "s3cret and more" read\n', [pin]);

		expect(text.replace(/:[0-9a-f]{6}/, '')).toBe(hidden);
	});

	it('reads an empty text', () => {
		expect(mask('')).toMatchObject({ text: '', lines: [], masked: { lines: 0, total: 0 } });
		expect(mask('clock 1\n').text).toBe('');
	});
});

describe('a key in a longer text', () => {
	const rule = (...key: readonly string[]): string =>
		[
			'ltm rule R {',
			'when RULE_INIT {',
			'    set static::key "-----BEGIN RSA PRIVATE KEY-----',
			...key,
			'}',
			'}',
			'',
		].join('\n');
	const masks = compileMasks(platformOf('f5_tmsh'), { fingerprintKey: 'test' });
	const masked = (text: string): string => maskContent(text, masks).text;

	it('is hidden, and what stands behind it stays', () => {
		const text = masked(rule('MIIfictive1', 'MIIfictive2', '-----END RSA PRIVATE KEY-----"', '    set other 1'));

		expect(text).toMatch(/PRIVATE KEY-----\n<secret:[0-9a-f]{6}>\n-----END RSA PRIVATE KEY-----"\n {4}set other 1\n/);
		expect(masked(text)).toBe(text);
	});

	it('is another one where a line of it differs', () => {
		const [one, other] = ['MIIfictive2', 'MIIfictive3'].map((line) =>
			masked(rule('MIIfictive1', line, '-----END RSA PRIVATE KEY-----"')),
		);

		expect(one).not.toBe(other);
	});

	it('is hidden to the end of the text where its own end never comes', () => {
		expect(masked(rule('MIIfictive1', 'MIIfictive2'))).not.toContain('fictive');
	});
});

describe('maskInSteps', () => {
	it('compiles the masks of a platform in steps of their own, and once', () => {
		const masks = compileMasks(aPlatform(), { fingerprintKey: 'test' });
		const lines = scanLines('hostname a\n', masks.platform.syntax);
		const steps = () => [...maskInSteps(lines, masks)].length;

		const [first, second] = [steps(), steps()];

		expect(first - second).toBe(masks.lineMasks.length);
	});
});
