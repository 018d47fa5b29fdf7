import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/errors.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { ENVIRONMENT, problemsOf, SAMPLE } from './sample-fleet.ts';

const NAMES = [...platforms.names, 'acme_os'].toSorted().join(', ');

/** Replaces a part of the sample; fails where the part is not there. */
function withChange(from: string, to: string): string {
	if (!SAMPLE.includes(from)) throw new Error(`the sample does not hold ${from}`);
	return SAMPLE.replace(from, () => to);
}

/** `port: ⇒ sentence` → `fleet.yml:13:24: sentence` */
function placed(problem: string, text: string): string {
	const [mark = '', sentence = ''] = problem.split(' ⇒ ');
	if (!text.includes(mark)) throw new Error(`the text does not hold ${mark}`);
	const before = text.slice(0, text.indexOf(mark)).split('\n');
	return `fleet.yml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${sentence}`;
}

interface Case {
	readonly name: string;
	readonly from: string;
	readonly to: string;
	/** What the problem points at, and the sentence: `text ⇒ message. Fix`. */
	readonly problems: readonly string[];
}

const CASES: readonly Case[] = [
	{
		name: 'another version',
		from: 'version: 1',
		to: 'version: 2',
		problems: ['2\n ⇒ version cannot be 2. Write 1'],
	},
	{
		name: 'an unknown key at the top',
		from: 'known-hosts: known_hosts',
		to: 'known_hosts: known_hosts',
		problems: [
			'known_hosts: ⇒ unknown key "known_hosts". Did you mean "known-hosts"? Keys here: version, intended, known-hosts, defaults, credentials, bastions, concurrency, devices, inventory, platforms, masks, ignore, features, owners, history, policy',
		],
	},
	{
		name: 'an unknown key of a device',
		from: 'port: 2022',
		to: 'prot: 2022',
		problems: [
			'prot: ⇒ unknown key "prot" in devices.edge-01. Did you mean "port"? Keys here: host, host-key, vdom, platform, transport, port, host-keys, ssh-algorithms, ca-file, credentials, username, bastion, site, role, tags, groups, timeouts, secrets, ignore-secrets, intended',
		],
	},
	{
		name: 'a login on a device',
		from: 'port: 2022',
		to: 'password: hunter2',
		problems: [
			'password: hunter2 ⇒ unknown key "password" in devices.edge-01. Logins go under the top-level key credentials; here goes only the name of one: credentials: NAME',
		],
	},
	{
		name: 'a merge key',
		from: 'lab-1: {',
		to: 'lab-1: { <<: { port: 1 },',
		problems: ['<< ⇒ unknown key "<<" in devices.lab-1. Merge keys are not read; put what devices share into defaults'],
	},
	{
		name: 'an unknown platform',
		from: 'platform: arista_eos',
		to: 'platform: arista_oes',
		problems: [
			`arista_oes ⇒ unknown platform "arista_oes". Did you mean "arista_eos"? "fleet-drift platforms" lists them`,
		],
	},
	{
		name: 'an unknown platform in the defaults',
		from: 'defaults: { platform: cisco_ios',
		to: 'defaults: { platform: plan9',
		problems: [`plan9 ⇒ unknown platform "plan9". Use one of ${NAMES}`],
	},
	{
		name: 'a device without a platform',
		from: 'defaults: { platform: cisco_ios, ',
		to: 'defaults: { ',
		problems: [`lab-1: ⇒ device lab-1 has no platform. Add platform: NAME to it or to defaults. Names: ${NAMES}`],
	},
	{
		name: 'algorithms that are neither',
		from: 'ssh-algorithms: legacy }',
		to: 'ssh-algorithms: all }',
		problems: ['all } ⇒ bastions.ams.ssh-algorithms cannot be "all". Write modern or legacy'],
	},
	{
		name: 'an unknown transport',
		from: 'transport: ssh, credentials',
		to: 'transport: telnet, credentials',
		problems: ['telnet ⇒ defaults.transport cannot be "telnet". Write ssh, netconf or rest'],
	},
	{
		name: 'a transport that the platforms do not have',
		from: 'transport: ssh, credentials',
		to: 'transport: netconf, credentials',
		problems: [
			'netconf, ⇒ device edge-01 cannot be fetched over netconf: its platform arista_eos has no rules for it. Write one of ssh, rest',
		],
	},
	{
		name: 'a transport that the platform of a device does not have',
		from: 'lab-1: { host: "2001:db8::1", transport: ssh',
		to: 'lab-1: { host: "2001:db8::1", transport: rest',
		problems: [
			'rest, timeouts ⇒ device lab-1 cannot be fetched over rest: its platform cisco_ios has no rules for it. Write one of ssh',
		],
	},
	{
		name: 'a vdom where there can be none',
		from: 'lab-1: { host: "2001:db8::1", transport: ssh',
		to: 'lab-1: { host: "2001:db8::1", vdom: guests, transport: ssh',
		problems: [
			'guests, ⇒ device lab-1 cannot be fetched by vdom: cisco_ios over ssh knows none. Write transport: rest where the platform is fortinet, or delete vdom',
		],
	},
	{
		name: 'a login that the transport does not take',
		from: 'port: 2022, platform: arista_eos',
		to: 'transport: rest, credentials: jump, platform: arista_eos',
		problems: [
			'jump, platform ⇒ device edge-01 cannot be logged in to over rest: credentials.jump holds no password. Add it there by reference, or name other credentials',
			'host-key: "SHA256:B ⇒ device edge-01 is fetched over rest, where its host-key has no effect. Delete it: over rest a device is verified by its certificate, by those of ca-file where it is given',
		],
	},
	{
		name: 'a token for SSH',
		from: `lab: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" }`,
		to: `lab: { token: "\${TOKEN}" }`,
		problems: [
			'lab, timeouts ⇒ device edge-01 cannot be logged in to over ssh: credentials.lab holds no password, private-key or agent (2 devices: edge-01, lab-1). Add it there by reference, or name other credentials',
		],
	},
	{
		name: 'a password without a user',
		from: `lab: { username: "\${FLEET_USERNAME}", `,
		to: 'lab: { ',
		problems: [
			`lab: { ⇒ credentials.lab has no username. Add username. Write the login name, or a reference such as "\${FLEET_USERNAME}"`,
		],
	},
	{
		name: 'the transport of --running-dir',
		from: 'transport: ssh, credentials',
		to: 'transport: file, credentials',
		problems: [
			'file, ⇒ defaults.transport cannot be "file". Write ssh, netconf or rest; a folder of running configs is read with --running-dir',
		],
	},
	{
		name: 'unknown credentials',
		from: 'credentials: jump',
		to: 'credentials: jumb',
		problems: [
			'jumb ⇒ unknown credentials "jumb". Did you mean "jump"? Known: lab, jump; add it under credentials or name another',
		],
	},
	{
		name: 'credentials named like a property of every object',
		from: 'credentials: jump',
		to: 'credentials: constructor',
		problems: [
			'constructor ⇒ unknown credentials "constructor". Known: lab, jump; add it under credentials or name another',
		],
	},
	{
		name: 'a device without credentials',
		from: 'credentials: lab, ',
		to: '',
		problems: [
			'edge-01: ⇒ device edge-01 has no credentials (2 devices: edge-01 at line 12, lab-1 at line 14). Add credentials: NAME to it or to defaults. Names: lab, jump',
		],
	},
	{
		name: 'new host keys that are to be trusted, and no file to keep them in',
		from: 'known-hosts: known_hosts\ndefaults: { ',
		to: 'defaults: { host-keys: accept-new, ',
		problems: [
			'accept-new, platform ⇒ defaults trusts new host keys, and there is no known-hosts file to keep them in. Add known-hosts: PATH at the top level; the file is made where there is none',
			'lab-1: ⇒ device lab-1 has no host-key, and there is no known-hosts file to verify it by. Add known-hosts: PATH at the top level, or host-key: "SHA256:…" here',
		],
	},
	{
		name: 'a bastion behind an unknown one',
		from: 'bastions:\n  ams: { ',
		to: 'bastions:\n  ams: { bastion: fra, ',
		problems: ['fra, ⇒ unknown bastion "fra". Known: ams; add it under bastions or name another'],
	},
	{
		name: 'a bastion behind itself',
		from: 'bastions:\n  ams: { ',
		to: 'bastions:\n  ams: { bastion: ams, ',
		problems: [
			'ams, host ⇒ bastion ams is reached through itself: ams → ams. Take out the bastion of the one that is reached directly',
		],
	},
	{
		name: 'bastions that are behind each other, once',
		from: 'bastions:\n  ams: { ',
		to: 'bastions:\n  fra: { host: 192.0.2.7, credentials: jump, bastion: ams }\n  lhr: { host: 192.0.2.8, credentials: jump, bastion: ams }\n  ams: { bastion: fra, ',
		problems: [
			'ams }\n  lhr ⇒ bastion fra is reached through itself: fra → ams → fra. Take out the bastion of the one that is reached directly',
		],
	},
	{
		name: 'an unknown bastion',
		from: 'bastion: ams',
		to: 'bastion: fra',
		problems: ['fra ⇒ unknown bastion "fra". Known: ams; add it under bastions or name another'],
	},
	{
		name: 'an unknown group',
		from: 'groups: [tacacs-eu]',
		to: 'groups: [tacacs-e]',
		problems: [
			'tacacs-e] ⇒ unknown group "tacacs-e". Did you mean "tacacs-eu"? Known: tacacs-eu; add it under concurrency.per-group or name another',
		],
	},
	{
		name: 'a literal password',
		from: `"\${FLEET_PASSWORD}"`,
		to: 'hunter2',
		problems: [
			`hunter2 ⇒ credentials.lab.password is not a reference but a value. Write a reference such as "\${FLEET_PASSWORD}", in quotes, and set that environment variable from a secret`,
		],
	},
	{
		name: 'a literal private key',
		from: `"\${JUMP_KEY}"`,
		to: '"-----BEGIN hunter2"',
		problems: [
			`"-----BEGIN hunter2 ⇒ credentials.jump.private-key is not a reference but a value. Write a reference such as "\${FLEET_PASSWORD}", in quotes, and set that environment variable from a secret`,
		],
	},
	{
		name: 'a mistyped key of credentials, which is not quoted',
		from: `token: "\${TOKEN}"`,
		to: 'hunter2: x',
		problems: [
			'hunter2 ⇒ unknown key in credentials.jump. Keys here: username, password, private-key, passphrase, agent, enable, token',
		],
	},
	{
		name: 'credentials without a secret',
		from: `, password: "\${FLEET_PASSWORD}"`,
		to: '',
		problems: [
			`lab: { ⇒ credentials.lab holds none of password, private-key, agent, token. Add one by reference: password: "\${FLEET_PASSWORD}"`,
		],
	},
	{
		name: 'a passphrase without a key',
		from: `private-key: "\${JUMP_KEY}"`,
		to: `password: "\${ENABLE}"`,
		problems: [
			'passphrase: ⇒ credentials.jump has a passphrase but no private-key. Add private-key, or delete the passphrase',
		],
	},
	{
		name: 'a missing variable',
		from: `\${FLEET_PASSWORD}`,
		to: `\${MISSING}`,
		problems: [
			`"\${MISSING} ⇒ environment variable MISSING is not set. Set it; in a workflow: env: { MISSING: "\${{ secrets.MISSING }}" }`,
		],
	},
	{
		name: 'a variable that is called like what every object has',
		from: `\${FLEET_PASSWORD}`,
		to: `\${toString}`,
		problems: [
			`"\${toString} ⇒ environment variable toString is not set. Set it; in a workflow: env: { toString: "\${{ secrets.toString }}" }`,
		],
	},
	{
		name: 'an agent that is not running',
		from: `password: "\${FLEET_PASSWORD}"`,
		to: `agent: "\${MISSING}"`,
		problems: [
			`"\${MISSING} ⇒ environment variable MISSING is not set. Start an agent before this step, and pass its socket on: eval "$(ssh-agent)", ssh-add`,
		],
	},
	{
		name: 'an empty variable',
		from: `\${FLEET_PASSWORD}`,
		to: `\${EMPTY}`,
		problems: [
			`"\${EMPTY} ⇒ environment variable EMPTY is empty. Check that the secret exists and that this event may read it: pull requests from forks may not`,
		],
	},
	{
		name: 'a password that ends with a line break',
		from: `\${FLEET_PASSWORD}`,
		to: `\${BROKEN}`,
		problems: [
			`"\${BROKEN} ⇒ environment variable BROKEN holds a line break. Store the value without one: printf %s "$value" | gh secret set NAME`,
		],
	},
	{
		name: 'a private key that is none',
		from: `\${JUMP_KEY}`,
		to: `\${ENABLE}`,
		problems: [
			`"\${ENABLE}", passphrase ⇒ environment variable ENABLE does not hold a private key. Store the whole file, from "-----BEGIN" to the last line, with its line breaks; in a shell: export ENABLE="$(cat FILE)"`,
		],
	},
	...['a b', '-oProxyCommand=x', '192.0.2.256', '192.0.2.1:22', 'a..b', 'x/y', 'fe80::1%eth0'].map((host) => ({
		name: `the host ${host}`,
		from: 'host: 192.0.2.1',
		to: `host: "${host}"`,
		problems: [
			`"${host}" ⇒ devices.edge-01.host cannot be "${host}". Write a host name or an IP address, such as 192.0.2.1; a port or a user name has a key of its own`,
		],
	})),
	{
		name: 'a host with a login in it, which is not quoted',
		from: 'host: 192.0.2.1',
		to: 'host: "admin:hunter2@192.0.2.1"',
		problems: [
			'"admin:hunter2 ⇒ devices.edge-01.host cannot be this value. Write a host name or an IP address, such as 192.0.2.1; a port or a user name has a key of its own',
		],
	},
	{
		name: 'a host with a token in it, which is not quoted',
		from: 'host: 192.0.2.1',
		to: 'host: "https://192.0.2.1/api?token=hunter2"',
		problems: [
			'"https://192.0.2.1/api?token=hunter2 ⇒ devices.edge-01.host cannot be this value. Write a host name or an IP address, such as 192.0.2.1; a port or a user name has a key of its own',
		],
	},
	...['../edge', 'a..b', '-rf', 'a/b', 'a b', '.hidden'].map((name) => ({
		name: `the device name ${name}`,
		from: 'edge-01:',
		to: `"${name}":`,
		problems: [
			`"${name}" ⇒ "${name}" cannot be a name in devices. Use letters, digits, ".", "_" and "-", beginning with a letter or a digit and without ".."`,
		],
	})),
	{
		name: 'a device name that plain values cannot hold',
		from: 'edge-01:',
		to: '__proto__:',
		problems: ['__proto__ ⇒ the key "__proto__" cannot be used. Choose another name'],
	},
	{
		name: 'a host key of another shape',
		from: `host-key: "SHA256:${'A'.repeat(43)}"`,
		to: 'host-key: "MD5:00"',
		problems: [
			'"MD5 ⇒ bastions.ams.host-key cannot be "MD5:00". Write SHA256: and 43 characters, as "ssh-keyscan HOST | ssh-keygen -lf -" prints it',
		],
	},
	{
		name: 'a port out of range',
		from: 'port: 2022',
		to: 'port: 65536',
		problems: ['65536 ⇒ devices.edge-01.port cannot be 65536. Write a whole number from 1 to 65535'],
	},
	{
		name: 'a port in words',
		from: 'port: 2022',
		to: 'port: ssh',
		problems: ['ssh, platform ⇒ devices.edge-01.port cannot be "ssh". Write a whole number from 1 to 65535'],
	},
	{
		name: 'numbers in quotes',
		from: 'port: 2022',
		to: 'port: "2022"',
		problems: [
			'"2022", platform ⇒ devices.edge-01.port cannot be "2022". Write a whole number from 1 to 65535, without quotes',
		],
	},
	{
		name: 'the version in quotes',
		from: 'version: 1\n',
		to: 'version: "1"\n',
		problems: ['"1"\n ⇒ version cannot be "1". Write 1, without quotes'],
	},
	...['10', '10 s', '0s', '25h', '99999999m'].map((text) => ({
		name: `the duration ${text}`,
		from: 'connect: 10s',
		to: `connect: "${text}"`,
		problems: [
			`"${text}" ⇒ defaults.timeouts.connect cannot be "${text}". Write a number with a unit, such as 10s, 2m or 500ms, up to 24 hours`,
		],
	})),
	{
		name: 'no devices at once',
		from: 'fleet: 50',
		to: 'fleet: 0',
		problems: ['0, per-bastion ⇒ concurrency.fleet cannot be 0. Write a whole number from 1 to 1000'],
	},
	{
		name: 'a word for a list',
		from: 'tags: [prod]',
		to: 'tags: prod',
		problems: ['prod, ⇒ devices.edge-01.tags is not a list. Write a list, such as [a, b]'],
	},
	{
		name: 'a key without a value',
		from: 'site: ams',
		to: 'site:',
		problems: [
			'site: ⇒ devices.edge-01.site has no value. Use letters, digits, ".", "_" and "-", beginning with a letter or a digit and without "..", or delete the line',
		],
	},
	{
		name: 'a path of intended configs with an unknown placeholder',
		from: 'intended-configs/{device}.cfg',
		to: 'intended-configs/{hostname}.cfg',
		problems: [
			'intended-configs/{hostname} ⇒ intended cannot be "intended-configs/{hostname}.cfg". Write a relative path such as intended-configs/{device}.cfg; {device}, {platform}, {site} and {role} are replaced',
		],
	},
	{
		name: 'a path that needs what a device lacks',
		from: 'lab/{platform}.cfg',
		to: 'lab/{role}.cfg',
		problems: [
			'lab-1: ⇒ device lab-1 has no role, which the path of its intended config needs: lab/{role}.cfg. Add role to it or to defaults, or give it an intended of its own',
		],
	},
	{
		name: 'a mask that is no regular expression',
		from: String.raw`'^foo \d+$'`,
		to: String.raw`'^foo (\d+$'`,
		problems: [
			`'^foo ( ⇒ the regular expression cannot be used: missing closing ): \`^foo (\\d+$\`. Use RE2 syntax: no look-around, no back-references, and single quotes around it`,
		],
	},
	{
		name: 'a mask whose regular expression holds what cannot be seen',
		from: String.raw`'^foo \d+$'`,
		to: String.raw`"^foo\0)"`,
		problems: [
			String.raw`"^foo\0)" ⇒ the regular expression cannot be used: unexpected ): ` +
				'`^foo\\U00000000)`. Use RE2 syntax: no look-around, no back-references, and single quotes around it',
		],
	},
	...[`'.*'`, String.raw`'(?<volatile>\S+)$'`, `'\\w', within: ['.']`].map((pattern) => ({
		name: `the mask ${pattern}, which takes something out of every line`,
		from: String.raw`'^foo \d+$'`,
		to: pattern,
		problems: [`${pattern} ⇒ the pattern matches every line. Begin it with ^ and say what the line looks like`],
	})),
	{
		name: 'a mask of a secret that is encrypted anew, marked as what changes by itself',
		from: String.raw`'^foo \d+$', kind: volatile,`,
		to: String.raw`'^foo (?<volatile>\d+)$', kind: volatile-secret,`,
		problems: [
			`'^foo ⇒ the group "volatile" has no meaning in a mask of kind volatile-secret. Name the groups that are replaced secret, secret2 and so on, or use (?:…)`,
		],
	},
	{
		name: 'a mask for which every line is a secret that is encrypted anew',
		from: String.raw`'^foo \d+$', kind: volatile,`,
		to: `'^(?<secret>.*)$', kind: volatile-secret,`,
		problems: [`'^(?<secret> ⇒ the pattern matches every line. Begin it with ^ and say what the line looks like`],
	},
	{
		name: 'a mask of a secret that does not mark it',
		from: 'kind: volatile',
		to: 'kind: secret',
		problems: [`'^foo ⇒ the pattern does not say which part is the secret. Mark it: (?<secret>\\S+)`],
	},
	...['count', 'volatiles'].map((group) => ({
		name: `a mask with the group ${group}, which means nothing`,
		from: String.raw`\d+`,
		to: String.raw`(?<${group}>\d+)`,
		problems: [
			`'^foo ⇒ the group "${group}" has no meaning in a mask of kind volatile. Name the groups that are replaced volatile, volatile2 and so on, or use (?:…)`,
		],
	})),
	{
		name: 'two masks of one name',
		from: 'masks: [',
		to: "masks: [{ id: my-counter, pattern: '^bar$', kind: volatile, reason: r }, ",
		problems: [
			'my-counter, platforms ⇒ the mask id volatile/my-counter is already taken by the mask of line 15. Choose another id',
		],
	},
	{
		name: 'a mask with the name of one that ships',
		from: 'id: my-counter',
		to: 'id: nxos-time',
		problems: [
			'nxos-time ⇒ the mask id volatile/nxos-time is already taken by one that ships for cisco_nxos. Choose another id',
		],
	},
	{
		name: 'a mask with the name of one that ships for the documents of an API',
		from: 'masks: [',
		to: "masks: [{ id: xml-value, pattern: '^bar (?<secret>x)', kind: secret, reason: r }, ",
		problems: [
			'xml-value ⇒ the mask id secret/xml-value is already taken by one that ships for paloalto_panos. Choose another id',
		],
	},
	{
		name: 'an ignore rule that is no regular expression',
		from: '"^desc"',
		to: '"(?=desc)"',
		problems: [
			'"(?=desc)" ⇒ the regular expression cannot be used: invalid or unsupported Perl syntax: `(?=`. Use RE2 syntax: no look-around, no back-references, and single quotes around it',
		],
	},
	...['2027-02-30', '31.1.2027', 'soon'].map((until) => ({
		name: `an ignore rule until ${until}`,
		from: 'until: 2027-01-31',
		to: `until: ${until}`,
		problems: [
			`${until}, ⇒ ignore[0].until cannot be "${until}". Write a day of the calendar as YYYY-MM-DD, such as 2027-01-31`,
		],
	})),
	{
		name: 'an ignore rule without a reason',
		from: ', reason: a test',
		to: '',
		problems: ['{ devices: ["lab-*"] ⇒ ignore[0] has no reason. Add reason. Say in a few words why this is not drift'],
	},
	{
		name: 'an ignore rule for everything',
		from: 'devices: ["lab-*"], within: ["interface Loopback99"], pattern: "^desc", until',
		to: 'until',
		problems: [
			'{ until: ⇒ an ignore rule that holds on every device, in every section and on every line would ignore all drift. Say on which devices, in which section or on which lines it holds',
		],
	},
	{
		name: 'an ignore rule for everything, with empty lists',
		from: 'devices: ["lab-*"], within: ["interface Loopback99"], pattern: "^desc", until',
		to: 'devices: [], within: [], until',
		problems: [
			'{ devices: [] ⇒ an ignore rule that holds on every device, in every section and on every line would ignore all drift. Say on which devices, in which section or on which lines it holds',
		],
	},
	...[
		'pattern: ".*"',
		"pattern: '^\\S'",
		'devices: ["*"]',
		'devices: ["*", "lab-1"]',
		'devices: ["?*"]',
		'devices: ["*"], within: [], pattern: "\\\\w"',
	].map((reach) => ({
		name: `an ignore rule for everything, with ${reach}`,
		from: 'devices: ["lab-*"], within: ["interface Loopback99"], pattern: "^desc", until',
		to: `${reach}, until`,
		problems: [
			`{ ${reach} ⇒ an ignore rule that holds on every device, in every section and on every line would ignore all drift. Say on which devices, in which section or on which lines it holds`,
		],
	})),
	...[
		['devices: lab-1', 'lab-1, until ⇒ ignore[0].devices is not a list. Write a list, such as [a, b]'],
		['within: [4]', '4 ⇒ ignore[0].within[0] cannot be 4. Write a section header such as "interface Loopback99"'],
		['pattern: 12', '12 ⇒ ignore[0].pattern cannot be 12. Write a regular expression in single quotes'],
	].map(([reach = '', problem = '']) => ({
		name: `an ignore rule that may have been meant to be narrow, with ${reach}`,
		from: 'devices: ["lab-*"], within: ["interface Loopback99"], pattern: "^desc", until',
		to: `${reach}, until`,
		problems: [problem],
	})),
	{
		name: 'a policy that fails on what there is not',
		from: 'fail-on: [drift]',
		to: 'fail-on: [drift, changes]',
		problems: ['changes ⇒ policy.fail-on[1] cannot be "changes". Write drift, conflict or unknown'],
	},
	{
		name: 'more health than there is',
		from: 'min-health: 95',
		to: 'min-health: 101',
		problems: ['101 ⇒ policy.min-health cannot be 101. Write a number from 0 to 100'],
	},
	{
		name: 'another way to treat secrets',
		from: 'secrets: ignore,',
		to: 'secrets: hide,',
		problems: ['hide ⇒ devices.lab-1.secrets cannot be "hide". Write fingerprint or ignore'],
	},
	{
		name: 'secrets of a mask that there is not',
		from: '"secret/ios-*"',
		to: '"secret/ios-enabled"',
		problems: [
			'"secret/ios-enabled" ⇒ no mask of kind secret is called "secret/ios-enabled". Did you mean "secret/ios-enable"? "fleet-drift mask FILE --explain" lists the ids; a glob such as "secret/ios-*" also works',
		],
	},
	{
		name: 'secrets of a mask that hides none',
		from: '"secret/ios-*"',
		to: '"volatile/nxos-*"',
		problems: [
			'"volatile/nxos-*" ⇒ no mask of kind secret is called "volatile/nxos-*". "fleet-drift mask FILE --explain" lists the ids; a glob such as "secret/ios-*" also works',
		],
	},
	{
		name: 'a feature of nothing',
		from: "{ name: ntp, pattern: '^ntp ' }",
		to: '{ name: ntp }',
		problems: [
			"{ name: ntp } ⇒ the feature \"ntp\" does not say which lines it is made of. Add within: ['^router bgp '] for a section, or pattern: '^ntp ' for lines",
		],
	},
	{
		name: 'a feature that stands twice',
		from: 'name: ntp,',
		to: 'name: bgp,',
		problems: [
			'bgp, pattern ⇒ the feature "bgp" is already in line 17. Give it another name, or join the two: (?:^ntp |^clock )',
		],
	},
	{
		name: 'a device that stands twice',
		from: 'lab-1:',
		to: 'edge-01:',
		problems: [
			'edge-01: { host: "2001 ⇒ the key "edge-01" appears twice in one mapping. Remove one of the two, or rename it',
		],
	},
];

describe('loadFleet refuses', () => {
	const env = { ...ENVIRONMENT, EMPTY: '', BROKEN: 'hunter2\n' };

	it.each(CASES)('$name', ({ from, to, problems }) => {
		const text = withChange(from, to);

		const found = problemsOf(text, { env }).map(formatProblem);

		expect(found).toEqual(problems.map((problem) => placed(problem, text)));
		expect(found.join()).not.toContain('hunter2');
	});
});
