import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../src/domain/config/lines.ts';
import { lintLines } from '../../../../src/domain/config/lint-lines.ts';
import { platformOf } from '../../../support/platform-of.ts';

const findings = (text: string) => lintLines(scanLines(text, platformOf('cisco_ios').syntax));

describe('lintLines', () => {
	it('finds nothing in a config as people write it', () => {
		expect(findings('hostname edge-1\n\tdescription Zürich → Genf\nbanner motd ^C\nhello\n^C\nend\n')).toEqual([]);
	});

	it('names the line of a text that never ends', () => {
		expect(findings('hostname a\nbanner motd ^C\nhello\n')).toMatchObject([{ line: 2 }]);
	});

	it.each(['\u202e', '\u200b', '\u0007', '\ufeff'])('names the line that hides %j', (character) => {
		expect(findings(`hostname a\nip access-group X${character} in\n`)).toMatchObject([{ line: 2 }]);
	});
});
