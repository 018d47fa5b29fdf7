import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fleetJsonSchema } from '../../../../src/settings/schema/fleet-json-schema.ts';
import { load, problemsOf, SAMPLE } from '../sample-fleet.ts';

describe('schema/fleet.schema.json', async () => {
	const text = await readFile('schema/fleet.schema.json', 'utf8');
	const schema = JSON.parse(text);
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

	it('takes every setting', () => {
		validate(parse(SAMPLE));

		expect(validate.errors).toBeNull();
	});

	it('takes the fleet of this repository', async () => {
		const fleet = await readFile('fleet.yml', 'utf8');

		validate(parse(fleet));

		expect(validate.errors).toBeNull();
		expect(load(fleet, { logins: 'unused' }).fleet.devices.length).toBeGreaterThan(0);
	});

	it.each([
		['an unknown key', 'known-hosts:', 'known_hosts:'],
		['a literal password', `"\${FLEET_PASSWORD}"`, 'hunter2'],
		['a transport that there is not', 'transport: ssh,', 'transport: telnet,'],
		['a number without a unit', 'connect: 10s', 'connect: 10'],
		['a port out of range', 'port: 2022', 'port: 0'],
		['a device name with a path in it', 'edge-01:', '../edge:'],
		['an ignore rule without a reason', ', reason: a test', ''],
	])('refuses %s, as the tool does', (_, from, to) => {
		const changed = SAMPLE.replace(from, () => to);

		expect(validate(parse(changed))).toBe(false);
		expect(problemsOf(changed)).not.toEqual([]);
	});

	it('describes every key for editors', () => {
		const undescribed = keysWithoutDescription(schema);

		expect(undescribed).toEqual([]);
	});

	it('is what the settings say: npm run generate', () => {
		expect(text).toBe(fleetJsonSchema());
	});
});

interface SchemaNode {
	readonly description?: string;
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: SchemaNode | boolean;
	readonly items?: SchemaNode;
}

function keysWithoutDescription(node: SchemaNode, path = ''): readonly string[] {
	const children = Object.entries(node.properties ?? {}).map(([key, child]) => [`${path}.${key}`, child] as const);
	const own = children.filter(([, child]) => child.description === undefined).map(([key]) => key);
	const entries = typeof node.additionalProperties === 'object' ? node.additionalProperties : node.items;
	const below = [...children, ...(entries === undefined ? [] : [[`${path}.*`, entries] as const])];
	return [...own, ...below.flatMap(([key, child]) => keysWithoutDescription(child, key))];
}
