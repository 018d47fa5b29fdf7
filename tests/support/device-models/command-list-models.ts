import fc from 'fast-check';
import { type DeviceModel, wordsOf } from './device-model.ts';

/**
 * How one kind of command changes a configuration that is shown as the commands that make it. `key` is what there is one of:
 * entered again, it takes the place of what was there.
 */
interface CommandKind {
	readonly pattern: RegExp;
	readonly key: (groups: readonly string[]) => string;
	/** The same command with other words: gone, and not entered. */
	readonly takesAway?: (groups: readonly string[]) => (line: string) => boolean;
}

const listModel = (
	platform: string,
	kinds: readonly CommandKind[],
	configs: fc.Arbitrary<readonly string[]>,
): DeviceModel => ({
	platform,
	configs: configs.map((lines) => `${lines.join('\n')}\n`),
	apply(running, commands) {
		let lines = running.split('\n').filter((line) => line !== '');
		for (const command of commands) lines = enter(lines, command, kinds);
		return `${lines.join('\n')}\n`;
	},
});

function enter(lines: readonly string[], command: string, kinds: readonly CommandKind[]): string[] {
	const keyOf = (line: string): string | null => {
		for (const { pattern, key, takesAway } of kinds) {
			const match = takesAway === undefined ? pattern.exec(line) : null;
			if (match !== null) return key(match.slice(1));
		}
		return null;
	};
	for (const { pattern, takesAway } of kinds) {
		const match = pattern.exec(command);
		if (match === null || takesAway === undefined) continue;
		const goes = takesAway(match.slice(1));
		if (!lines.some(goes)) throw new Error(`nothing to take back: ${command}`);
		return lines.filter((line) => !goes(line));
	}
	const key = keyOf(command);
	if (key === null) throw new Error(`no such command: ${command}`);
	const at = lines.findIndex((line) => keyOf(line) === key);
	return at === -1 ? [...lines, command] : lines.with(at, command);
}

const begins =
	(...words: readonly string[]) =>
	(line: string): boolean =>
		words.every((word, at) => wordsOf(line)[at] === word);

/** Gaia: clish commands; `set` replaces, `add` and what is switched on have a command that takes them away. */
export const gaiaModel: DeviceModel = listModel(
	'checkpoint_gaia',
	[
		{
			pattern: /^delete user (\S+)$/,
			key: () => '',
			takesAway:
				([name = '']) =>
				(line) =>
					begins('add', 'user', name)(line) || begins('set', 'user', name)(line),
		},
		{
			pattern: /^delete ntp server (\S+)$/,
			key: () => '',
			takesAway:
				([host = '']) =>
				(line) =>
					/^set ntp server/.test(line) && wordsOf(line)[4] === host,
		},
		{ pattern: /^delete dns (\S+)$/, key: () => '', takesAway: ([which = '']) => begins('set', 'dns', which) },
		{
			pattern: /^delete interface (\S+) (ipv4-address|comments)$/,
			key: () => '',
			takesAway: ([name = '', what = '']) => begins('set', 'interface', name, what),
		},
		{
			pattern: /^set static-route (\S+) (nexthop .*) off$/,
			key: () => '',
			takesAway:
				([route, hop]) =>
				(line) =>
					line === `set static-route ${route} ${hop} on`,
		},
		{
			pattern: /^set (ssh server \S+|lldp) (?:off|disable)$/,
			key: () => '',
			takesAway:
				([what = '']) =>
				(line) =>
					line.startsWith(`set ${what} `),
		},
		{ pattern: /^add user (\S+)/, key: ([name]) => `user ${name}` },
		{ pattern: /^set ntp server (\S+)/, key: ([which]) => `ntp ${which}` },
		{ pattern: /^set dns (\S+)/, key: ([which]) => `dns ${which}` },
		{ pattern: /^set static-route (\S+) (nexthop .*) on$/, key: (words) => words.join(' ') },
		{ pattern: /^set (hostname|timezone|ssh server \S+|lldp|interface \S+ \S+) /, key: ([what = '']) => what },
	],
	lines(
		oneOf('set hostname', 'fw-01', 'fw-02'),
		maybe('add user anna', 'uid 103 homedir /home/anna'),
		maybe('set dns primary', '192.0.2.1', '192.0.2.2'),
		maybe('set dns secondary', '192.0.2.3', '192.0.2.4'),
		maybe('set ntp server primary', '192.0.2.5 version 4', '192.0.2.6 version 4'),
		maybe('set interface eth1 comments', '"a b"', '"c"'),
		maybe('set interface eth1 ipv4-address', '192.0.2.9 mask-length 24', '192.0.2.10 mask-length 24'),
		maybe('set static-route 198.51.100.0/24 nexthop gateway address', '192.0.2.1 on', '192.0.2.2 on'),
		maybe('set lldp', 'on'),
		oneOf('set timezone', 'Etc/UTC', 'Europe/Riga'),
	),
);

/** EXOS: what is created is deleted, what is added to an object deleted from it, what is enabled disabled. */
export const exosModel: DeviceModel = listModel(
	'extreme_exos',
	[
		{
			pattern: /^delete vlan (\S+)$/,
			key: () => '',
			takesAway:
				([name = '']) =>
				(line) =>
					begins('create', 'vlan', name)(line) || begins('configure', 'vlan', name)(line),
		},
		{
			pattern: /^configure vlan (\S+) delete ports (\S+)$/,
			key: () => '',
			takesAway: ([name = '', ports = '']) => begins('configure', 'vlan', name, 'add', 'ports', ports),
		},
		{
			pattern: /^unconfigure vlan (\S+) ipaddress$/,
			key: () => '',
			takesAway: ([name = '']) => begins('configure', 'vlan', name, 'ipaddress'),
		},
		{
			pattern: /^configure access-list delete (\S+) all$/,
			key: () => '',
			takesAway: ([name = '']) => begins('configure', 'access-list', 'add', name),
		},
		{
			pattern: /^configure iproute delete (.*)$/,
			key: () => '',
			takesAway:
				([route]) =>
				(line) =>
					line === `configure iproute add ${route}`,
		},
		{
			pattern: /^disable (telnet|ssh2)$/,
			key: () => '',
			takesAway:
				([what]) =>
				(line) =>
					line === `enable ${what}`,
		},
		{
			pattern: /^unconfigure sntp-client (\S+)$/,
			key: () => '',
			takesAway: ([which = '']) => begins('configure', 'sntp-client', which),
		},
		{
			pattern:
				/^(create vlan \S+|enable \S+|configure vlan \S+ add ports \S+|configure vlan \S+ (?:tag|ipaddress)|configure access-list add \S+|configure iproute add .*|configure sntp-client \S+|configure snmp sysName)/,
			key: ([what = '']) => what,
		},
	],
	fc
		.record({
			settings: lines(
				oneOf('configure snmp sysName', '"a"', '"b"'),
				maybe('create vlan', 'users'),
				maybe('enable', 'ssh2'),
				maybe('enable', 'telnet'),
				maybe('configure iproute add', 'default 192.0.2.1', 'default 192.0.2.2'),
				maybe('configure sntp-client primary', '192.0.2.5 vr VR-Default', '192.0.2.6 vr VR-Default'),
			),
			users: fc.record({
				tag: oneOf('configure vlan users tag', '10', '11'),
				ports: maybe('configure vlan users add ports', '1-3 tagged', '4 untagged'),
				address: maybe('configure vlan users ipaddress', '192.0.2.9 255.255.255.0', '192.0.2.10 255.255.255.0'),
			}),
			rules: fc.shuffledSubarray(['A', 'B', 'C', 'D']),
		})
		.map(({ settings, users, rules }) => [
			...settings,
			...(settings.includes('create vlan users')
				? [users.tag, users.ports, users.address].filter((line) => line !== '')
				: []),
			...rules.map((name) => `configure access-list add ${name} last priority 0 zone SYSTEM any ingress`),
		]),
);

function oneOf(head: string, ...values: readonly string[]): fc.Arbitrary<string> {
	return fc.constantFrom(...values.map((value) => `${head} ${value}`));
}

function maybe(head: string, ...values: readonly string[]): fc.Arbitrary<string> {
	return fc.constantFrom('', ...values.map((value) => `${head} ${value}`));
}

function lines(...each: readonly fc.Arbitrary<string>[]): fc.Arbitrary<readonly string[]> {
	return fc.tuple(...each).map((all) => all.filter((line) => line !== ''));
}
