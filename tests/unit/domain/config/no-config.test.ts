import { describe, expect, it } from 'vitest';
import { findNoConfig } from '../../../../src/domain/config/no-config.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { platformOf } from '../../../support/platform-of.ts';

const CONFLICT = '<<<<<<< HEAD\nntp server 192.0.2.1\n=======\nntp server 192.0.2.2\n>>>>>>> main\n';

const found = (text: string, platform = 'cisco_ios'): ReturnType<typeof findNoConfig> =>
	findNoConfig(scanLines(text, platformOf(platform).syntax));

describe('findNoConfig', () => {
	it.each(platforms.names.filter((name) => !['json', 'xml'].includes(platformOf(name).syntax.style)))(
		'finds a merge that nobody has finished, for %s',
		(platform) => {
			expect(found(`a\nb\n${CONFLICT}c\n`, platform)).toMatchObject({ line: 3 });
		},
	);

	it.each([
		'$ANSIBLE_VAULT;1.1;AES256\n62313365396662343061393464336163\n',
		'-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24=\n-----END AGE ENCRYPTED FILE-----\n',
		'-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n',
	])('finds what is encrypted as a whole: %j', (text) => {
		expect(found(text)).toEqual({ why: expect.stringContaining('it is encrypted'), line: 1 });
	});

	it.each([
		['a banner that draws one', `banner motd ^\n${CONFLICT}^\nend\n`],
		['one sign of it', 'banner login ^\nx\n^\n<<<<<<< ours\nend\n'],
		['a secret that is kept by a vault', 'hostname a\n! $ANSIBLE_VAULT;1.1;AES256\nend\n'],
		['nothing', ''],
	])('lets be %s', (_, text) => {
		expect(found(text)).toBeNull();
	});
});
