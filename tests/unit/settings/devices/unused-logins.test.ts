import { describe, expect, it } from 'vitest';
import { load } from '../sample-fleet.ts';

const ENV = {
	FLEET_PASSWORD: 'correct horse',
	FLEET_KEY: '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----\n',
	FLEET_PASSPHRASE: 'battery',
	FLEET_ENABLE: 'staple',
	FLEET_TOKEN: 't0ken',
	SSH_AUTH_SOCK: '/run/agent.sock',
};
const reference = (variable: keyof typeof ENV): string => `"\${${variable}}"`;
const PARTS = {
	password: reference('FLEET_PASSWORD'),
	'private-key': reference('FLEET_KEY'),
	passphrase: reference('FLEET_PASSPHRASE'),
	agent: reference('SSH_AUTH_SOCK'),
	enable: reference('FLEET_ENABLE'),
	token: reference('FLEET_TOKEN'),
};
type Part = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as readonly Part[];

/** Which parts of the credentials of these devices are told not to be used. */
function unused(devices: readonly string[], parts: readonly Part[] = ALL, more = ''): readonly string[] {
	const held = parts.map((part) => `${part}: ${PARTS[part]}`).join(', ');
	const text = `version: 1
intended: "{device}.cfg"
known-hosts: known_hosts
defaults: { credentials: lab }
credentials: { lab: { username: audit, ${held} }, other: { username: audit, password: ${PARTS.password} } }
${more}devices:
${devices.map((device, index) => `  d${index}: { host: d${index}, ${device} }\n`).join('')}`;
	const { warnings } = load(text, { env: ENV });
	return warnings.flatMap((warning) => /the (\S+) of credentials\.lab is not used/u.exec(warning)?.[1] ?? []);
}

describe('secrets of credentials that nobody is given', () => {
	it.each([
		['a router that may ask to enable', ['platform: cisco_ios'], ['token']],
		['a router without such a step', ['platform: juniper_junos'], ['enable', 'token']],
		['NETCONF', ['platform: juniper_junos, transport: netconf'], ['enable', 'token']],
		[
			'an API that takes the token first',
			['platform: fortinet, transport: rest'],
			['password', 'private-key', 'passphrase', 'agent', 'enable'],
		],
		[
			'an API that takes no token, and a password to enable',
			['platform: arista_eos, transport: rest'],
			['private-key', 'passphrase', 'agent', 'token'],
		],
		['both kinds of devices', ['platform: cisco_ios', 'platform: fortinet, transport: rest'], []],
	])('finds those of %s', (_name, devices, expected) => {
		expect(unused(devices)).toEqual(expected);
	});

	it('needs what a bastion logs in with', () => {
		const bastion = 'bastions: { ams: { host: jump, credentials: lab } }\n';

		expect(
			unused(['platform: fortinet, transport: rest, bastion: ams'], ['token', 'password', 'agent'], bastion),
		).toEqual([]);
	});

	it('says nothing of credentials that nobody uses yet', () => {
		expect(unused(['platform: cisco_ios, credentials: other'])).toEqual([]);
	});

	it('says where, what and why', () => {
		const text = `version: 1
intended: "{device}.cfg"
known-hosts: known_hosts
defaults: { platform: frr, credentials: lab }
credentials:
  lab:
    username: audit
    password: "\${FLEET_PASSWORD}"
    enable: "\${FLEET_ENABLE}"
devices: { r1: { host: r1 } }
`;

		expect(load(text, { env: ENV }).warnings).toEqual([
			'fleet.yml:9:5: the enable of credentials.lab is not used: nothing that uses them asks for an enable password',
		]);
	});
});
