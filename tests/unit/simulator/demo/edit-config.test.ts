import { describe, expect, it } from 'vitest';
import {
	addAfter,
	addBefore,
	edited,
	moveBefore,
	removeLine,
	removeLinesWith,
	replaceAll,
	replaceLine,
	within,
} from '../../../../src/simulator/demo/edit-config.ts';

const config = `hostname a
interface one
 shutdown
interface two
 description x
 shutdown
filter {
    term b {
        accept;
    }
    term c;
}
`;

describe('edited', () => {
	it('applies edits in turn', () => {
		expect(edited('a\nb\n', [replaceLine('a', 'c'), addAfter('c', 'd'), addBefore('c', 'e')])).toBe('e\nc\nd\nb\n');
	});

	it('removes one line, or every line that holds a text', () => {
		expect(removeLine(' description x')(config)).not.toContain('description');
		expect(removeLinesWith('shutdown')(config)).not.toContain('shutdown');
	});

	it('replaces every occurrence of a text', () => {
		expect(replaceAll('shutdown', 'down')(config).match(/ down/g)).toHaveLength(2);
	});

	it('moves a section with all that is in it, its closing brace included', () => {
		expect(moveBefore('interface two', 'interface one')(config)).toContain(
			'hostname a\ninterface two\n description x\n shutdown\ninterface one\n shutdown\nfilter',
		);
		expect(moveBefore('    term b {', '}')(config)).toContain(
			'filter {\n    term c;\n    term b {\n        accept;\n    }\n}\n',
		);
	});

	it('edits one section where others hold the same line', () => {
		expect(within('interface one', removeLine(' shutdown'))(config)).toContain('interface one\ninterface two\n');
		expect(within('    term b {', addAfter('        accept;', '        log;'))(config)).toContain('log;\n    }\n');
	});

	it.each([
		['a line that is not there', removeLine('nothing'), 'no line reads "nothing"'],
		['a line that is there twice', removeLine(' shutdown'), 'more than one line reads " shutdown"'],
		['a section that is not there', within('interface three', removeLine('x')), 'no line reads "interface three"'],
		['a text that no line holds', removeLinesWith('bgp'), 'no line holds "bgp"'],
		['a text that is nowhere', replaceAll('bgp', 'ospf'), 'nothing reads "bgp"'],
	])('refuses %s', (_, edit, complaint) => {
		expect(() => edit(config)).toThrow(complaint);
	});
});
