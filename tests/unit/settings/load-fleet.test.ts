import { describe, expect, it } from 'vitest';
import { ENVIRONMENT, load, problemsOf, SAMPLE } from './sample-fleet.ts';

describe('loadFleet', () => {
	it('reads every setting', () => {
		const { fleet, warnings } = load(SAMPLE);

		expect(fleet.devices).toEqual([
			{
				name: 'edge-01',
				host: '192.0.2.1',
				port: 2022,
				platform: 'arista_eos',
				transport: 'ssh',
				site: 'ams',
				role: 'edge',
				tags: ['prod'],
				groups: ['tacacs-eu'],
			},
			{
				name: 'lab-1',
				host: '2001:db8::1',
				port: null,
				platform: 'cisco_ios',
				transport: 'ssh',
				site: null,
				role: null,
				tags: [],
				groups: [],
			},
		]);
		const lab = {
			name: 'lab',
			username: 'audit',
			ownUsername: false,
			password: 'correct horse',
			privateKey: null,
			passphrase: null,
			agent: null,
			enable: null,
			token: null,
		};
		expect(fleet.connections.get('edge-01')).toEqual({
			credentials: lab,
			hostKey: `SHA256:${'B'.repeat(43)}`,
			acceptNewHostKey: false,
			sshAlgorithms: 'modern',
			caFile: 'certificates/fleet.pem',
			vdom: null,
			bastion: {
				name: 'ams',
				host: 'jump.ams.example.net',
				port: 2222,
				credentials: {
					name: 'jump',
					username: 'audit',
					ownUsername: false,
					password: null,
					privateKey: ENVIRONMENT.JUMP_KEY,
					passphrase: 'battery',
					agent: '/run/agent.sock',
					enable: 'staple',
					token: 't0ken',
				},
				hostKey: `SHA256:${'A'.repeat(43)}`,
				acceptNewHostKey: true,
				sshAlgorithms: 'legacy',
				bastion: null,
			},
			timeouts: { connectMs: 10_000, authMs: 20_000, idleMs: 15_000, commandMs: 30_000, deviceMs: 90_000 },
		});
		expect(fleet.connections.get('lab-1')).toMatchObject({
			credentials: { name: 'lab', username: 'lab-audit', ownUsername: true },
			hostKey: null,
			sshAlgorithms: 'legacy',
			bastion: null,
			timeouts: { deviceMs: 120_000 },
		});
		expect(fleet.intended).toBe('intended-configs/{device}.cfg');
		expect(Object.fromEntries(fleet.intendedOf)).toEqual({ 'lab-1': 'lab/{platform}.cfg' });
		expect(fleet.knownHosts).toBe('known_hosts');
		expect(fleet.masks).toMatchObject([
			{ id: 'volatile/my-counter', platform: 'cisco_ios', kind: 'volatile', action: 'drop-line', reason: 'it counts' },
		]);
		expect(fleet.masks[0]?.pattern.test('foo 12')).toBe(true);
		expect(fleet.ignore).toMatchObject([
			{ devices: ['lab-*'], within: ['interface Loopback99'], reason: 'a test', until: '2027-01-31' },
		]);
		expect(Object.fromEntries(fleet.ignoredSecretsOf)).toEqual({ 'edge-01': ['secret/ios-*'], 'lab-1': ['*'] });
		expect(fleet.history.retention).toEqual({ keepDays: 400, reportDays: 30 });
		expect(fleet.owners).toEqual([{ devices: ['edge-*'], assignees: ['anna'], labels: ['drift', 'site ams'] }]);
		expect(fleet.features).toMatchObject([
			{ name: 'bgp', within: [{ source: '^router bgp ' }], pattern: null, ordered: false },
			{ name: 'ntp', within: [], pattern: { source: '^ntp ' }, ordered: null },
		]);
		expect(fleet.policy).toEqual({ scope: 'full', failOn: ['drift'], minHealth: 95 });
		expect(fleet.concurrency).toEqual({ fleet: 50, perBastion: 20, perGroup: new Map([['tacacs-eu', 10]]) });
		expect(new Set(fleet.secrets)).toEqual(
			new Set(['correct horse', ENVIRONMENT.JUMP_KEY, 'battery', 'staple', 't0ken']),
		);
		expect(warnings).toEqual([
			'fleet.yml:7:117: the enable of credentials.jump is not used: nothing that uses them asks for an enable password',
			'fleet.yml:7:138: the token of credentials.jump is not used: no device sends it (transport rest does, where the platform takes one)',
			'fleet.yml:4:34: ca-file of defaults has no effect: no device is fetched over rest',
			'fleet.yml:9:133: host-keys: accept-new of bastions.ams has no effect: only its host-key is accepted',
		]);
	});

	it('leaves out the secrets of masks of documents and of own masks, when asked to', () => {
		const mask = `{ id: own, pattern: '^own (?<secret>\\S+) (?<secret2>\\S+)', kind: secret, reason: two passwords }`;
		const text = SAMPLE.replace('"secret/ios-*"', '"secret/own", "secret/xml-value"').replace(
			'masks: [',
			() => `masks: [${mask}, `,
		);

		const { fleet } = load(text);

		expect(fleet.ignoredSecretsOf.get('edge-01')).toEqual(['secret/own', 'secret/xml-value']);
		expect(fleet.masks[0]).toMatchObject({ id: 'secret/own', platform: '*', action: 'replace' });
	});

	it('fills in what the file leaves out', () => {
		const { fleet, warnings } = load(MINIMAL);

		expect(fleet.connections.get('r1')).toMatchObject({ sshAlgorithms: 'modern', acceptNewHostKey: false });
		expect(fleet.policy).toEqual({ scope: 'full', failOn: ['drift'], minHealth: null });
		expect(fleet.history.retention).toEqual({ keepDays: null, reportDays: 90 });
		expect(fleet.concurrency).toEqual({ fleet: 50, perBastion: 20, perGroup: new Map() });
		expect(fleet.connections.get('r1')?.timeouts).toEqual({
			connectMs: 10_000,
			authMs: 30_000,
			idleMs: 30_000,
			commandMs: 90_000,
			deviceMs: 90_000,
		});
		expect(warnings).toEqual([]);
	});

	it('gives a slow device more time in the phases that its file says nothing of', () => {
		const text = MINIMAL.replace('host: 192.0.2.1', 'host: 192.0.2.1, timeouts: { connect: 40s, command: 2m }');

		expect(load(text).fleet.connections.get('r1')?.timeouts).toEqual({
			connectMs: 40_000,
			authMs: 40_000,
			idleMs: 120_000,
			commandMs: 120_000,
			deviceMs: 90_000,
		});
	});

	it('takes the other names of a platform', () => {
		expect(load(MINIMAL.replace('cisco_ios', 'eos')).fleet.devices[0]?.platform).toBe('arista_eos');
	});

	it('takes a bastion of the defaults away from a device that says null', () => {
		const text = SAMPLE.replace('credentials: lab,', 'credentials: lab, bastion: ams,').replace(
			'lab-1: {',
			'lab-1: { bastion: null,',
		);

		expect(load(text).fleet.connections.get('lab-1')?.bastion).toBeNull();
		expect(load(text).fleet.connections.get('edge-01')?.bastion?.name).toBe('ams');
	});

	it('follows aliases of YAML and names the place of the anchor', () => {
		const text = `${MINIMAL}  r2: { host: 192.0.2.2, timeouts: &slow { device: 5m } }\n  r3: { host: 192.0.2.3, timeouts: *slow }\n`;

		expect(load(text).fleet.connections.get('r3')?.timeouts.deviceMs).toBe(300_000);
		expect(problemsOf(text.replace('5m', '5 minutes'))).toMatchObject([
			{ line: 8, column: 52, message: 'devices.r2.timeouts.device cannot be "5 minutes" (2 devices: r2, r3)' },
		]);
	});

	it('narrows the fleet and reads the environment only for what is left', () => {
		const env = { FLEET_USERNAME: 'audit', FLEET_PASSWORD: 'x' };

		expect(load(SAMPLE, { select: 'lab-*', env }).fleet.devices.map(({ name }) => name)).toEqual(['lab-1']);
		expect(problemsOf(SAMPLE, { select: 'edge-*', env }).map(({ message }) => message)).toContain(
			'environment variable JUMP_KEY is not set',
		);
	});

	it('refuses a selection that matches nothing', () => {
		expect(problemsOf(SAMPLE, { select: 'core-*' })).toEqual([
			{
				file: null,
				line: null,
				column: null,
				message: 'select "core-*" matches no device of the fleet',
				fix: 'Check names, sites, roles and tags in fleet.yml, or leave it out to take the whole fleet',
			},
		]);
	});

	it('speaks of names where devices were named', () => {
		expect(problemsOf(SAMPLE, { select: 'name=egde-01,core-*' })).toEqual([
			expect.objectContaining({
				message: 'no device of the fleet is called "egde-01" or "core-*"',
				fix: 'Did you mean "edge-01"? Use a name from fleet.yml, or a glob',
			}),
		]);
	});

	it('asks for no login where no device will be contacted', () => {
		const text = 'version: 1\nintended: "{device}.cfg"\ndevices: { r1: { host: r1, platform: frr } }\n';

		const { fleet } = load(text, { logins: 'unused', env: {} });

		expect(fleet.devices).toHaveLength(1);
		expect(fleet.connections.size).toBe(0);
		expect(fleet.secrets).toEqual([]);
	});

	it('names an ignore rule that is over and leaves it out from the day after', () => {
		expect(load(SAMPLE, { today: '2027-01-31' }).fleet.ignore).toHaveLength(1);

		const { fleet, warnings } = load(SAMPLE, { today: '2027-02-01' });

		expect(fleet.ignore).toEqual([]);
		expect(warnings).toContain('fleet.yml:16:10: the ignore rule "a test" ended on 2027-01-31 and suppresses nothing');
	});

	it('names devices that only differ in case', () => {
		const text = `${MINIMAL}  R1: { host: 192.0.2.2 }\n  r10: { host: 192.0.2.3 }\n`;

		expect(load(text).warnings).toEqual([
			expect.stringMatching(/: R1 and r1 differ only in case: they may be one device/u),
		]);
	});

	it('names a glob of an owners rule that matches no device', () => {
		expect(load(SAMPLE.replace('["edge-*"]', '["edge-*", "egde-*"]')).warnings).toContain(
			'fleet.yml:18:32: "egde-*" of an owners rule matches no device',
		);
	});

	it('names a glob of an ignore rule that matches no device', () => {
		expect(load(SAMPLE.replace('"lab-*"', '"lap-*"')).warnings).toContain(
			'fleet.yml:16:22: "lap-*" of an ignore rule matches no device',
		);
	});

	it('reads a mask of a secret for every platform that it names', () => {
		const mask = String.raw`{ id: k, platforms: [ios, cisco_ios, frr], pattern: '^key (?<secret>\S+)', within: ['^router '], kind: secret, reason: r }`;

		const { masks } = load(`${MINIMAL}masks: [${mask}]\n`).fleet;

		expect(masks.map(({ id, platform, action }) => [id, platform, action])).toEqual([
			['secret/k', 'cisco_ios', 'replace'],
			['secret/k', 'frr', 'replace'],
		]);
		expect(masks[0]?.pattern.exec('key hunter2')?.indices?.groups).toEqual({ secret: [4, 11] });
		expect(masks[0]?.within?.[0]?.test('router bgp 1')).toBe(true);
	});

	it.each(['.*', String.raw`(?<volatile>\S+)$`])('reads a volatile mask of every line of a section: %s', (pattern) => {
		const mask = `{ id: k, pattern: '${pattern}', within: ['^crypto ca trustpool'], kind: volatile, reason: r }`;

		expect(load(`${MINIMAL}masks: [${mask}]\n`).fleet.masks.map(({ id }) => id)).toEqual(['volatile/k']);
	});

	it.each(['required', 'unused'] as const)('knows every bastion on the way, logins %s', (logins) => {
		const text = `${MINIMAL}  r2: { host: 192.0.2.2, bastion: inner }
bastions:
  outer: { host: outer.example.net, credentials: lab }
  inner: { host: inner.example.net, credentials: lab, bastion: outer }
`;

		expect([...load(text, { logins }).fleet.bastionsOf]).toEqual([['r2', ['inner', 'outer']]]);
	});

	it('loads three thousand devices that share an alias', () => {
		const devices = Array.from({ length: 3000 }, (_, index) => `  d${index}: { host: 192.0.2.1, timeouts: *slow }\n`);
		const text = `${MINIMAL}  r2: { host: r2, timeouts: &slow { device: 5m } }\n${devices.join('')}`;

		expect(load(text).fleet.devices).toHaveLength(3002);
	});
});

const MINIMAL = `version: 1
intended: intended-configs/{device}.cfg
known-hosts: known_hosts
defaults: { platform: cisco_ios, credentials: lab }
credentials: { lab: { username: audit, password: "\${FLEET_PASSWORD}" } }
devices:
  r1: { host: 192.0.2.1 }
`;
