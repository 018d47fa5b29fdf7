import { expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platformOf } from '../support/platform-of.ts';

const banner = (delimiter: string, password: string): string =>
	`hostname a\nbanner motd ${delimiter}\nPW: ${password}\n${delimiter}\nntp server 192.0.2.1\n`;

// All that is in what stands for a secret: `<secret:1f3a9c>`.
it.each([...'^#<secrt0123456789abdf>'])('sees a changed secret in a banner between "%s"', (delimiter) => {
	for (const name of ['cisco_ios', 'cisco_nxos', 'dell_os10']) {
		const masks = compileMasks(platformOf(name), { fingerprintKey: 'banner' });

		const { changes } = calculateDiff(banner(delimiter, 'GLMNQ!Y'), banner(delimiter, 'GLMNQ!Z'), masks);

		expect(changes, name).toHaveLength(1);
		const { text } = maskContent(banner(delimiter, 'GLMNQ!Y'), masks);
		expect(maskContent(text, masks).text, name).toBe(text);
	}
});

it.each(['password: fictive', 'Password fict1ve', 'the pw is fictive', 'community string: fictive'])(
	'hides what stands right behind the delimiter of IOS: %s',
	(text) => {
		const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'banner' });

		expect(maskContent(`banner motd ^C${text}\nwelcome\n^C\n`, masks).text).not.toMatch(/fict/);
	},
);

it.each(['password is', 'password:', 'secret ='])(
	'hides what a banner or a comment says, and not the word in front of it: %s',
	(said) => {
		for (const name of ['cisco_nxos', 'cisco_xr', 'dell_os10', 'generic']) {
			const masks = compileMasks(platformOf(name), { fingerprintKey: 'banner' });
			for (const text of [`banner motd #\n${said} fictive\n#\n`, `! ${said} fictive\n`]) {
				expect(maskContent(text, masks).text, name).not.toContain('fictive');
			}
		}
	},
);

it.each(['<b>fictive', '<fictive', '{fictive', '[fictive'])(
	'hides a password that begins like a placeholder: %s',
	(password) => {
		for (const name of ['cisco_ios', 'fortinet', 'mikrotik_routeros']) {
			const masks = compileMasks(platformOf(name), { fingerprintKey: 'banner' });

			for (const text of [`description password: ${password}`, `description "the pw is ${password} for now"`]) {
				expect(maskContent(`${text}\n`, masks).text, name).not.toContain('fictive');
			}
		}
	},
);
