import { z } from 'zod';
import { MASK_KINDS } from '../../domain/masking/pattern.ts';
import { DEVICE_TRANSPORTS } from '../../domain/platform/transports.ts';
import { alternatives } from '../../domain/text/alternatives.ts';
import { parseCommitter } from '../committer.ts';
import { DURATION, parseDuration } from '../duration.ts';
import { isHost } from '../host.ts';
import { DAYS, parseDays } from '../period.ts';

/*
 * The single values of fleet.yml. Every `error` text is a fix: what to write instead; the place and the value come from
 * schema-findings.ts. Nothing transforms, so a file with one bad value can still be checked as a whole.
 */

const REFERENCE = '\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}';

/** Names become file names, so they hold nothing that a path could trip over. */
export const name = matching(
	/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
	'Use letters, digits, ".", "_" and "-", beginning with a letter or a digit and without ".."',
);

export const tag = matching(
	/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/,
	'Use letters, digits, ".", "_", ":", "/" and "-", beginning with a letter or a digit',
);

export const platform = nonEmpty('Write the name of a network operating system, such as cisco_ios');

/** As `isHost` takes it: no port, no user name, no brackets. */
export const host = satisfying(
	isHost,
	'Write a host name or an IP address, such as 192.0.2.1; a port or a user name has a key of its own',
).describe('Host name, IPv4 or IPv6 address.');

export const port = wholeNumber(1, 65_535).describe(
	'TCP port; by default the transport’s own (ssh 22, netconf 830, rest 443).',
);

export const hostKey = matching(
	/^SHA256:[A-Za-z0-9+/]{43}=?$/,
	'Write SHA256: and 43 characters, as "ssh-keyscan HOST | ssh-keygen -lf -" prints it',
).describe('The only SSH host key that is accepted: `SHA256:` and 43 characters, as `ssh-keygen -lf` prints it.');

export const hostKeys = oneOf(['strict', 'accept-new']).describe(
	'What to do with a host whose key is not known yet. accept-new: its key is trusted at first sight and added to `known-hosts`, which you commit; never in a pre-flight check. Default strict.',
);

export const sshAlgorithms = oneOf(['modern', 'legacy']).describe(
	'What SSH may negotiate. legacy: SHA-1 key exchanges, CBC and 3DES, MD5 and DSA too, for what has nothing better. Default modern.',
);

export const transport = z
	.enum(DEVICE_TRANSPORTS, {
		error: ({ input }) =>
			`Write ${alternatives(DEVICE_TRANSPORTS)}${input === 'file' ? '; a folder of running configs is read with --running-dir' : ''}`,
	})
	.describe(
		'How the running config is fetched. Every platform has ssh; `fleet-drift platforms` lists which have netconf or rest.',
	);

export const caFile = nonEmpty('Write the path of a PEM file').describe(
	'Path of a PEM file, relative to the folder of this file: the certificates that TLS (transport rest) is verified by, instead of the public ones. A file with just the device’s own certificate pins it.',
);

export const vdom = matching(
	/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}$/,
	'Write the name of a VDOM: letters, digits, "_" and "-"',
).describe('Fetch only this VDOM of a FortiGate (transport rest); left out: the whole device.');

export const username = matching(
	new RegExp(`^(?:${REFERENCE}|[^\\s\${}\\p{Cc}]+)$`, 'u'),
	`Write the login name, or a reference such as "\${FLEET_USERNAME}"`,
);

/** Of a device: a name, no reference, for it comes from inventories too. */
export const loginName = matching(/^[^\s${}\p{Cc}]{1,128}$/u, 'Write the login name');

export const inventoryUrl = satisfying(
	isInventoryUrl,
	'Write the address of NetBox with https and without /api, such as https://netbox.example.net; the token has a key of its own',
);

/** Never a value: secrets come from the environment by name. */
export const secretReference = matching(
	new RegExp(`^${REFERENCE}$`),
	`Write a reference such as "\${FLEET_PASSWORD}", in quotes, and set that environment variable from a secret`,
);

export const duration = satisfying(
	(text) => parseDuration(text) !== null,
	'Write a number with a unit, such as 10s, 2m or 500ms, up to 24 hours',
	DURATION,
);

export const days = satisfying((text) => parseDays(text) !== null, 'Write a number of days, such as 90d', DAYS);

export const committer = satisfying(
	(text) => parseCommitter(text) !== null,
	'Write a name and an address, such as "Fleet drift <drift@example.net>"',
);

export const intended = satisfying(
	isIntendedTemplate,
	'Write a relative path such as intended-configs/{device}.cfg; {device}, {platform}, {site} and {role} are replaced',
).describe(
	'Path of the intended config, relative to the folder of this file. {device}, {platform}, {site} and {role} are replaced.',
);

export const maskId = (example: string): z.ZodString =>
	matching(/^[a-z0-9][a-z0-9-]{0,63}$/, `Use lower-case letters, digits and "-", such as ${example}`).describe(
		'Unique name; reports show it as `kind/id`.',
	);

export const maskKind = oneOf(MASK_KINDS);

export const regularExpression = nonEmpty('Write a regular expression in single quotes');

export const reason = nonEmpty('Say in a few words why this is not drift').describe('Why; it is shown in reports.');

/** Of a person on GitHub. */
export const login = matching(
	/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
	'Write the login of a person on GitHub without "@"; a team cannot be assigned to an issue',
);

/** Of an issue on GitHub, which takes 50 characters. */
export const label = matching(/^[^\p{Cc},]{1,50}$/u, 'Write up to 50 characters, without a comma');

export const date = satisfying(isDate, 'Write a day of the calendar as YYYY-MM-DD, such as 2027-01-31');

export function wholeNumber(min: number, max: number): z.ZodInt {
	const error = `Write a whole number from ${min} to ${max}`;
	return z.int({ error }).min(min, { error }).max(max, { error });
}

export function nonEmpty(error: string): z.ZodString {
	return z.string({ error }).min(1, { error });
}

/** One of these words. */
export function oneOf<const Word extends string>(words: readonly Word[]): z.ZodEnum<{ [Key in Word]: Key }> {
	return z.enum(words, { error: `Write ${alternatives(words)}` });
}

/** A text of this shape; the shape goes into the JSON Schema, too. */
export function matching(shape: RegExp, error: string): z.ZodString {
	return z.string({ error }).regex(shape, { error });
}

/** The shape is for editors; the check decides. */
function satisfying(isValid: (text: string) => boolean, error: string, shape = /^.+$/): z.ZodString {
	return z.string({ error }).regex(shape, { error }).refine(isValid, { error });
}

/** Without TLS a token would be read on the way; the loopback has no way. The path of the API stands behind it. */
function isInventoryUrl(text: string): boolean {
	const url = URL.parse(text);
	if (url !== null && /\/api\/?$/.test(url.pathname)) return false;
	if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
	return (
		url.protocol === 'https:' ||
		(url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
	);
}

function isIntendedTemplate(template: string): boolean {
	const literal = template.replaceAll(/\{(?:device|platform|site|role)\}/g, '');
	return !/[{}\\\p{Cc}]/u.test(literal) && !template.startsWith('/') && !template.endsWith('/');
}

/** 2027-02-30 has the shape of a date but is none. */
function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
