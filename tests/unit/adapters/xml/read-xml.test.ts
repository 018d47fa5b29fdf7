import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findXml } from '../../../../src/adapters/xml/find-xml.ts';
import { XmlError } from '../../../../src/adapters/xml/read-tag.ts';
import { readXml } from '../../../../src/adapters/xml/read-xml.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('readXml', () => {
	it('gives back any text that was escaped', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (text, attribute) => {
				const root = readXml(`<?xml version="1.0"?>\n<a b="${escaped(attribute)}">${escaped(text)}</a>\n`);

				expect(root.text).toBe(text);
				expect(root.attribute('b')).toBe(attribute);
			}),
		);
	});

	it('notices every cut', () => {
		const whole = '<?xml version="1.0"?><!-- x --><n:a x="1>0" y=\'"\'><b/><![CDATA[<c>]]><d>t</d></n:a>';

		for (let end = 0; end < whole.length; end += 1) {
			expect(() => readXml(whole.slice(0, end)), whole.slice(0, end)).toThrow(XmlError);
		}
		expect(readXml(whole).children.map(({ name }) => name)).toEqual(['b', 'd']);
	});

	it.each([
		['closes what is not open', '<a></b>'],
		['closes what is not open', '</a>'],
		['overlaps', '<a><b></a></b>'],
		['holds two documents', '<a/><b/>'],
		['declares a document type', '<!DOCTYPE a [<!ENTITY lol "lol">]><a>&lol;</a>'],
		['has a tag without a name', '<a>< b/></a>'],
		['opens a tag inside a tag', '<a <b/>>'],
		['is nested too deeply', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
		['has a tag that is too long', `<a ${'b'.repeat(20_000)}/>`],
		['holds no element', 'hello'],
	])('refuses what %s', (_, text) => {
		expect(() => readXml(text)).toThrow(XmlError);
	});

	it.each(['&nbsp;', '&#x110000;', '&#9999999;', '&constructor;', '&__proto__;'])(
		'refuses the reference %s',
		(reference) => {
			expect(() => readXml(`<a>${reference}</a>`).text).toThrow(XmlError);
		},
	);

	it('passes comments over and takes CDATA as it stands', () => {
		expect(readXml('<a>1<!-- <b> -->2<?x y?>3<![CDATA[&lt;</a>]]>4&#65;&#x42;</a>').text).toBe('123&lt;</a>4AB');
	});

	it.each([
		['tags', '<'],
		['quotes', '<a b="'],
		['comments', '<!--'],
		['attributes', `<a ${' b'.repeat(8_000)}`],
		['references', '<a>&'],
	])('does not hang on a megabyte of %s', (_, piece) => {
		const cpuMs = cpuTime();

		expect(() => readXml(piece.repeat(Math.ceil(1_000_000 / piece.length)))).toThrow(XmlError);
		expect(cpuMs()).toBeLessThan(1_000);
	});
});

describe('a document of more elements than a config has', () => {
	it('is refused', { timeout: 30_000 }, () => {
		expect(() => readXml(`<a>${'<b/>'.repeat(2_000_000)}</a>`)).toThrow(/it holds more than 2,000,000 elements/u);
	});

	it('is refused, too, where an attribute looks as if all of them stood in a comment', { timeout: 30_000 }, () => {
		const text = `<a><b c="<!--"/>${'<b/>'.repeat(2_000_000)}<b c="-->"/></a>`;

		expect(() => readXml(text)).toThrow(/it holds more than 2,000,000 elements/u);
	});

	it('is not taken for one that is cut because of what stands in an attribute', () => {
		const text = `<a><b c="<!--"/>${' '.repeat(8_000_000)}</a>`;

		expect(readXml(text).all('b')).toHaveLength(1);
	});

	it.each([
		['a comment', '<!--', '-->'],
		['CDATA', '<![CDATA[', ']]>'],
	])('is not taken for one because of what stands in %s', (_, start, end) => {
		expect(readXml(`<a>${start}${'<b/>'.repeat(2_000_001)}${end}</a>`).all('b')).toEqual([]);
	});
});

describe('findXml', () => {
	const root = readXml(
		'<r:response status="error"><msg><line>no &amp; never</line></msg><x><y/></x><x>2</x></r:response>',
	);

	it.each([
		['/response/@status', 'error'],
		['/response/@code', null],
		['/response/msg/line', 'no & never'],
		['/response/msg', '<line>no &amp; never</line>'],
		['/response/x', '<y/>'],
		['/response/x/y', ''],
		['/response/nothing', null],
		['/other/msg', null],
	])('finds what stands at %s', (place, found) => {
		expect(findXml(root, place)).toBe(found);
	});
});
