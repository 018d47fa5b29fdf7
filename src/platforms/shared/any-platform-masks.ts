import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import type { BlockRule } from '../../domain/platform/platform.ts';

/**
 * The nets under every platform's own list: a secret that no rule knows by its command is still known by its form. They
 * stand last, so that a platform's own rule names the hit.
 */
export const anyPlatformMasks: readonly MaskingPattern[] = [
	{
		id: 'secret/any-crypt-hash',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern: /(?:^|[\s":=>])(?<secret>\$(?:1|5|6|8|9|14|2[aby]|sha1|sha512)\$[^\s";,<\\]{3,})/d,
		decode: 'juniper-9',
		reason: 'crypt(3) and vendor hashes can be cracked offline; Junos $9$ is reversible (netconan juniper_secrets.py)',
		matches: [
			'my password is $1$salt$abcdefghijklmnopqrs',
			'authentication "$9$kmQF9CuEcyKWX7Vs"',
			'<hash>$6$salt$abcdefghijk</hash>',
		],
		spares: ['event manager environment price $1$', 'match as-path $1'],
	},
	{
		id: 'secret/any-url-password',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		// Bounded, because a line of nothing but `://a:` would else be read once per occurrence.
		pattern: /:\/\/[^\s:@/"]{1,128}:(?<secret>[^\s@"]{1,256})@/d,
		reason: 'archive and copy URLs carry a login in clear (Junos archive-sites are not tagged SECRET-DATA)',
		matches: ['path ftp://backup:Tr0ub4dor@192.0.2.9/cfg', '"pasvftp://u:p4ss@198.51.100.7/";'],
		spares: ['path ftp://192.0.2.9:2121/cfg', 'source-url https://updates.example.net/a@b'],
	},
	{
		id: 'secret/any-private-key',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----(?<secret>[^"-]+)/d,
		reason: 'a PEM key in one quoted string (Junos security certificates local)',
		matches: ['"-----BEGIN RSA PRIVATE KEY-----\\nMIIEow\\n-----END RSA PRIVATE KEY-----\\n";'],
		spares: ['"-----BEGIN CERTIFICATE-----\\nMIIDdz\\n-----END CERTIFICATE-----\\n";'],
	},
	{
		id: 'secret/any-private-key-block',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		scope: 'block',
		pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
		reason: 'the same over several lines: masking line by line would leave the key behind',
		matches: ['-----BEGIN PRIVATE KEY-----', '"-----BEGIN EC PRIVATE KEY-----'],
		spares: ['-----BEGIN CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----'],
	},
];

/** What every platform's list of blocks ends with. */
export const anyPlatformBlocks: readonly BlockRule[] = [
	{
		id: 'private-key',
		start: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
		end: /-----END (?:[A-Z]{2,10} )?PRIVATE KEY-----/,
		key: true,
	},
];
