import { describe, expect, it } from 'vitest';
import { strangeFormat } from '../../../../src/domain/config/format.ts';

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
	] as const)('tells %j from %s', (text, style, format) => {
		expect(strangeFormat(text, style)).toBe(format);
	});
});
