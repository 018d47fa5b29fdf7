import { z } from 'zod';
import { SCOPES } from '../../domain/compare/scope.ts';
import { device, deviceSettings } from './device-schema.ts';
import {
	committer,
	days,
	host,
	hostKey,
	hostKeys,
	intended,
	label,
	login,
	name,
	nonEmpty,
	oneOf,
	port,
	secretReference,
	sshAlgorithms,
	username,
	wholeNumber,
} from './fleet-fields.ts';
import { inventory } from './inventory-schema.ts';
import { feature, ignore, mask } from './judging-schema.ts';
import { ownPlatform, platformName } from './platform-schema.ts';

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

const concurrency = z.strictObject({
	fleet: wholeNumber(1, 1000).optional().describe('Devices asked at once. Default 50.'),
	'per-bastion': wholeNumber(1, 1000).optional().describe('Devices asked at once through one bastion. Default 20.'),
	'per-group': z
		.record(name, wholeNumber(1, 1000))
		.optional()
		.describe('Devices of a group asked at once, for what they share: a TACACS server, a thin line.'),
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
