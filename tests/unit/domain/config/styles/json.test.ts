import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../../src/domain/compare/calculate-diff.ts';
import { printTree } from '../../../../../src/domain/config/print.ts';
import { scanLines } from '../../../../../src/domain/config/scan-lines.ts';
import { jsonLines } from '../../../../../src/domain/config/styles/json.ts';
import { maskContent } from '../../../../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../../../../src/domain/masking/registry.ts';
import { atOnce } from '../../../../../src/domain/steps.ts';
import { buildTree, findIncompleteness } from '../../../../support/at-once.ts';
import { cpuTime } from '../../../../support/cpu-time.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const sonic = platformOf('sonic');
const masks = compileMasks(sonic, { fingerprintKey: 'key' });

const shown = (text: string): readonly string[] => atOnce(jsonLines(text)).map(({ number, raw }) => `${number} ${raw}`);

describe('jsonLines', () => {
	it('puts one key or element on a line and remembers where it stood', () => {
		expect(shown('{"PORT": {"Ethernet0": {"mtu": "9100",\n"lanes": [1, 2]}},\n"VLAN": {}, "NOTE": []}')).toEqual([
			'1 {',
			'1 "PORT": {',
			'1   "Ethernet0": {',
			'1     "mtu": "9100",',
			'2     "lanes": [',
			'2       1,',
			'2       2',
			'2     ]',
			'2   }',
			'2 },',
			'3 "VLAN": {},',
			'3 "NOTE": []',
			'3 }',
		]);
	});

	it('writes a text in its shortest form', () => {
		expect(shown(String.raw`{"\u0041": "a\/b \" \u00e4"}`)).toContain('1 "A": "a/b \\" ä"');
	});

	it.each([
		['nothing', ''],
		['a text that ends too early', '{"a": {"b": 1}'],
		['a string without its end', '{"a": "b'],
		['a line end in a string', '{"a": "b\nc"}'],
		['a missing colon', '{"a" 1}'],
		['a missing value', '{"a": }'],
		['a second document', '{}{}'],
		['brackets that do not match', '{"a": [}'],
		['a word', '{"a": yes}'],
	])('refuses %s, without a word of it', (_what, text) => {
		expect(() => atOnce(jsonLines(text))).toThrow(
			expect.objectContaining({
				code: 'ERR_PARSE',
				message: expect.stringMatching(/^it is not JSON: line \d+ [\w ]+$/),
			}),
		);
	});

	it.each([
		['nesting', '['.repeat(1_000_000)],
		['backslashes', `["${'\\'.repeat(1_000_000)}"]`],
		['quotes', `["${'\\"'.repeat(500_000)}"]`],
		['elements', `[${'1,'.repeat(200_000)}2]`],
		['blanks', `[${' '.repeat(1_000_000)}`],
	])('is done with a hostile amount of %s in no time', (_what, text) => {
		const cpuMs = cpuTime();

		try {
			atOnce(jsonLines(text));
		} catch (error) {
			expect(error).toMatchObject({ code: 'ERR_PARSE' });
		}

		expect(cpuMs()).toBeLessThan(3_000);
	});
});

describe('a JSON config', () => {
	const differ = (intended: string, running: string) => calculateDiff(running, intended, masks).changes;

	it('is the same with its keys in another order and its lines broken elsewhere', () => {
		expect(differ('{"a": 1, "b": {"c": [1, 2]}}', '{\n "b": {\n  "c": [2, 1]\n },\n "a": 1\n}\n')).toEqual([]);
	});

	it('shows a changed value with the lines of both texts', () => {
		const [change, ...more] = differ(
			'{\n"PORT": {"Ethernet0": {"mtu": "9100"}}}',
			'{"PORT": {"Ethernet0": {\n\n"mtu": "1500"}}}',
		);

		expect(more).toEqual([]);
		expect(change).toMatchObject({
			kind: 'changed',
			lineage: ['"PORT": {', '"Ethernet0": {'],
			line: '"mtu": "9100"',
			runningText: '"mtu": "1500"',
			intendedLine: 2,
			runningLine: 3,
		});
	});

	it('tells the entries of a list apart by their names', () => {
		const entries = (mtu: number): string => `{"list": [{"name": "b", "mtu": ${mtu}}, {"name": "a", "mtu": 1}]}`;

		expect(differ('{"list": [{"name": "a", "mtu": 1}, {"name": "b", "mtu": 2}]}', entries(2))).toEqual([]);
		expect(differ('{"list": [{"name": "a", "mtu": 1}, {"name": "b", "mtu": 2}]}', entries(3))).toMatchObject([
			{ kind: 'changed', lineage: ['"list": [', '{ "name": "b"'], line: '"mtu": 2' },
		]);
	});

	it('reads its own masked text again', () => {
		const { text } = maskContent('{"a": {"passkey": "fictive", "b": {}}, "SNMP_COMMUNITY": {"fictive": {}}}', masks);

		expect(text).not.toContain('fictive');
		expect(maskContent(text, masks).text).toBe(text);
	});

	it('is printed so that reading it gives the same tree', () => {
		const read = (text: string) => JSON.stringify(buildTree(scanLines(text, sonic.syntax), sonic), withoutNumbers);
		const text = '{"a": {"b": [1, {"name": "x", "y": []}], "c": "d"}, "e": null}';

		expect(read(printTree(buildTree(scanLines(text, sonic.syntax), sonic), sonic.syntax))).toBe(read(text));
	});

	it('is whole when it can be read to its end', () => {
		expect(findIncompleteness('{"DEVICE_METADATA": {"localhost": {}}}', sonic)).toBeNull();
		expect(findIncompleteness('{"DEVICE_METADATA": {"localhost": {}}', sonic)).toContain('ends too early');
		expect(findIncompleteness('{"error": "no"}', sonic)).toContain('DEVICE_METADATA');
		expect(findIncompleteness('Permission denied', sonic)).toContain('DEVICE_METADATA');
		expect(findIncompleteness('', sonic)).toBe('the device returned no configuration');
	});

	it('has its secrets hidden even where it is no document', () => {
		expect(maskContent('"passkey": "fictive"\n', masks).text).not.toContain('fictive');
	});
});

function withoutNumbers(key: string, value: unknown): unknown {
	return key === 'lineNumber' ? undefined : value;
}
