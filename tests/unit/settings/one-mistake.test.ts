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
		['site: ams }', 'role: ams }', /^fleet\.yml:12:3: edge-01, edge-02, edge-03 and 1 more device have no site/],
		['credentials: audit, site', 'site', /^fleet\.yml:12:3: edge-01, edge-02, edge-03 and 1 more device have no cred/],
		['known-hosts: known_hosts\n', '', /edge-01, edge-02, edge-03 and 1 more device have no host-key/],
	])('is told once, and not again by what depends on it: %s → %s', (from, to, problem) => {
		const problems = told(change(from, to)).filter((text) => !/: bastion ams has no host-key/.test(text));

		expect(problems).toEqual([expect.stringMatching(problem)]);
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
