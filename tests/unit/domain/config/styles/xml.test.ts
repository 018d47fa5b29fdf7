import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../../src/domain/compare/calculate-diff.ts';
import { printTree } from '../../../../../src/domain/config/print.ts';
import { scanLines } from '../../../../../src/domain/config/scan-lines.ts';
import { xmlLines } from '../../../../../src/domain/config/styles/xml.ts';
import { maskContent } from '../../../../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../../../../src/domain/masking/registry.ts';
import { atOnce } from '../../../../../src/domain/steps.ts';
import { buildTree, findIncompleteness } from '../../../../support/at-once.ts';
import { cpuTime } from '../../../../support/cpu-time.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const opnsense = platformOf('opnsense');
const masks = compileMasks(opnsense, { fingerprintKey: 'key' });

const shown = (text: string): readonly string[] => atOnce(xmlLines(text)).map(({ number, raw }) => `${number} ${raw}`);

describe('xmlLines', () => {
	it('puts one element on a line and remembers where it stood', () => {
		expect(shown('<?xml version="1.0"?>\n<a><b>1</b>\n<c>\n<d/></c><e></e></a>')).toEqual([
			'1 <?xml version="1.0"?>',
			'2 <a>',
			'2   <b>1</b>',
			'3   <c>',
			'4     <d/>',
			'4   </c>',
			'4   <e/>',
			'4 </a>',
		]);
	});

	it('takes CDATA, entities and another order of attributes for the same', () => {
		const [line] = shown('<a y="2" x=\'1\'><![CDATA[b & c]]></a>');

		expect(line).toBe('1 <a x="1" y="2">b &amp; c</a>');
		expect(shown('<a x="1" y="2">b &#38; c</a>')).toEqual([line]);
	});

	it('takes a namespace for what it is, whatever prefix stands for it', () => {
		const [standard] = [shown('<a xmlns="urn:x"><b/><c xmlns="urn:y"/></a>')];

		expect(standard).toEqual(['1 <a xmlns="urn:x">', '1   <b/>', '1   <c xmlns="urn:y"/>', '1 </a>']);
		expect(shown('<n:a xmlns:n="urn:x"><n:b></n:b><m:c xmlns:m=\'urn:y\'/></n:a>')).toEqual(standard);
		expect(shown('<n:a xmlns:n="urn:x" xmlns="urn:y"><n:b/><c/></n:a>')).toEqual(standard);
		expect(shown('<a xmlns="urn:z"><b/><c xmlns="urn:y"/></a>')).not.toEqual(standard);
	});

	it('keeps a prefix that nothing declares', () => {
		expect(shown('<n:a><n:b/></n:a>')).toEqual(['1 <n:a>', '1   <n:b/>', '1 </n:a>']);
	});

	it('leaves attributes out that say nothing', () => {
		const lines = atOnce(xmlLines('<a time="now" name="x"/>', ['time'])).map(({ raw }) => raw);

		expect(lines).toEqual(['<a name="x"/>']);
	});

	it('keeps the line ends of a text', () => {
		expect(shown('<a>one\r\n  two</a>')).toEqual(['1 <a>one&#10;  two</a>']);
	});

	it('takes a comment inside a text for no part of it', () => {
		expect(shown('<a><b>one<!-- c --> two</b></a>')).toEqual([
			'1 <a>',
			'1   <b>one two</b>',
			'1   <!-- c -->',
			'1 </a>',
		]);
		expect(shown('<a><b><!-- c -->one</b><b/></a>')).toEqual([
			'1 <a>',
			'1   <b>one</b>',
			'1   <!-- c -->',
			'1   <b/>',
			'1 </a>',
		]);
		expect(shown('<a><!-- c --></a>')).toEqual(['1 <a>', '1   <!-- c -->', '1 </a>']);
		expect(shown('<a>\n<!-- c -->\n<b/><!-- d --></a>')).toEqual([
			'1 <a>',
			'2   <!-- c -->',
			'3   <b/>',
			'3   <!-- d -->',
			'3 </a>',
		]);
		expect(maskContent('<opnsense><password>a<!-- x -->hunter2</password></opnsense>', masks).text).not.toContain(
			'hunter2',
		);
	});

	it('keeps text beside elements', () => {
		expect(shown('<a>before<b/>behind</a>')).toEqual(['1 <a>', '1   before', '1   <b/>', '1   behind', '1 </a>']);
	});

	it.each([
		['a text', 'hello'],
		['an open element', '<a><b></b>'],
		['an element that another one closes', '<a><b></a></b>'],
		['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
		['an unknown entity', '<a>&b;</a>'],
		['an entity that is called like a member of every object', '<a>&toString;</a>'],
		['a second document', '<a/><b/>'],
		['an open comment', '<a><!-- </a>'],
		['an attribute without quotes', '<a b=c/>'],
		['a lone sign', '<a> < </a>'],
	])('refuses %s', (_what, text) => {
		expect(() => atOnce(xmlLines(text))).toThrow(
			expect.objectContaining({ code: 'ERR_PARSE', message: expect.stringMatching(/^it is not XML: line \d+ /) }),
		);
	});

	it.each([
		['nesting', '<a>'.repeat(500_000)],
		['signs', `<a>${'<'.repeat(1_000_000)}`],
		['elements on one line', `<a>${'<b>1</b>'.repeat(100_000)}</a>`],
		['placeholders', `<a>${'a<removed>'.repeat(100_000)}</a>`],
		['comments that do not end', `<a>${'<!--'.repeat(500_000)}`],
		['blanks in a tag', `<a${' '.repeat(1_000_000)}`],
		['ampersands', `<a>${'&'.repeat(500_000)}</a>`],
		['prefixes', `<a>${Array.from({ length: 20_000 }, (_, at) => `<b xmlns:p${at}="u"><p${at}:c/></b>`).join('')}</a>`],
	])('is done with a hostile amount of %s in no time', (_what, text) => {
		const cpuMs = cpuTime();

		try {
			atOnce(xmlLines(text));
		} catch (error) {
			expect(error).toMatchObject({ code: 'ERR_PARSE' });
		}

		expect(cpuMs()).toBeLessThan(3_000);
	});
});

describe('an XML config', () => {
	const differ = (intended: string, running: string) =>
		calculateDiff(`<opnsense>${running}</opnsense>`, `<opnsense>${intended}</opnsense>`, masks).changes;

	it('is the same with its elements in another order and its lines broken elsewhere', () => {
		expect(differ('<a>1</a><b><c/></b>', '\n<b>\n\t<c></c>\n</b>\n<a>1</a>')).toEqual([]);
	});

	it('tells entries apart by what they are called', () => {
		const users = '<user><name>anna</name><uid>1</uid></user><user><name>bert</name><uid>2</uid></user>';

		expect(
			differ(users, '<user><uid>2</uid><name>bert</name></user><user><uid>1</uid><name>anna</name></user>'),
		).toEqual([]);
		expect(differ(users, users.replace('<uid>2', '<uid>3'))).toMatchObject([
			{ kind: 'changed', lineage: ['<opnsense>', '<user> <name>bert</name>'], line: '<uid>2</uid>' },
		]);
	});

	it('tells entries that are called the same apart by their place', () => {
		const rules = '<rule><descr>web</descr><port>80</port></rule><rule><descr>web</descr><port>443</port></rule>';

		expect(differ(rules, rules.replace('443', '8443'))).toMatchObject([
			{ kind: 'changed', lineage: ['<opnsense>', '<rule> <descr>web</descr> (2)'], line: '<port>443</port>' },
		]);
	});

	it('sees that rules changed places, and that nothing else did', () => {
		const filter = (...names: string[]): string =>
			`<filter>${names.map((name) => `<rule><descr>${name}</descr><type>pass</type></rule>`).join('')}</filter>`;

		expect(differ(filter('a', 'b', 'c'), filter('a', 'c', 'b'))).toMatchObject([{ kind: 'moved' }]);
	});

	it('is compared without who changed it and when, which is kept', () => {
		const revision = '<revision><time>1.5</time><username>anna</username></revision>';
		const report = calculateDiff(`<opnsense><a>1</a>${revision}</opnsense>`, '<opnsense><a>1</a></opnsense>', masks);

		expect(report.changes).toEqual([]);
		expect(report.metadata).toEqual({ lastChangedAt: '1.5', lastChangedBy: 'anna' });
	});

	it.each(['<removed>', '&lt;removed&gt;', '****', '{{ psk }}', '<![CDATA[****]]>'])(
		'takes %s for any secret in that place',
		(placeholder) => {
			expect(differ(`<password>${placeholder}</password>`, '<password>fictive</password>')).toEqual([]);
		},
	);

	it('reads its own masked text again', () => {
		const secrets =
			'<password>f1ctive</password><secret>f1ctive</secret><url>https://a:f1ctive@b/</url><secret></secret>';
		const { text } = maskContent(`<opnsense>${secrets}<revision><time>1</time></revision></opnsense>`, masks);

		expect(text).not.toContain('f1ctive');
		expect(maskContent(text, masks).text).toBe(text);
	});

	it('is printed so that reading it gives the same tree', () => {
		const read = (text: string) =>
			JSON.stringify(buildTree(scanLines(text, opnsense.syntax), opnsense), withoutNumbers);
		const text = '<a x="1"><user><name>n</name><b/></user>text<user><name>n</name><c>1</c></user></a>';

		expect(read(printTree(buildTree(scanLines(text, opnsense.syntax), opnsense), opnsense.syntax))).toBe(read(text));
	});

	it('is whole when it can be read to its end and is the right document', () => {
		expect(findIncompleteness('<opnsense><a/></opnsense>', opnsense)).toBeNull();
		expect(findIncompleteness('<opnsense><a/>', opnsense)).toContain('<opnsense> of line 1 is open');
		expect(findIncompleteness('<html><body>Login</body></html>', opnsense)).toContain('opnsense');
		expect(findIncompleteness('cat: Permission denied', opnsense)).toContain('opnsense');
	});
});

function withoutNumbers(key: string, value: unknown): unknown {
	return key === 'lineNumber' ? undefined : value;
}
