import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown, escapeMarkdownHtml } from '../../../../src/reporting/escaping/escape-markdown.ts';

const zwsp = '\u200b';

describe('escapeMarkdown', () => {
	it.each([
		['leaves words alone', 'no answer within 30 s', 'no answer within 30 s'],
		['escapes every pipe, not only the first', 'a|b|c', 'a\\|b\\|c'],
		['keeps a backslash from escaping our backslash', 'a\\|b', 'a\\\\\\|b'],
		['breaks mentions', 'ask @anna', `ask @${zwsp}anna`],
		['breaks references', 'fixes #12, GH-3', `fixes #${zwsp}12, GH-${zwsp}3`],
		['breaks commits', 'at deadbeefcafe', `at deadbe${zwsp}efcafe`],
		['breaks addresses', 'https://x.example www.x.example', `https:${zwsp}//x.example www${zwsp}.x.example`],
		['breaks emoji', ':tada:', `:${zwsp}tada:`],
		['escapes HTML', '<!-- x --><img>', '&lt;!-- x --&gt;&lt;img&gt;'],
		['escapes entities', '&#64;anna', `&amp;#${zwsp}64;anna`],
		['escapes every entity, not only the first', '&lt;&gt;', '&amp;lt;&amp;gt;'],
		['escapes images and links', '![x](y)', '!\\[x\\](y)'],
		['keeps a line one line', 'a\nb\r\nc', 'a␊b␍␊c'],
		['shows what would act', 'a\u202eb\u001b[1mc', 'a&lt;U+202E&gt;b␛\\[1mc'],
		['shows a space that is none', 'neighbor\u00a0192.0.2.1', 'neighbor&lt;U+00A0&gt;192.0.2.1'],
		['starts no list and no heading', '# x', '\\# x'],
		['starts no ordered list', '1. x', `1${zwsp}. x`],
		['leaves an address at the start alone', '192.0.2.1:22 refused', '192.0.2.1:22 refused'],
		['is no formula', '$x$', '<span>$</span>x<span>$</span>'],
	])('%s', (_, text, expected) => {
		expect(escapeMarkdown(text)).toBe(expected);
	});

	it('cuts what nobody reads', () => {
		expect(escapeMarkdown('x'.repeat(5000))).toHaveLength(600);
	});
});

describe('escapeMarkdownHtml', () => {
	it('escapes HTML and breaks mentions', () => {
		expect(escapeMarkdownHtml('</summary>@anna')).toBe(`&lt;/summary&gt;@${zwsp}anna`);
	});
});

describe('codeSpan', () => {
	it.each([
		['wraps text', 'ntp server', '`ntp server`'],
		['outruns back-ticks', 'a``b', '```a``b```'],
		['pads back-ticks at its ends', '`a`', '`` `a` ``'],
		['shows an empty line', ' ', '(empty line)'],
		['breaks comments', '<!-- x -->', `\`<!${zwsp}-- x -->\``],
	])('%s', (_, text, expected) => {
		expect(codeSpan(text)).toBe(expected);
	});
});
