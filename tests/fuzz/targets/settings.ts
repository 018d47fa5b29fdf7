import { parseKnownHosts } from '../../../src/adapters/ssh-connection/host-keys.ts';
import { ConfigurationError, formatProblem } from '../../../src/errors.ts';
import { ENVIRONMENT, load, SAMPLE } from '../../unit/settings/sample-fleet.ts';
import { type FuzzTarget, unlessRefused } from '../fuzz-target.ts';

const fleetTarget: FuzzTarget = {
	name: 'fleet-yml',
	seeds: [SAMPLE],
	dictionary: [
		'\n',
		'  ',
		'\t',
		': ',
		'- ',
		'? ',
		'{',
		'}',
		'[',
		']',
		'"',
		"'",
		'|\n',
		'>-\n',
		'&a ',
		'*a',
		'<<: *a',
		'!!map ',
		'!!binary ',
		'---\n',
		'...\n',
		'%YAML 1.3\n',
		'# ',
		'null',
		'~',
		'1e999',
		'0x10',
		'version: 2',
		'__proto__: 1',
		'constructor: 1',
		`\${X}`,
		`\${FLEET_PASSWORD}`,
		'(a+)+$',
		'\\',
		'(?<secret>',
		'\u0000',
		'\ufeff',
		'\u2028',
	],
	input: 'text',
	run(input) {
		try {
			load(input);
		} catch (error) {
			if (!(error instanceof ConfigurationError)) throw error;
			if (error.problems.length === 0) throw new Error('refused without a problem');
			const told = error.problems.map(formatProblem).join('\n');
			const leaked = SECRETS.filter((secret) => told.includes(secret));
			if (leaked.length > 0) throw new Error('a problem tells a secret');
		}
	},
};

/** Too rare to stand in a text by chance. */
const SECRETS = [ENVIRONMENT.FLEET_PASSWORD, ENVIRONMENT.JUMP_KEY.trim()];

const KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIE0bGFkZSBvZiBncmFzcyBhbmQgc3RvbmUgYW5kIHNreSE';

const knownHostsTarget: FuzzTarget = {
	name: 'known-hosts',
	seeds: [
		`# comment\n192.0.2.1 ssh-ed25519 ${KEY}\n[edge.example.net]:2222,!lab-*,*.example.net ssh-ed25519 ${KEY} a comment\n`,
		`|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ssh-rsa ${KEY}\n@revoked * ssh-ed25519 ${KEY}\n`,
		`@cert-authority *.example.net ssh-ed25519 ${KEY}\n`,
	],
	dictionary: [
		'\n',
		' ',
		'\t',
		'|1|',
		'|',
		'*',
		'**',
		'*a*a*a*a*a*a*b ssh-rsa AAAA\n',
		'?',
		'!',
		',',
		'@revoked ',
		'@cert-authority ',
		'@',
		'[',
		']:',
		']:22',
		'#',
		'ssh-rsa',
		'\u0000',
		'(',
		'\\',
	],
	input: 'text',
	run(input) {
		const known = parseKnownHosts(input);
		for (const host of ['192.0.2.1', 'edge.example.net', 'a'.repeat(253), '2001:db8::1']) {
			for (const port of [22, 2222]) known.keysOf({ host, port });
		}
	},
};

export const settingsTargets: readonly FuzzTarget[] = [
	fleetTarget,
	{ ...knownHostsTarget, run: (input) => void unlessRefused(() => knownHostsTarget.run(input), ConfigurationError) },
];
