import { describe, expect, it } from 'vitest';
import { documentBehindLines, strangeFormat } from '../../../../src/domain/config/format.ts';

describe('strangeFormat', () => {
	it.each([
		['hostname a\nend\n', 'indented'],
		['', 'json'],
		[' \n', 'xml'],
		['\uFEFF{"a": 1}', 'json'],
		['<?xml version="1.0"?>\n<a/>', 'xml'],
		['{master:0}\nsystem {\n}\n', 'braces'],
		['<removed> is what stands here\n', 'indented'],
		['[edit]\nset system host-name a\n', 'braces'],
		['<HUAWEI>display current-configuration\n#\nreturn\n', 'indented'],
		['<HUAWEI>\n<HUAWEI>display current-configuration\n#\nreturn\n', 'indented'],
		['{a "b": c}\n', 'braces'],
	] as const)('takes %j for %s', (text, style) => {
		expect(strangeFormat(text, style)).toBeNull();
	});

	it.each([
		['hostname a\nend\n', 'json', 'lines of a command line'],
		['hostname a\nend\n', 'xml', 'lines of a command line'],
		['{"a": 1}', 'xml', 'JSON'],
		['{"a": 1}', 'indented', 'JSON'],
		['\n<config><a/></config>\n', 'braces', 'XML'],
		['<config><a/></config>', 'json', 'XML'],
		['<?xml version="1.0"?>\n<config><password>cut', 'braces', 'XML'],
		['<response status="success"><password>cut', 'braces', 'XML'],
		['<config>\n<secret>cut', 'indented', 'XML'],
		['<!-- from the API -->\n<secret>cut', 'json', 'XML'],
		['{"native": {"password": "cut', 'indented', 'JSON'],
		['[{"password": "cut"}]\ngarbage', 'set', 'JSON'],
	] as const)('tells %j from %s', (text, style, format) => {
		expect(strangeFormat(text, style)).toBe(format);
	});
});

describe('documentBehindLines', () => {
	it.each([
		['anna@fw> show config running\n\n<response status="success"><password>x</password></response>', 'XML'],
		['sw# show running-config | json\n{\n  "password": "x"\n}\nsw#\n', 'JSON'],
	])('finds a document in %j', (text, format) => {
		expect(documentBehindLines(text)).toBe(format);
	});

	it.each([
		'<config><a/></config>',
		'hostname a\nend\n',
		'hostname a\n{master:0}\n',
		'ltm rule A {\nHTTP::respond 200 content {\n<html><head></head></html>\n}\n}\n',
		'banner motd ^C\n<a href="x">\n^C\n',
		'a\nb\nc\nd\ne\nf\n{"a": 1}\n',
	])('finds none in %j', (text) => {
		expect(documentBehindLines(text)).toBeNull();
	});
});
