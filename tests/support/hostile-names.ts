import fc from 'fast-check';

/** Names that fleet.yml allows and that something on the way would like to take for something else. */
const DEVICE_NAMES: readonly string[] = [
	'edge-01',
	'core-2.example.net',
	'lab_3',
	'www.evil.example',
	'WWW.evil.example',
	'GH-77',
	'gh-1',
	'1.',
	'1',
	'2026',
	'deadbeefcafe',
	'deadbeefcafe1234567890deadbeefcafe12345678',
	'a__b__',
	'x-',
	'constructor',
	'toString',
	'README.md',
	'index.html',
	'con',
	'a'.repeat(128),
];

/** A device's name: what fleet.yml and inventories let through, of any length. */
export const deviceName: fc.Arbitrary<string> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...DEVICE_NAMES) },
	{
		weight: 1,
		arbitrary: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/).filter((name) => !name.includes('..')),
	},
);

/** Branch names that git takes, each with something that a shell, an address, a log or a page would read. */
export const BRANCH_NAMES: readonly string[] = [
	'feature/@anna',
	'fix/#12',
	'a&head=octo!main&x',
	'a%0A%3A%3Aerror%3A%3Ax',
	'$(reboot)',
	'`reboot`',
	'a;reboot',
	'"><img/src=x>',
	"it's",
	'<!--fleet-drift-audit-->',
	'##]error',
	'{0}{{x}}',
	'|a|b|',
	'a+b=c,d!',
	'refs/heads/main',
	'naïve/日本語/😀',
	'x\u202egnp.a',
	'zero\u200bwidth',
	'wide\u3000space\u00a0',
	'next\u0085line\u2028end',
	'@-',
	'HEAD',
	'a'.repeat(200),
];
