import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../../src/errors.ts';
import { load, problemsOf } from '../sample-fleet.ts';

const PIN = `"SHA256:${'A'.repeat(43)}"`;
const ONLY_HOST_KEY =
	'Delete it: over rest a device is verified by its certificate, by those of ca-file where it is given';

interface FleetText {
	/** What stands at the top, whole lines. */
	readonly top?: string;
	readonly defaults?: string;
	readonly devices: readonly string[];
}

/** Devices of which those over rest are switches, and the others routers. */
function fleet({ top = 'known-hosts: known_hosts\n', defaults = 'site: ams', devices }: FleetText): string {
	return `version: 1
intended: "{device}.cfg"
${top}defaults: { credentials: lab, ${defaults} }
credentials: { lab: { username: audit, password: "\${FLEET_PASSWORD}" } }
devices:
${devices.map((device) => `  ${device}\n`).join('')}`;
}

const ROUTER = 'r1: { host: r1, platform: juniper_junos }';
const OVER_NETCONF = 'r2: { host: r2, platform: juniper_junos, transport: netconf }';
const SWITCH = 'sw1: { host: sw1, platform: arista_eos, transport: rest }';

describe('settings of verification that a transport does not look at', () => {
	it.each([
		['host-key', PIN, ONLY_HOST_KEY],
		['host-keys', 'accept-new', ONLY_HOST_KEY],
		['ssh-algorithms', 'legacy', 'Delete it: nothing is negotiated by SSH over rest'],
	])('refuses the %s of a device over rest, and takes it over ssh and netconf', (key, value, fix) => {
		const text = (transport: string, platform: string) =>
			fleet({ devices: [`d1: { host: d1, platform: ${platform}, transport: ${transport}, ${key}: ${value} }`] });

		expect(problemsOf(text('rest', 'arista_eos')).map(formatProblem)).toEqual([
			`fleet.yml:7:58: device d1 is fetched over rest, where its ${key} has no effect. ${fix}`,
		]);
		expect(load(text('ssh', 'arista_eos')).warnings).toEqual([]);
		expect(load(text('netconf', 'juniper_junos')).warnings).toEqual([]);
	});

	it.each([
		['ssh', 'cisco_ios'],
		['netconf', 'juniper_junos'],
	])('refuses the ca-file of a device over %s, and takes it over rest', (transport, platform) => {
		const text = (device: string) => fleet({ top: '', devices: [`d1: { host: d1, ${device}, ca-file: ca.pem }`] });

		expect(problemsOf(text(`platform: ${platform}, transport: ${transport}, host-key: ${PIN}`))).toMatchObject([
			{ line: 6, message: `device d1 is fetched over ${transport}, where its ca-file has no effect` },
		]);
		expect(load(text('platform: arista_eos, transport: rest')).warnings).toEqual([]);
	});

	it('goes by the transport of the defaults, too', () => {
		const text = fleet({
			defaults: 'transport: rest',
			devices: [`d1: { host: d1, platform: arista_eos, host-key: ${PIN} }`],
		});

		expect(problemsOf(text)).toHaveLength(1);
	});

	it('tells a transport that the platform does not have, and nothing that follows from it', () => {
		const text = fleet({ devices: [`d1: { host: d1, platform: cisco_ios, transport: rest, host-key: ${PIN} }`] });

		expect(problemsOf(text).map(({ message }) => message)).toEqual([
			'device d1 cannot be fetched over rest: its platform cisco_ios has no rules for it',
		]);
	});

	it('says nothing of what defaults give to a part of the fleet', () => {
		const defaults = 'ca-file: ca.pem, host-keys: accept-new, ssh-algorithms: legacy';

		expect(load(fleet({ defaults, devices: [ROUTER, SWITCH] })).warnings).toEqual([]);
		expect(load(fleet({ defaults, devices: [OVER_NETCONF, SWITCH] })).warnings).toEqual([]);
	});

	it('warns of what defaults give to no device, at its key', () => {
		expect(load(fleet({ defaults: 'ca-file: ca.pem', devices: [ROUTER, OVER_NETCONF] })).warnings).toEqual([
			'fleet.yml:4:31: ca-file of defaults has no effect: no device is fetched over rest',
		]);
		const defaults = 'host-keys: accept-new, ssh-algorithms: legacy';
		expect(load(fleet({ defaults, devices: [SWITCH] })).warnings).toEqual([
			'fleet.yml:4:31: host-keys of defaults has no effect: no device is fetched over ssh or netconf',
			'fleet.yml:4:54: ssh-algorithms of defaults has no effect: no device is fetched over ssh or netconf',
		]);
	});

	it('counts all devices of the file, whichever are selected', () => {
		const text = fleet({ defaults: 'ca-file: ca.pem', devices: [ROUTER, SWITCH] });

		expect(load(text, { select: 'r1' }).warnings).toEqual([]);
	});

	it('takes known hosts in every fleet', () => {
		expect(load(fleet({ devices: [SWITCH] })).warnings).toEqual([]);
	});

	it('warns of a bastion that nothing leads through, and not of one on the way to another', () => {
		const top = `known-hosts: known_hosts
bastions:
  edge: { host: jump1, credentials: lab }
  ams: { host: jump2, credentials: lab, bastion: edge }
`;

		expect(load(fleet({ top, defaults: 'bastion: ams', devices: [ROUTER] })).warnings).toEqual([]);
		expect(load(fleet({ top, devices: [ROUTER] })).warnings).toEqual([
			'fleet.yml:5:3: no device is reached through the bastion edge',
			'fleet.yml:6:3: no device is reached through the bastion ams',
		]);
	});

	it('warns of a pin beside the wish to take new keys', () => {
		const both = `host-key: ${PIN}, host-keys: accept-new`;
		const top = `known-hosts: known_hosts\nbastions: { ams: { host: jump, credentials: lab, ${both} } }\n`;
		const { warnings } = load(
			fleet({ top, defaults: 'bastion: ams', devices: [`r1: { host: r1, platform: frr, ${both} }`] }),
		);

		expect(warnings.map((warning) => warning.replace(/^fleet\.yml:\d+:\d+: /u, ''))).toEqual([
			'host-keys: accept-new of devices.r1 has no effect: only its host-key is accepted',
			'host-keys: accept-new of bastions.ams has no effect: only its host-key is accepted',
		]);
	});

	it('takes a pin on a device where the defaults take new keys', () => {
		const devices = [`r1: { host: r1, platform: frr, host-key: ${PIN} }`, 'r2: { host: r2, platform: frr }'];

		expect(load(fleet({ defaults: 'host-keys: accept-new', devices })).warnings).toEqual([]);
	});

	it('warns of a limit for a group that no device is of', () => {
		const top = 'known-hosts: known_hosts\nconcurrency: { per-group: { tacacs: 10, wan: 2 } }\n';

		expect(load(fleet({ top, defaults: 'groups: [wan]', devices: [ROUTER] })).warnings).toEqual([
			'fleet.yml:4:29: no device is of the group tacacs, whose limit has no effect',
		]);
	});

	it('warns of nothing in a run that asks no device', () => {
		const text = fleet({ defaults: 'ca-file: ca.pem', devices: [ROUTER] });

		expect(load(text, { logins: 'unused' }).warnings).toEqual([]);
	});
});
