import fc from 'fast-check';
import type { DeviceModel } from './device-model.ts';

type Json = string | Json[] | { [key: string]: Json };

interface Operation {
	readonly op: string;
	readonly path: string;
	readonly value?: Json;
}

const value = fc.constantFrom('a', 'b');
const key = fc.constantFrom('Ethernet0', 'Vlan10|192.0.2.1/24', 'a~b', '"quoted"');

const entry = fc.dictionary(
	fc.constantFrom('mtu', 'description', 'ports'),
	fc.oneof(value, fc.uniqueArray(value, { maxLength: 2 })),
	{ maxKeys: 3 },
);

/** config_db of SONiC: tables of entries, changed by a JSON Patch. */
export const jsonPatchModel: DeviceModel = {
	platform: 'sonic',
	configs: fc
		.dictionary(
			fc.constantFrom('PORT', 'VLAN_INTERFACE', 'ACL_TABLE'),
			fc.dictionary(key, entry, { minKeys: 1, maxKeys: 3 }),
		)
		.map((tables) => JSON.stringify({ DEVICE_METADATA: { localhost: { hostname: 'a' } }, ...tables }, null, 4)),
	apply(running, commands) {
		const document: Json = JSON.parse(running);
		const patch: readonly Operation[] = commands.length === 0 ? [] : JSON.parse(commands.join('\n'));
		for (const operation of patch) applyTo(document, operation);
		// The updater of SONiC refuses a patch that leaves an empty table behind.
		for (const [name, table] of Object.entries(document)) {
			if (Object.keys(table).length === 0) throw new Error(`an empty table: ${name}`);
		}
		return JSON.stringify(document, null, 4);
	},
};

/** RFC 6902, as strict as it is: what is removed or replaced must be there, and so must what holds it. */
function applyTo(document: Json, { op, path, value: given }: Operation): void {
	const keys = path
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
	const last = keys.pop() ?? '';
	let place = document;
	for (const part of keys) {
		if (typeof place === 'string' || Array.isArray(place) || !Object.hasOwn(place, part)) throw new Error(`no ${path}`);
		place = place[part] as Json;
	}
	if (typeof place === 'string' || Array.isArray(place)) throw new Error(`${path} is in no object`);
	if (op !== 'add' && !Object.hasOwn(place, last)) throw new Error(`no ${path} to ${op}`);
	if (op === 'remove') delete place[last];
	else if (given !== undefined) place[last] = given;
	else throw new Error(`no value for ${path}`);
}
