import { fleetJsonSchema } from '../../src/settings/schema/fleet-json-schema.ts';
import { code, markdownTable, prose } from './markdown-table.ts';

/** The part of JSON Schema that fleet.yml's is written in. */
interface Schema {
	readonly type?: string;
	readonly description?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly minimum?: number;
	readonly maximum?: number;
	readonly anyOf?: readonly Schema[];
	readonly items?: Schema;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: Schema | boolean;
	readonly required?: readonly string[];
}

/** Where the keys of each table stand in the schema: `*` for what a name of the user's choice holds, `[]` for an item. */
const SECTIONS = {
	top: [],
	device: ['devices', '*'],
	timeouts: ['defaults', 'timeouts'],
	credentials: ['credentials', '*'],
	bastion: ['bastions', '*'],
	concurrency: ['concurrency'],
	inventory: ['inventory', '[]'],
	platform: ['platforms', '*'],
	'platform-cli': ['platforms', '*', 'cli'],
	'platform-netconf': ['platforms', '*', 'netconf'],
	'platform-restconf': ['platforms', '*', 'restconf'],
	'platform-syntax': ['platforms', '*', 'syntax'],
	'platform-completeness': ['platforms', '*', 'completeness'],
	mask: ['masks', '[]'],
	ignore: ['ignore', '[]'],
	feature: ['features', '[]'],
	owner: ['owners', '[]'],
	history: ['history'],
	policy: ['policy'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** One table of keys per section of fleet.yml, by the name of its marker: `fleet-device`. */
export function fleetTables(): Readonly<Record<string, () => string>> {
	const root = JSON.parse(fleetJsonSchema()) as Schema;
	return Object.fromEntries(
		Object.entries(SECTIONS).map(([name, path]) => [`fleet-${name}`, () => keysTable(descend(root, path))]),
	);
}

function descend(root: Schema, path: readonly string[]): Schema {
	return path.reduce((schema, step) => {
		const next = step === '*' ? schema.additionalProperties : step === '[]' ? schema.items : schema.properties?.[step];
		if (typeof next !== 'object') throw new Error(`the schema of fleet.yml has no ${path.join('.')}`);
		return next;
	}, root);
}

function keysTable({ properties = {}, required = [] }: Schema): string {
	const rows = Object.entries(properties).map(([name, schema]) => [
		required.includes(name) ? `**${code(name)}**` : code(name),
		typeOf(schema),
		prose(schema.description ?? ''),
	]);
	return markdownTable(['Key', 'Value', 'Meaning'], rows);
}

function typeOf(schema: Schema): string {
	if (schema.const !== undefined) return code(String(schema.const));
	if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
	if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
	if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
	if (schema.minimum !== undefined && schema.maximum !== undefined) return `${schema.minimum}–${schema.maximum}`;
	return schema.type === 'object' ? 'map' : schema.type === 'string' ? 'text' : (schema.type ?? 'any');
}
