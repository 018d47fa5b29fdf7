import { ConfigurationError, type Problem } from '../../../src/errors.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { type LoadedFleet, type LoadFleetOptions, loadFleet } from '../../../src/settings/load-fleet.ts';

/** Every setting of schema version 1. */
export const SAMPLE = `version: 1
intended: intended-configs/{device}.cfg
known-hosts: known_hosts
defaults: { platform: cisco_ios, ca-file: certificates/fleet.pem, ssh-algorithms: modern, transport: ssh, credentials: lab, timeouts: { connect: 10s, auth: 20s, idle: 15s, command: 30s, device: 90s }, ignore-secrets: ["secret/ios-*"] }
credentials:
  lab: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" }
  jump: { username: audit, private-key: "\${JUMP_KEY}", passphrase: "\${JUMP_PASSPHRASE}", agent: "\${SSH_AUTH_SOCK}", enable: "\${ENABLE}", token: "\${TOKEN}" }
bastions:
  ams: { host: jump.ams.example.net, port: 2222, credentials: jump, host-key: "SHA256:${'A'.repeat(43)}", host-keys: accept-new, ssh-algorithms: legacy }
concurrency: { fleet: 50, per-bastion: 20, per-group: { tacacs-eu: 10 } }
devices:
  edge-01:
    { host: 192.0.2.1, port: 2022, platform: arista_eos, site: ams, role: edge, tags: [prod], groups: [tacacs-eu], bastion: ams, host-key: "SHA256:${'B'.repeat(43)}" }
  lab-1: { host: "2001:db8::1", transport: ssh, timeouts: { device: 2m }, secrets: ignore, ssh-algorithms: legacy, username: lab-audit, intended: "lab/{platform}.cfg" }
masks: [{ id: my-counter, platforms: [cisco_ios], pattern: '^foo \\d+$', kind: volatile, reason: it counts }]
ignore: [{ devices: ["lab-*"], within: ["interface Loopback99"], pattern: "^desc", until: 2027-01-31, reason: a test }]
features: [{ name: bgp, within: ['^router bgp '], ordered: false }, { name: ntp, pattern: '^ntp ' }]
owners: [{ devices: ["edge-*"], assignees: [anna], labels: [drift, "site ams"] }]
history: { keep: 400d, reports: 30d }
policy: { scope: full, fail-on: [drift], min-health: 95 }
inventory:
  - { from: csv, file: devices.csv, delimiter: ";", columns: { name: Hostname, host: 3 }, platforms: { ios-15: cisco_ios, linux: null } }
  - { from: nornir, file: hosts.yaml, groups-file: g.yaml, defaults-file: d.yaml, groups: [edge] }
  - { from: netbox, url: "https://netbox.example.net", token: "\${NETBOX_TOKEN}", ca-file: ca.pem, filter: { site: [ams, fra], has_primary_ip: true }, virtual-machines: true }
platforms:
  acme_os:
    like: cisco_ios
    title: Acme OS
    aliases: [acme]
    cli:
      channel: shell
      prompt: '^[\\w.-]+[>#]$'
      enable: { command: enable 15, password-prompt: 'Password: ?$', privileged: '#$' }
      setup: [terminal length 0]
      show-running: show running-config | no-more
      failures: ['^% ']
      pager: { prompt: '--More--', answer: " " }
      questions: [{ prompt: 'Continue\\?', answer: "n\\n" }]
      logout: exit
    syntax:
      style: indented
      comments: ['!']
      negation: 'no '
      closers: ['^exit$']
      frame: ['^end$']
      blocks: [{ id: motd, start: '^motd (?<delimiter>\\S)', end: delimiter }]
      continuation: "~"
    completeness: { proof: last-line, pattern: '^end$', min-lines: 5 }
    masks: [{ id: acme-key, pattern: '^key (?<secret>\\S+)', kind: secret, within: ['^vpn '], reason: a key }]
    order: [{ kind: children, within: ['^list '] }, { kind: siblings, pattern: '^rule (\\S+) ' }]
`;

export const ENVIRONMENT = {
	FLEET_USERNAME: 'audit',
	FLEET_PASSWORD: 'correct horse',
	JUMP_KEY: '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----\n',
	JUMP_PASSPHRASE: 'battery',
	SSH_AUTH_SOCK: '/run/agent.sock',
	ENABLE: 'staple',
	TOKEN: 't0ken',
};

/** Loads a text with what a test does not care about filled in. */
export function load(text: string, options: Partial<LoadFleetOptions> = {}): LoadedFleet {
	return loadFleet({ file: 'fleet.yml', text, env: ENVIRONMENT, today: '2026-11-01', platforms, ...options });
}

/** The problems that a text is refused with; fails where it is taken. */
export function problemsOf(text: string, options: Partial<LoadFleetOptions> = {}): readonly Problem[] {
	try {
		load(text, options);
	} catch (error) {
		if (error instanceof ConfigurationError) return error.problems;
		throw error;
	}
	throw new Error('the text was taken');
}
