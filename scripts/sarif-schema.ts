/**
 * Takes the documentation out of the official schema of SARIF 2.1.0, which our test validates against. Of the package we need
 * this file only:
 *
 *   npm pack @microsoft/jest-sarif@1.0.0-beta.0 && tar xzf microsoft-jest-sarif-*.tgz
 *   node scripts/sarif-schema.ts package/lib/schemas/sarif-2.1.0-rtm.5.json && npm run format
 */
import { readFile, writeFile } from 'node:fs/promises';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const source = process.argv[2];
if (source === undefined) throw new Error('usage: node scripts/sarif-schema.ts <sarif-2.1.0-rtm.5.json>');
const whole = JSON.parse(await readFile(source, 'utf8'));
// Written in draft 4, whose two words for its dialect and its name ajv refuses; what is left means the same in draft 7.
const schema = strip({ ...whole, $schema: null, id: null });
await writeFile(new URL('../tests/support/sarif-schema.json', import.meta.url), `${JSON.stringify(schema)}\n`);

function strip(value: Json, inProperties = false): Json {
	if (Array.isArray(value)) return value.map((item) => strip(item));
	if (value === null || typeof value !== 'object') return value;
	// Below `properties` and `definitions` a key is a name, whatever it is called.
	const kept = Object.entries(value).filter(
		([key, member]) => inProperties || (key !== 'description' && key !== 'default' && member !== null),
	);
	return Object.fromEntries(
		kept.map(([key, member]) => [key, strip(member, !inProperties && (key === 'properties' || key === 'definitions'))]),
	);
}
