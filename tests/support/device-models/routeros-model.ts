import fc from 'fast-check';
import { type DeviceModel, wordsOf } from './device-model.ts';

/** Entries of a menu in their order, or its one line of settings. */
type Menus = Map<string, string[]>;

const SETTINGS = ['/ip dns', '/system identity'];

const some = (name: string, ...values: readonly string[]): fc.Arbitrary<string> =>
	fc.constantFrom('', ...values.map((value) => `${name}=${value}`));

const words = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
	fc.tuple(...parts).map((all) => all.filter((part) => part !== '').join(' '));

/** Few words, so that one entry often says all that another says, and more. */
const rule = words(
	fc.constantFrom('action=accept', 'action=drop'),
	fc.constant('chain=input'),
	some('comment', '"a b"', '"c"'),
	some('protocol', 'tcp', 'udp'),
);
const address = words(
	fc.constantFrom('address=192.0.2.1/24', 'address=192.0.2.9/24'),
	some('disabled', 'yes'),
	fc.constantFrom('interface=ether1', 'interface=ether2'),
);

/** RouterOS: menus of entries that are added, and removed by what a search finds. */
export const routerOsModel: DeviceModel = {
	platform: 'mikrotik_routeros',
	configs: fc
		.record({
			'/ip address': fc.uniqueArray(address, { maxLength: 4 }).map((entries) => entries.map((entry) => `add ${entry}`)),
			'/ip dns': words(fc.constant('set servers=192.0.2.1'), fc.constant('')).map((line) => [line]),
			'/ip firewall filter': fc.array(rule, { maxLength: 6 }).map((entries) => entries.map((entry) => `add ${entry}`)),
			'/system identity': fc.constantFrom('set name=a', 'set name=b').map((line) => [line]),
		})
		.map((menus) => print(new Map(Object.entries(menus)))),
	apply(running, commands) {
		const menus = read(running);
		for (const command of commands) enter(menus, command);
		return print(menus);
	},
};

function enter(menus: Menus, command: string): void {
	const [, menu = '', verb = '', rest = ''] = /^(\/[\w ]+?) (add|set|remove) (.*)$/.exec(command) ?? [];
	const entries = menus.get(menu) ?? [];
	menus.set(menu, entries);
	if (verb === 'add') entries.push(`add ${rest}`);
	else if (verb === 'set' && SETTINGS.includes(menu)) menus.set(menu, [`set ${rest}`]);
	else if (verb === 'remove') {
		const search = wordsOf(/^\[ find (.*) \]$/.exec(rest)?.[1] ?? '');
		if (search.length === 0) throw new Error(`everything would go: ${command}`);
		const isFound = (entry: string): boolean => search.every((word) => wordsOf(entry).includes(word));
		menus.set(
			menu,
			entries.filter((entry) => !isFound(entry)),
		);
	} else throw new Error(`no such command: ${command}`);
}

function print(menus: Menus): string {
	return [...menus]
		.flatMap(([menu, lines]) => (lines.length === 0 ? [] : [menu, ...lines]))
		.join('\n')
		.concat('\n');
}

function read(text: string): Menus {
	const menus: Menus = new Map();
	let menu = '';
	for (const line of text.trim().split('\n')) {
		if (line.startsWith('/')) menu = line;
		else menus.set(menu, [...(menus.get(menu) ?? []), line]);
	}
	return menus;
}
