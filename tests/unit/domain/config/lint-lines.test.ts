import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../src/domain/config/lines.ts';
import { lintChange, lintLines } from '../../../../src/domain/config/lint-lines.ts';
import { platformOf } from '../../../support/platform-of.ts';

const scan = (text: string) => scanLines(text, platformOf('cisco_ios').syntax);
const findings = (text: string) => lintLines(scan(text));

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

describe('lintChange', () => {
	const hidden = 'ip access-group X\u202e in\n';

	it('names what the change brings, and not what was there before, wherever it stands now', () => {
		const base = scan(`hostname a\n${hidden}`);
		const head = scan(`hostname a\nntp server 192.0.2.1\n${hidden}ip access-group Y\u202e in\n`);

		expect(lintChange(base, head)).toMatchObject([{ line: 4 }]);
	});

	it('names a text that has lost its end, though its line is as it was', () => {
		const banner = 'banner motd ^C\nhello\n';

		expect(lintChange(scan(`${banner}^C\n`), scan(banner))).toMatchObject([{ line: 1 }]);
	});
});
