import { describe, expect, it } from 'vitest';
import { isSameReading } from '../../../../src/domain/compare/same-reading.ts';
import type { ConfigLine } from '../../../../src/domain/config/config-line.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { platformOf } from '../../../support/platform-of.ts';

const linesOf = (text: string, platform = 'cisco_ios'): readonly ConfigLine[] =>
	scanLines(text, platformOf(platform).syntax);

describe('isSameReading', () => {
	it('passes over what says nothing at the top level', () => {
		const intended = linesOf('interface Gi0/1\n mtu 9100\nhostname a\n');
		const running = linesOf('Building configuration...\n!\ninterface Gi0/1\n mtu 9100\n!\nhostname a\n!\nend\n');

		expect(isSameReading(intended, running)).toBe(true);
	});

	it.each([
		['another line', 'hostname a\n', 'hostname b\n'],
		['another order', 'hostname a\nversion 15.1\n', 'version 15.1\nhostname a\n'],
		['a line more', 'hostname a\n', 'hostname a\nhostname a\n'],
		['a line less', 'hostname a\nversion 15.1\n', 'hostname a\n'],
		['another section', 'interface Gi0/1\n mtu 9100\n', 'interface Gi0/1\nmtu 9100\n'],
	])('sees %s', (_case, intended, running) => {
		expect(isSameReading(linesOf(intended), linesOf(running))).toBe(false);
	});

	it('sees a comment inside of a text that is one value', () => {
		const policy = (comment: string): readonly ConfigLine[] =>
			linesOf(`route-policy P\n${comment}  pass\nend-policy\n`, 'cisco_xr');

		expect(isSameReading(policy('  ! one\n'), policy(''))).toBe(false);
	});

	it('sees that an equal line stands in another section', () => {
		const lines = linesOf('interface Gi0/1\ninterface Gi0/2\n mtu 9100\n');
		const moved = lines.map((line) => (line.text === 'mtu 9100' ? { ...line, parent: 0 } : line));

		expect(isSameReading(lines, moved)).toBe(false);
	});
});
