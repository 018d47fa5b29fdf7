import { z } from 'zod';
import { SCOPES } from '../../domain/compare/scope.ts';
import { INVENTORY_KINDS } from '../inventories/all-kinds.ts';
import { INVENTORY_SETTINGS } from '../inventories/inventory-kind.ts';
import {
	caFile,
	committer,
	date,
	days,
	duration,
	host,
	hostKey,
	hostKeys,
	intended,
	inventoryUrl,
	label,
	login,
	loginName,
	maskId,
	maskKind,
	matching,
	name,
	nonEmpty,
	oneOf,
	platform,
	port,
	reason,
	regularExpression,
	secretReference,
	sshAlgorithms,
	tag,
	transport,
	username,
	vdom,
	wholeNumber,
} from './fleet-fields.ts';
import { ownPlatform, platformName } from './platform-schema.ts';

const COLUMN = 'Write the number of the column from 0, or its heading';

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
const deviceSettings = {
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

const credentials = z.strictObject({
	username: username
		.optional()
		.describe('Login name, or a reference to an environment variable. Only a token can do without.'),
	password: secretReference.optional().describe(`Reference to an environment variable, such as "\${FLEET_PASSWORD}".`),
	'private-key': secretReference
		.optional()
		.describe('Reference to a variable that holds a PEM or OpenSSH private key.'),
	passphrase: secretReference.optional().describe('Reference to the passphrase of the private key.'),
	agent: secretReference
		.optional()
		.describe(
			`Reference to the variable that holds the socket of an SSH agent, "\${SSH_AUTH_SOCK}": its keys log in, five at most.`,
		),
	enable: secretReference.optional().describe('Reference to the enable password; without it the password is tried.'),
	token: secretReference
		.optional()
		.describe('Reference to an API token, which the transport rest sends where the platform takes one.'),
});

const bastion = z.strictObject({
	host,
	port: port.optional(),
	credentials: name.describe('Name of an entry of `credentials`: a jump host has a login of its own.'),
	'host-key': hostKey.optional(),
	'host-keys': hostKeys.optional(),
	'ssh-algorithms': sshAlgorithms.optional(),
	bastion: name.optional().describe('Name of another entry of `bastions`, through which this one is reached.'),
});

const kinds = INVENTORY_KINDS.map((kind) => kind.name);
const inventoryPath = nonEmpty('Write a path relative to the folder of this file');
const column = z.union([nonEmpty(COLUMN), wholeNumber(0, 1000)], { error: COLUMN });
const filterValue = z.union([z.string(), z.number(), z.boolean()], {
	error: 'Write a text, a number, or a list of them',
});

const inventory = z.strictObject({
	from: z.enum(kinds, { error: `Write one of ${kinds.join(', ')}` }).describe('Which tool keeps it.'),
	file: inventoryPath
		.optional()
		.describe(
			'Path, relative to the folder of this file: the hosts of Nornir, the inventory of Ansible, a router.db, a CSV file.',
		),
	'groups-file': inventoryPath.optional().describe('Nornir: the groups. Default: groups.yaml beside the hosts.'),
	'defaults-file': inventoryPath.optional().describe('Nornir: the defaults. Default: defaults.yaml beside the hosts.'),
	groups: z
		.array(nonEmpty('Write the name of a group'))
		.min(1, { error: 'Name at least one group, or leave the key out to take all hosts' })
		.optional()
		.describe('Nornir and Ansible: take only hosts of these groups, groups below them included.'),
	delimiter: matching(/^.{1,3}$/, 'Write what separates two fields, such as ";"')
		.optional()
		.describe('Between two fields. Default: "," in CSV, ":" for Oxidized, and what the file has for RANCID.'),
	columns: z
		.partialRecord(z.enum(['name', ...INVENTORY_SETTINGS]), column)
		.optional()
		.describe(
			'Oxidized: the number of each column, from 0, as in its `map`; default { name: 0, platform: 1 }. CSV: the heading of each.',
		),
	'unread-columns': z
		.array(column)
		.optional()
		.describe('Oxidized: numbers of the columns that `columns` does not name, such as that of passwords.'),
	url: inventoryUrl.optional().describe('NetBox: its address, with https.'),
	token: secretReference.optional().describe(`NetBox: reference to a token that may read, such as "\${NETBOX_TOKEN}".`),
	'ca-file': caFile
		.optional()
		.describe('NetBox: path of a PEM file with the certificates that TLS is verified by, instead of the public ones.'),
	filter: z
		.record(
			z.string(),
			z.union([filterValue, z.array(filterValue)], { error: 'Write a text, a number, or a list of them' }),
		)
		.optional()
		.describe(
			'NetBox: query of its device list, such as { site: [ams, fra], role: edge }. status is active unless it is named.',
		),
	'virtual-machines': z
		.boolean({ error: 'Write true or false' })
		.optional()
		.describe('NetBox: take virtual machines, too. Default false.'),
	platforms: z
		.record(z.string(), platform.nullable())
		.optional()
		.describe(
			'Names of the inventory that mean another platform, such as { ios-15: cisco_ios }; null leaves such hosts out.',
		),
});

const concurrency = z.strictObject({
	fleet: wholeNumber(1, 1000).optional().describe('Devices asked at once. Default 50.'),
	'per-bastion': wholeNumber(1, 1000).optional().describe('Devices asked at once through one bastion. Default 20.'),
	'per-group': z
		.record(name, wholeNumber(1, 1000))
		.optional()
		.describe('Devices of a group asked at once, for what they share: a TACACS server, a thin line.'),
});

const mask = z.strictObject({
	id: maskId('my-counter'),
	platforms: z
		.array(platform)
		.min(1, { error: 'Name at least one platform, or leave the key out to mean all' })
		.optional()
		.describe('Where the mask holds; left out: everywhere.'),
	pattern: regularExpression.describe(
		'Matched against one line without its indentation, in linear time: no look-around, no back-references. Groups named `volatile` or `secret` mark what is replaced.',
	),
	kind: maskKind.describe(
		'volatile: not a change. secret: replaced by a fingerprint. volatile-secret: re-encrypted each time it is shown, so replaced and never drift.',
	),
	within: z
		.array(regularExpression)
		.min(1, { error: 'Name at least one parent line, or leave the key out' })
		.optional()
		.describe('Regular expressions for the last parents of the line, outermost first.'),
	reason,
});

const ignore = z.strictObject({
	devices: z
		.array(nonEmpty('Write a device name or a glob such as "lab-*"'))
		.optional()
		.describe('Device names or globs; left out: every device.'),
	within: z
		.array(nonEmpty('Write a section header such as "interface Loopback99"'))
		.optional()
		.describe('Section headers, outermost first.'),
	pattern: regularExpression.optional().describe('Only lines that match; left out: every line of the section.'),
	reason,
	until: date.optional().describe('Last day on which the rule holds, YYYY-MM-DD.'),
});

const feature = z.strictObject({
	name: nonEmpty('Write a name such as ntp').describe('What reports call it.'),
	within: z
		.array(regularExpression)
		.min(1, { error: 'Name at least one section, or leave the key out' })
		.optional()
		.describe(
			'Regular expressions for the section headers around its lines, outermost first; left out: the top level.',
		),
	pattern: regularExpression
		.optional()
		.describe('The lines that belong to it, with everything in them; left out: the whole section.'),
	ordered: z
		.boolean({ error: 'Write true or false' })
		.optional()
		.describe('Whether the order of its lines counts; left out: as the platform has it.'),
});

const owner = z.strictObject({
	devices: z
		.array(nonEmpty('Write a device name or a glob such as "ams-*"'))
		.min(1, { error: 'Name at least one device or glob' })
		.describe('Device names or globs; the last rule that matches a device is the one that counts.'),
	assignees: z
		.array(login)
		.max(10, { error: 'GitHub assigns an issue to 10 people at most' })
		.optional()
		.describe('Whom a new issue is assigned to.'),
	labels: z
		.array(label)
		.max(100, { error: 'GitHub takes 100 labels at most' })
		.optional()
		.describe('Labels of a new issue.'),
});

const history = z.strictObject({
	keep: days.optional().describe('How long the results branch shows runs, in days such as 400d. Default: for ever.'),
	reports: days.optional().describe('How long it shows whole reports with their diffs. Default 90d.'),
	'store-configs': z
		.enum(['redacted'], { error: 'Write redacted, or leave the key out' })
		.optional()
		.describe(
			'redacted: audits also keep the running config of every device that they could read, without secrets and volatile lines, so that the branch is a backup with a diff per run. Default: no configs.',
		),
	committer: committer
		.optional()
		.describe('Whom its commits are by, such as "Fleet drift <drift@example.net>". Default github-actions[bot].'),
});

const policy = z.strictObject({
	scope: oneOf(SCOPES)
		.optional()
		.describe(
			'full: everything must be as intended. declared: only what the intended config speaks about. Default full.',
		),
	'fail-on': z
		.array(oneOf(['drift', 'conflict', 'unknown']))
		.optional()
		.describe('What makes a run fail. Default [drift]; [] for nothing.'),
	'min-health': z
		.number({ error: 'Write a number from 0 to 100' })
		.min(0, { error: 'Write a number from 0 to 100' })
		.max(100, { error: 'Write a number from 0 to 100' })
		.optional()
		.describe(
			'Health (in-sync ÷ reachable × 100) below it fails the run, and so does a fleet of which no device is reachable.',
		),
});

/** fleet.yml, schema version 1: what the user may say. The JSON Schema for editors is generated from it. */
export const fleetSchema = z
	.strictObject({
		version: z.literal(1, { error: 'Write 1' }).describe('Version of this schema.'),
		intended,
		'known-hosts': nonEmpty('Write the path of an OpenSSH known_hosts file')
			.optional()
			.describe('Path of an OpenSSH known_hosts file, relative to the folder of this file.'),
		defaults: z.strictObject(deviceSettings).optional().describe('Values for devices that do not have their own.'),
		credentials: z.record(name, credentials).optional().describe('How to log in, by name. Secrets by reference only.'),
		bastions: z.record(name, bastion).optional().describe('SSH jump hosts, by name.'),
		concurrency: concurrency.optional().describe('How many devices are asked at once.'),
		devices: z
			.record(name, device)
			.refine((devices) => Object.keys(devices).length > 0, {
				error: 'Add a device: edge-01: { host: 192.0.2.1, platform: cisco_ios, credentials: NAME }',
			})
			.meta({ description: 'The fleet, by device name.', minProperties: 1 })
			.optional(),
		inventory: z
			.array(inventory)
			.min(1, { error: 'Name an inventory, or leave the key out' })
			.optional()
			.describe(
				'Tools that already keep your devices. What `devices` says wins, then the first inventory, then `defaults`.',
			),
		platforms: z
			.record(platformName, ownPlatform)
			.optional()
			.describe('Network operating systems that this version does not know.'),
		masks: z.array(mask).optional().describe('What is not a change, or must not be seen, on top of what ships.'),
		ignore: z.array(ignore).optional().describe('Drift that is accepted, for a reason and usually until a date.'),
		features: z
			.array(feature)
			.optional()
			.describe('Parts of the configuration that are judged by themselves, per device and over the fleet.'),
		owners: z
			.array(owner)
			.optional()
			.describe('Who looks after which devices: for the issues that a scheduled audit opens (input `issues`).'),
		history: history.optional().describe('What the results branch keeps, how long, and who writes it.'),
		policy: policy.optional().describe('What counts, and what fails a run.'),
	})
	.meta({
		description: 'Fleet Drift Audit: the devices, how to log in to them and what counts as drift.',
		anyOf: [{ required: ['devices'] }, { required: ['inventory'] }],
	});

/** A fleet.yml without a mistake. */
export type FleetFile = z.infer<typeof fleetSchema>;
