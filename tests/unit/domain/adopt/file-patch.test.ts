import { describe, expect, it } from 'vitest';
import { filePatch } from '../../../../src/domain/adopt/file-patch.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../support/platform-of.ts';

const masksOf = (name: string): ReturnType<typeof compileMasks> =>
	compileMasks(platformOf(name), { fingerprintKey: 'test' });

describe('filePatch', () => {
	it('is a patch that git takes where no secret is near', () => {
		const before = 'hostname a\n\n! note\nntp server 192.0.2.1';

		expect(filePatch({ path: 'a.cfg', before, after: `${before}\n` }, masksOf('cisco_ios'))).toBe(
			[
				'--- a/a.cfg',
				'+++ b/a.cfg',
				'@@ -1,4 +1,4 @@',
				' hostname a',
				' ',
				' ! note',
				'-ntp server 192.0.2.1',
				'\\ No newline at end of file',
				'+ntp server 192.0.2.1',
				'',
			].join('\n'),
		);
	});

	it('hides the secrets of the lines that go and of those around them', () => {
		const before = 'enable secret 9 $9$old$hash\nsnmp-server community s3cretRO RO\n ntp server 192.0.2.1\n';
		const after = 'enable secret 9 <removed>\nsnmp-server community s3cretRO RO\n ntp server 192.0.2.1\n';

		const patch = filePatch({ path: 'a.cfg', before, after }, masksOf('cisco_ios'));

		expect(patch).toContain(
			'\n-enable secret 9 <removed>\n+enable secret 9 <removed>\n snmp-server community <removed> RO\n  ntp',
		);
	});

	it('shows no part of a line that holds several keys, and none of a hidden text of several lines', () => {
		const json = filePatch(
			{ path: 'a.json', before: '{"TACPLUS": {"passkey": "s3cret"}}\n', after: '{\n"A": {}\n}\n' },
			masksOf('sonic'),
		);
		const key = '-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nsecondLine\n-----END PRIVATE KEY-----\n';
		const pem = filePatch({ path: 'a.cfg', before: key, after: 'hostname a\n' }, masksOf('generic'));

		expect(json).not.toContain('s3cret');
		expect(json).toContain('\n-…\n');
		expect(pem).not.toMatch(/MIIEow|secondLine/);
	});

	it('says nothing about a file that stays', () => {
		expect(filePatch({ path: 'a.cfg', before: 'a\n', after: 'a\n' }, masksOf('cisco_ios'))).toBe('');
	});
});
