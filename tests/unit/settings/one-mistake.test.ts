import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/errors.ts';
import { problemsOf } from './sample-fleet.ts';

const FLEET = `version: 1
intended: intended/{site}/{device}.cfg
known-hosts: known_hosts
defaults: { platform: cisco_ios, credentials: audit, site: ams }
credentials:
  audit: { username: audit, password: '\${FLEET_PASSWORD}' }
bastions:
  ams: { host: jump.example.net, credentials: audit }
platforms:
  acme: { like: cisco_ios }
devices:
  edge-01: { host: 192.0.2.1, bastion: ams }
  edge-02: { host: 192.0.2.2, bastion: ams }
  edge-03: { host: 192.0.2.3, platform: acme }
  edge-04: { host: 192.0.2.4 }
masks:
  - { id: x, platforms: [acme], pattern: '^x$', kind: volatile, reason: y }
`;

const told = (text: string): readonly string[] => problemsOf(text).map((problem) => formatProblem(problem));
const change = (from: string, to: string): string => {
	expect(FLEET).toContain(from);
	return FLEET.replace(from, to);
};

describe('one mistake in a fleet.yml', () => {
	it('is none here', () => {
		expect(() => told(FLEET)).toThrow('the text was taken');
	});

	it.each([
		['defaults:', 'defalts:', /^fleet\.yml:4:1: unknown key "defalts"\. Did you mean "defaults"/],
		['{ platform: cisco_ios', '{ platfrom: cisco_ios', /^fleet\.yml:4:13: unknown key "platfrom" in defaults/],
		['platform: cisco_ios,', 'platform: cisco_iso,', /^fleet\.yml:4:23: unknown platform "cisco_iso"/],
		['credentials:\n', 'credential:\n', /^fleet\.yml:5:1: unknown key "credential"/],
		['password:', 'pasword:', /^fleet\.yml:6:29: unknown key in credentials\.audit/],
		['bastions:', 'bastion:', /^fleet\.yml:7:1: unknown key "bastion"/],
		['platforms:\n', 'platform:\n', /^fleet\.yml:9:1: unknown key "platform"/],
		['devices:', 'devises:', /^fleet\.yml:11:1: unknown key "devises"/],
		['{ host: 192.0.2.1', '{ hots: 192.0.2.1', /^fleet\.yml:12:14: unknown key "hots" in devices\.edge-01/],
		['known-hosts:', 'known_host:', /^fleet\.yml:3:1: unknown key "known_host"/],
		[
			'site: ams }',
			'role: ams }',
			/^fleet\.yml:12:3: device edge-01 has no site, .* \(4 devices: edge-01 at line 12, edge-02 at line 13, edge-03 at line 14 and 1 more\)\. Add/,
		],
		['credentials: audit, site', 'site', /^fleet\.yml:12:3: device edge-01 has no credentials \(4 devices: /],
		['known-hosts: known_hosts\n', '', /device edge-01 has no host-key, .* \(4 devices: edge-01 at line 11, /],
	])('is told once, and not again by what depends on it: %s → %s', (from, to, problem) => {
		const problems = told(change(from, to)).filter((text) => !/: bastion ams has no host-key/.test(text));

		expect(problems).toEqual([expect.stringMatching(problem)]);
	});

	it.each([
		[
			' bastion: ams',
			' bastion: asm',
			/^fleet\.yml:12:40: unknown bastion "asm" \(2 devices: edge-01 at line 12, edge-02 at line 13\)\. Did you mean "ams"/,
		],
		[
			' host: 192.0.2.',
			' platform: cisco_iso, host: 192.0.2.',
			/^fleet\.yml:12:24: unknown platform "cisco_iso" \(4 devices: edge-01 at line 12, edge-02 at line 13, edge-03 at line 14 and 1 more\)\. Did you mean "cisco_ios"/,
		],
		[
			' host: 192.0.2.',
			' transport: shh, host: 192.0.2.',
			/^fleet\.yml:12:25: devices\.edge-01\.transport cannot be "shh" \(4 devices: .* and 1 more\)\. /,
		],
		[
			'site: ams }',
			'site: ams, transport: rest }',
			/^fleet\.yml:4:76: device edge-01 cannot be fetched over rest: .* \(4 devices: edge-01, edge-02, edge-03 and 1 more\)\. /,
		],
		[
			'password:',
			'token:',
			/^fleet\.yml:4:47: device edge-01 cannot be logged in to over ssh: .* \(4 devices: edge-01, edge-02, edge-03 and 1 more\)\. /,
		],
	])('that many devices share is told once: %s → %s', (from, to, problem) => {
		const text = FLEET.replaceAll(from, to).replace(/(?<=edge-03: .*), platform: acme/, '');

		expect(told(text)).toEqual([expect.stringMatching(problem)]);
	});

	it('that two devices make apart is told twice', () => {
		const text = FLEET.replace('192.0.2.1,', '192.0.2.1, groups: [edge-01],').replace(
			'192.0.2.2,',
			'192.0.2.2, groups: [edge-02],',
		);

		expect(told(text)).toEqual([
			expect.stringMatching(/^fleet\.yml:12:.*unknown group "edge-01"/),
			expect.stringMatching(/^fleet\.yml:13:.*unknown group "edge-02"/),
		]);
	});

	it('does not hide another one in what it holds', () => {
		const text = change('defaults: { platform: cisco_ios', 'defalts: { platfrom: cisco_iso');

		expect(told(text)).toEqual([
			expect.stringMatching(/^fleet\.yml:4:1: unknown key "defalts"/),
			expect.stringMatching(/^fleet\.yml:4:12: unknown key "platfrom" in defaults/),
			expect.stringMatching(/^fleet\.yml:4:22: unknown platform "cisco_iso"/),
		]);
	});
});
