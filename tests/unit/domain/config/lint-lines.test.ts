import { describe, expect, it } from 'vitest';
import { lintChange } from '../../../../src/domain/config/lint-lines.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { createMaskRegistry } from '../../../../src/domain/masking/registry.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { platformOf } from '../../../support/platform-of.ts';

const scan = (text: string) => ({ lines: scanLines(text, platformOf('cisco_ios').syntax) });
const findings = (text: string) => atOnce(lintChange(scan(''), scan(text)));

describe('lintChange', () => {
	it('finds nothing in a config as people write it', () => {
		expect(findings('hostname edge-1\n\tdescription Zürich → Genf\nbanner motd ^C\nhello\n^C\nend\n')).toEqual([]);
	});

	it('names the line of a text that never ends', () => {
		expect(findings('hostname a\nbanner motd ^C\nhello\n')).toMatchObject([{ line: 2 }]);
	});

	it.each(['\u202e', '\u200b', '\u0007', '\ufeff', '\u00a0'])('names the line that hides %j', (character) => {
		expect(findings(`hostname a\nip access-group X${character} in\n`)).toMatchObject([{ line: 2 }]);
	});

	const hidden = 'ip access-group X\u202e in\n';

	it('names what the change brings, and not what was there before, wherever it stands now', () => {
		const base = scan(`hostname a\n${hidden}`);
		const head = scan(`hostname a\nntp server 192.0.2.1\n${hidden}ip access-group Y\u202e in\n`);

		expect(atOnce(lintChange(base, head))).toMatchObject([{ line: 4 }]);
	});

	it('names a certificate that has lost its end, though a mask has taken it out', () => {
		const masks = createMaskRegistry(platforms, { fingerprintKey: 'test' })(
			aFleetDevice({ name: 'a', platform: 'cisco_ios' }),
		);
		const read = (text: string) => prepareConfig(text, masks);
		const certificate =
			'crypto pki certificate chain TP\n certificate self-signed 01\n  30820321 30820209\n  A0030201 02020101\n';
		const cut = read(`hostname a\n${certificate}`);

		expect(cut.lines.map(({ raw }) => raw)).not.toContain('  30820321 30820209');
		expect(atOnce(lintChange(read(`hostname a\n${certificate}  \tquit\n`), cut))).toMatchObject([{ line: 3 }]);
		expect(atOnce(lintChange(cut, read(`hostname b\n${certificate}`)))).toEqual([]);
	});

	it('names a text that has lost its end, though its line is as it was', () => {
		const banner = 'banner motd ^C\nhello\n';

		expect(atOnce(lintChange(scan(`${banner}^C\n`), scan(banner)))).toMatchObject([{ line: 1 }]);
	});
});
