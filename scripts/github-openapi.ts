/**
 * Cuts GitHub's own OpenAPI description down to what our test server validates against.
 *
 *   npm install --prefix "$(mktemp -d)" @octokit/openapi@23.0.2        # 385 MB, so not a dependency
 *   node scripts/github-openapi.ts <folder>/node_modules/@octokit/openapi/generated/api.github.com.json
 */
import { readFile, writeFile } from 'node:fs/promises';

/** `METHOD path` of every operation that we call, or may call for what is planned. */
const OPERATIONS = [
	'GET /app',
	'GET /user',
	'GET /rate_limit',
	'GET /repos/{owner}/{repo}',
	'GET /repos/{owner}/{repo}/issues',
	'POST /repos/{owner}/{repo}/issues',
	'GET /repos/{owner}/{repo}/issues/{issue_number}',
	'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
	'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
	'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
	'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
	'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
	'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
	'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
	'GET /repos/{owner}/{repo}/pulls',
	'POST /repos/{owner}/{repo}/pulls',
	'GET /repos/{owner}/{repo}/pulls/{pull_number}',
	'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
	'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
	'POST /repos/{owner}/{repo}/check-runs',
	'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
	'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
	'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
	'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
	'GET /repos/{owner}/{repo}/compare/{basehead}',
	'GET /repos/{owner}/{repo}/contents/{path}',
	'GET /repos/{owner}/{repo}/git/ref/{ref}',
	'POST /repos/{owner}/{repo}/git/refs',
] as const;

/** Says nothing about shape. */
const DOCUMENTATION = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'title']);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface JsonObject {
	[key: string]: Json;
}

const source = process.argv[2];
if (source === undefined) throw new Error('usage: node scripts/github-openapi.ts <api.github.com.json>');
const whole = JSON.parse(await readFile(source, 'utf8')) as {
	info: JsonObject;
	paths: JsonObject;
	components: JsonObject;
};

const paths: JsonObject = {};
for (const operation of OPERATIONS) {
	const [method = '', path = ''] = operation.toLowerCase().split(' ');
	const described = objectAt(whole.paths, path, method);
	paths[path] = { ...objectOf(paths[path] ?? {}), [method]: shapeOf(described) };
}
const components = collectReferences(paths);
const target = new URL('../tests/support/github-openapi.json', import.meta.url);
await writeFile(target, print({ openapi: '3.0.3', version: whole.info.version ?? null, paths, components }));

/** Parameters, bodies and responses of one operation. */
function shapeOf({ operationId, parameters, requestBody, responses }: JsonObject): JsonObject {
	const shape = Object.entries({ operationId, parameters, requestBody, responses });
	return Object.fromEntries(shape.flatMap(([key, value]) => (value === undefined ? [] : [[key, strip(value)]])));
}

/**
 * Drops documentation and vendor extensions, and says `nullable` as JSON Schema does: ajv refuses OpenAPI's word where no
 * `type` stands beside it.
 */
function strip(value: Json, inProperties = false): Json {
	if (Array.isArray(value)) return value.map((item) => strip(item));
	if (value === null || typeof value !== 'object') return value;
	const kept: JsonObject = {};
	for (const [key, member] of Object.entries(value)) {
		// Below `properties` a key is a property's name, whatever it is called.
		if (!inProperties && (DOCUMENTATION.has(key) || key.startsWith('x-') || key === 'nullable')) continue;
		kept[key] = strip(member, !inProperties && key === 'properties');
	}
	return !inProperties && value.nullable === true ? { anyOf: [kept, { type: 'null' }] } : kept;
}

/** `#/components/…` of all that is reachable. */
function collectReferences(root: Json): JsonObject {
	const components: JsonObject = {};
	const queue: Json[] = [root];
	for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
		if (item === null || typeof item !== 'object') continue;
		const reference = Array.isArray(item) ? undefined : item.$ref;
		if (typeof reference === 'string') {
			const [, , kind = '', name = ''] = reference.split('/');
			const group = objectOf(components[kind] ?? {});
			if (group[name] === undefined) {
				group[name] = strip(objectAt(whole.components, kind, name));
				components[kind] = group;
				queue.push(group[name]);
			}
		}
		queue.push(...Object.values(item));
	}
	return sorted(components);
}

function sorted(groups: JsonObject): JsonObject {
	const byName = (entries: JsonObject): JsonObject =>
		Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
	return byName(Object.fromEntries(Object.entries(groups).map(([kind, group]) => [kind, byName(objectOf(group))])));
}

function objectAt(root: JsonObject, ...keys: string[]): JsonObject {
	return keys.reduce((at, key) => objectOf(at[key], key), root);
}

function objectOf(value: Json | undefined, name = 'value'): JsonObject {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new Error(`no ${name} in the description`);
	return value;
}

/** One line per path and per component: small, and still a readable diff. */
function print(document: JsonObject): string {
	const lines = (value: Json, depth: number): string => {
		if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value))
			return JSON.stringify(value);
		const members = Object.entries(value).map(([key, member]) => {
			const deeper = key === 'paths' ? 1 : depth - 1;
			return `${JSON.stringify(key)}: ${lines(member, deeper)}`;
		});
		return `{\n${members.join(',\n')}\n}`;
	};
	return `${lines(document, 3)}\n`;
}
