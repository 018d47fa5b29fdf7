import { z } from 'zod';
import {
	caFile,
	duration,
	host,
	hostKey,
	hostKeys,
	intended,
	loginName,
	name,
	nonEmpty,
	oneOf,
	platform,
	port,
	sshAlgorithms,
	tag,
	transport,
	vdom,
} from './fleet-fields.ts';

const timeouts = z
	.strictObject({
		connect: duration
			.optional()
			.describe('TCP connect and handshake (SSH, TLS), through the bastion where there is one. Default 10s.'),
		auth: duration
			.optional()
			.describe(
				'From the handshake to the first command: login, prompt, enable, the hello of NETCONF, the login request of an API. Default 30s, or `connect` where that is longer.',
			),
		idle: duration
			.optional()
			.describe(
				'How long a device may send nothing while a command runs. Default: that of `command` where it is written, else 30s.',
			),
		command: duration
			.optional()
			.describe('One command or request, from the first byte to the last of its answer. Default: that of `device`.'),
		device: duration.optional().describe('The whole device, first byte to last. Default 90s.'),
	})
	.describe('How long to wait, such as 10s, 2m or 500ms.');

/** Keys of `defaults`; each may also stand on a device, where it wins. */
export const deviceSettings = {
	platform: platform
		.optional()
		.describe('Network operating system, such as cisco_ios; the names of NAPALM and Oxidized are accepted, too.'),
	transport: transport.optional(),
	port: port.optional(),
	'host-keys': hostKeys.optional(),
	'ssh-algorithms': sshAlgorithms.optional(),
	'ca-file': caFile.optional(),
	credentials: name.optional().describe('Name of an entry of `credentials`.'),
	username: loginName.optional().describe('Login name, if it differs from that of the credentials.'),
	bastion: name.nullable().optional().describe('Name of an entry of `bastions`; null: none, whatever `defaults` say.'),
	site: name.optional().describe('Where the device is: to select by, and in paths.'),
	role: name.optional().describe('What the device does: for selecting and in paths.'),
	tags: z.array(tag).optional().describe('Words for selecting.'),
	groups: z.array(name).optional().describe('Names of `concurrency.per-group` that the device counts against.'),
	timeouts: timeouts.optional(),
	secrets: oneOf(['fingerprint', 'ignore'])
		.optional()
		.describe(
			'fingerprint: a secret that changed is drift, although nobody sees it. ignore: secrets are not compared. Default fingerprint.',
		),
	'ignore-secrets': z
		.array(nonEmpty('Write the id of a mask, or a glob such as "secret/ios-*"'))
		.optional()
		.describe(
			'Ids of the secret masks whose secrets are not compared, or globs over them, such as "secret/ios-enable".',
		),
};

/** One entry of `devices`; what an inventory says of a host is held to it, too. */
export const device = z.strictObject({
	host: host.optional().describe('Host name, IPv4 or IPv6 address. Required, unless an inventory has it.'),
	'host-key': hostKey.optional(),
	vdom: vdom.optional(),
	...deviceSettings,
	intended: intended.optional(),
});
