import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../../src/domain/config/scan-lines.ts';
import { statementOf } from '../../../../../src/domain/config/statement.ts';
import { withoutRemark } from '../../../../../src/domain/config/styles/braces.ts';
import { juniperJunos } from '../../../../../src/platforms/juniper-junos.ts';
import { cpuTime } from '../../../../support/cpu-time.ts';

const { syntax } = juniperJunos;

describe('withoutRemark', () => {
	it.each([
		['encrypted-password "$6$abc"; ## SECRET-DATA', 'encrypted-password "$6$abc";'],
		["hostkey-algorithm { ## Warning: 'hostkey-algorithm' is deprecated", 'hostkey-algorithm {'],
	])('reads %s', (line, statement) => {
		expect(withoutRemark(line)).toBe(statement);
	});

	it('leaves a hash in a quoted string alone', () => {
		const line = 'description "uplink; ## old";';

		expect(withoutRemark(line)).toBe(line);
	});
});

describe('a remark of several lines', () => {
	const rolesOf = (text: string): readonly string[] =>
		scanLines(text, syntax).map(({ role, text: said }) => `${role} ${said}`);

	it('ends where its sign stands, and hides nothing below', () => {
		const text = '/* one\n   two */ host-name a;\nsystem {\n    host-name b;\n}\n';

		expect(rolesOf(text).slice(2)).toEqual(['statement system {', 'statement host-name b;', 'closer }']);
	});

	it('is one line where its end never comes, so that the rest is judged', () => {
		const text = '/* one\n   two */\nsystem {\n    /* three\n    host-name b;\n}\n/* four\n';

		expect(rolesOf(text)).toEqual([
			'comment /* one',
			'comment two */',
			'statement system {',
			'comment /* three',
			'statement host-name b;',
			'closer }',
			'comment /* four',
		]);
	});
});

describe('statementOf', () => {
	it.each([
		['host-name edge;', 'host-name edge'],
		['interfaces {', 'interfaces'],
		['ae0 { }', 'ae0'],
		['community A {', 'community A'],
		['description "uplink";', 'description uplink'],
		['set interfaces ae0 description "uplink"', 'set interfaces ae0 description uplink'],
		['description "two words";', 'description "two words"'],
		['match "!(.*)";', 'match "!(.*)"'],
	])('says %s', (line, statement) => {
		expect(statementOf(line, syntax)).toBe(statement);
	});

	it('takes no quadratic time on a line of blanks', () => {
		const line = `a${' '.repeat(100_000)}b`;

		const cpuMs = cpuTime();
		statementOf(line, syntax);

		expect(cpuMs()).toBeLessThan(1_000);
	});
});
