import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import type { Platform } from '../../../../src/domain/platform/platform.ts';
import { readAs } from '../../../../src/domain/platform/text-form.ts';
import { formatProblem } from '../../../../src/errors.ts';
import { findIncompleteness } from '../../../support/at-once.ts';
import { platformOf } from '../../../support/platform-of.ts';
import { load, problemsOf } from '../sample-fleet.ts';

const fleetWith = (platforms: string, name = 'acme_os'): string => `version: 1
intended: "{device}.cfg"
devices: { a: { host: 192.0.2.1, platform: ${name} } }
platforms:
${platforms.replaceAll(/^/gm, '  ')}
`;

function own(platforms: string, name = 'acme_os'): Platform {
	const platform = load(fleetWith(platforms, name), { logins: 'unused' }).fleet.platforms.resolve(name);
	if (platform === null) throw new Error('it is not known');
	return platform;
}

const problems = (platforms: string): readonly string[] =>
	problemsOf(fleetWith(platforms), { logins: 'unused' }).map(formatProblem);

describe('a platform of fleet.yml', () => {
	it('is as the platform that it is like, but for what it says', () => {
		const acme = own(`acme_os: { like: ios, title: Acme OS, aliases: [acme], cli: { show-running: show config } }`);
		const ios = platformOf('cisco_ios');

		expect(acme).toMatchObject({ name: 'acme_os', title: 'Acme OS', aliases: ['acme'] });
		expect(acme.cli).toEqual({ ...ios.cli, showRunning: 'show config' });
		expect([acme.syntax, acme.masks, acme.order]).toEqual([ios.syntax, ios.masks, ios.order]);
	});

	it('is a generic one where it is like none, and has no API', () => {
		expect(own('acme_os: {}').cli).toEqual(platformOf('generic').cli);
		expect(own('acme_os: { like: arista_eos }').rest).toBeUndefined();
	});

	it('is asked over NETCONF for what runs, and over RESTCONF for a resource', () => {
		const acme = own(
			`acme_os: { netconf: { element: '<native xmlns="urn:acme"/>' }, restconf: { resource: '/restconf/data/acme:native' } }`,
		);

		expect(acme.netconf).toMatchObject({
			yields: 'xml',
			request:
				'<get-config><source><running/></source><filter type="subtree"><native xmlns="urn:acme"/></filter></get-config>',
		});
		expect(acme.rest?.showRunning).toEqual([
			{ method: 'GET', path: '/restconf/data/acme:native', headers: { accept: 'application/yang-data+json' } },
		]);
		expect(own('acme_os: { netconf: {}, restconf: {} }')).toMatchObject({
			netconf: { request: '<get-config><source><running/></source></get-config>' },
			rest: { showRunning: [{ path: '/restconf/data' }] },
		});
	});

	it.each([
		['/restconf/data', '"ietf-restconf:data": {'],
		['/restconf/data/acme:native', '"acme:native": {'],
		['/rests/data/acme.v2:top/native', '"acme.v2:native": {'],
	])('knows the answer of %s by its first member', (resource, first) => {
		const acme = readAs(own(`acme_os: { restconf: { resource: '${resource}' } }`), 'rest');

		expect(findIncompleteness(`{\n  ${first}\n    "a": 1\n  }\n}\n`, acme)).toBeNull();
		expect(findIncompleteness('{\n  "acmexv2:native": {\n    "a": 1\n  }\n}\n', acme)).not.toBeNull();
	});

	it('masks the documents of its APIs as its text, and as documents', () => {
		const acme = own(`
acme_os:
  netconf: {}
  masks:
    - { id: acme-up, pattern: '^<uptime>', kind: volatile, reason: counts }
    - { id: acme-pin, pattern: '^<pin>(?<secret>[^<]+)', kind: secret, reason: a pin }
`);
		const masks = compileMasks(readAs(acme, 'netconf'), { fingerprintKey: 'k' });
		const document = (uptime: number, mtu: number): string =>
			`<data>\n  <native>\n    <uptime>${uptime}</uptime>\n    <pin>4711</pin>\n    <password>hunter2</password>\n    <mtu>${mtu}</mtu>\n  </native>\n</data>\n`;

		const { changes, diff } = calculateDiff(document(2, 1500), document(1, 9000), masks);

		expect(changes.map(({ line }) => line)).toEqual(['<mtu>9000</mtu>']);
		expect(diff).not.toMatch(/4711|hunter2/);
	});

	it('is known by its aliases, in any case', () => {
		expect(own('acme_os: { aliases: [acme] }', 'ACME').name).toBe('acme_os');
	});

	it('reads, masks and compares by its own rules', () => {
		const acme = own(`
acme_os:
  syntax:
    style: indented
    comments: ['%']
    frame: ['^END$']
    blocks: [{ id: motd, start: '^motd (?<delimiter>\\S)', end: delimiter }]
  completeness: { proof: last-line, pattern: '^END$' }
  masks:
    - { id: acme-clock, pattern: '^uptime ', kind: volatile, reason: counts }
    - { id: acme-key, pattern: '^key (?<secret>\\S+)', kind: secret, within: ['^vpn '], reason: a key }
  order: [{ kind: children, within: ['^list '] }]
`);
		const masks = compileMasks(acme, { fingerprintKey: 'k' });
		const intended = 'list A\n one\n two\nvpn x\n key <removed>\nmotd #\n% not a comment\n#\nb\na\nEND\n';
		const running = '% now\nuptime 5\na\nb\nlist A\n two\n one\nvpn x\n key hunter2\nmotd #\n% not a comment\n#\nEND\n';

		const { changes, diff } = calculateDiff(running, intended, masks);

		expect(changes.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['moved one']);
		expect(diff).not.toContain('hunter2');
		expect(findIncompleteness(running, acme)).toBeNull();
		expect(findIncompleteness(running.replace('END', 'EN'), acme)).toBe('the last line is not "END"');
	});

	it('reads programs to the word that ends them, however they are indented', () => {
		const acme = own(
			"acme_os: { syntax: { style: indented, programs: [{ start: '^policy ', end: '^end-policy$' }] } }",
		);
		const text = (lines: readonly string[]): string => ['policy A', ...lines, 'end-policy', 'b', ''].join('\n');

		const { changes } = calculateDiff(
			text(['if x', 'drop', 'endif']),
			text(['  if x', '    pass', '  endif']),
			compileMasks(acme, { fingerprintKey: 'k' }),
		);

		expect(changes.map(({ lineage, line }) => [...lineage, line])).toEqual(
			expect.arrayContaining([['policy A', 'drop']]),
		);
		expect(changes.every(({ lineage }) => lineage[0] === 'policy A')).toBe(true);
	});

	it('does not keep rules of another way to write a config', () => {
		const { syntax } = own('acme_os: { like: cisco_ios, syntax: { style: braces } }');

		expect(syntax).toEqual({ style: 'braces', comments: [], negation: 'no ', closers: [], frame: [], blocks: [] });
	});

	it.each([
		[
			'a name that is taken',
			'cisco_ios: {}',
			'5:3: the name "cisco_ios" of platform cisco_ios is taken by cisco_ios. Choose another; a platform that ships cannot be replaced, but `like` takes what it knows',
		],
		[
			'an alias that is taken',
			'acme_os: { aliases: [ios] }',
			'5:3: the name "ios" of platform acme_os is taken by cisco_ios',
		],
		['another platform than there is', 'acme_os: { like: cisco_oss }', '5:20: unknown platform "cisco_oss"'],
		[
			'a command that writes',
			'acme_os: { cli: { show-running: show run | redirect x } }',
			'5:35: platforms.acme_os.cli.show-running cannot be "show run | redirect x". Write a command that only shows',
		],
		[
			'a setup that configures',
			'acme_os: { cli: { setup: [configure terminal] } }',
			'5:29: platforms.acme_os.cli.setup[0] cannot be "configure terminal". Write a command that changes nothing but paging',
		],
		[
			'an element that is a request',
			`acme_os: { netconf: { element: '<a/></filter></get-config><edit-config/>' } }`,
			'Write one empty element, such as <native xmlns="http://example.com/ns/acme"/>',
		],
		[
			'a resource that is an operation',
			'acme_os: { restconf: { resource: /restconf/operations/acme:reload } }',
			'Write the path of a data resource',
		],
		[
			'a resource with a query',
			"acme_os: { restconf: { resource: '/restconf/data/acme:native?content=all' } }",
			'Write the path of a data resource',
		],
		[
			'an answer that says yes',
			'acme_os: { cli: { questions: [{ prompt: save, answer: "y\\n" }] } }',
			'is never answered with yes',
		],
		[
			'a pattern that is none',
			"acme_os: { cli: { prompt: '(' } }",
			'5:29: the regular expression cannot be used: missing closing )',
		],
		[
			'a pattern that looks around',
			"acme_os: { cli: { failures: ['a(?=b)'] } }",
			'5:32: the regular expression cannot be used',
		],
		[
			'a proof without its pattern',
			'acme_os: { completeness: { proof: last-line } }',
			'5:30: the proof last-line has no pattern',
		],
		[
			'a block without its delimiter',
			"acme_os: { syntax: { blocks: [{ id: b, start: '^b', end: delimiter }] } }",
			'its start does not catch',
		],
		['an order without its section', 'acme_os: { order: [{ kind: children }] }', 'this rule of order has no within'],
		[
			'an order without its lines',
			"acme_os: { order: [{ kind: siblings, within: ['^a'] }] }",
			'this rule of order has no pattern',
		],
		[
			'a mask that takes all',
			"acme_os: { masks: [{ id: a, pattern: '.*', kind: volatile, reason: x }] }",
			'the pattern matches every line',
		],
		[
			'a mask whose id is taken',
			"acme_os: { like: cisco_ios, masks: [{ id: ios-enable, pattern: '^x (?<secret>y)', kind: secret, reason: x }] }",
			'the mask id secret/ios-enable of platform acme_os is taken',
		],
		['an unknown key', 'acme_os: { cli: { show: x } }', 'unknown key "show" in platforms.acme_os.cli'],
	])('is refused with %s', (_, platforms, says) => {
		const found = problems(platforms);

		expect(found.filter((problem) => problem.startsWith('fleet.yml:5:') && problem.includes(says))).toHaveLength(1);
	});

	it('is told of with everything else at once', () => {
		const found = problems(
			"acme_os: { like: nothing, cli: { setup: [reload], prompt: '(' }, completeness: { proof: parses } }",
		);

		expect(found).toHaveLength(4);
	});
});
