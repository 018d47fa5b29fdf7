import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** GitHub's own words about its API: made by scripts/github-openapi.ts. */
const description: Description = JSON.parse(readFileSync(new URL('../github-openapi.json', import.meta.url), 'utf8'));

interface Description {
	readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** An operation of the description with what stands in for its path's parameters. */
export interface Operation {
	/** `POST /repos/{owner}/{repo}/check-runs` */
	readonly name: string;
	readonly path: string;
	readonly method: string;
	readonly parameters: Readonly<Record<string, string>>;
}

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
ajv.addFormat('int64', true);
ajv.addFormat('repo.nwo', /^[\w.-]+\/[\w.-]+$/u);
ajv.addSchema(description, 'github');
const compiled = new Map<string, ValidateFunction>();

const ROUTES = Object.entries(description.paths).map(([path, methods]) => ({
	path,
	methods,
	pattern: new RegExp(`^${path.replace(/\{(\w+)\}/gu, placeholder)}$`, 'u'),
}));

/** Slashes may stand in a branch that is compared, in a ref and in a path. */
function placeholder(_: string, name: string): string {
	return ['basehead', 'ref', 'path'].includes(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
}

/** null where GitHub describes no such operation. */
export function findOperation(method: string, pathname: string): Operation | null {
	const verb = method.toLowerCase();
	for (const { path, methods, pattern } of ROUTES) {
		const match = verb in methods ? pattern.exec(pathname) : null;
		if (match === null) continue;
		const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
		return { name: `${method} ${path}`, path, method: verb, parameters: Object.fromEntries(parameters) };
	}
	return null;
}

/** What the description has against a request: its body, and query parameters that do not exist. */
export function problemsOfRequest(operation: Operation, query: URLSearchParams, body: unknown): string[] {
	const schema = pointer(operation, 'requestBody', 'content', 'application/json', 'schema');
	const unknown = [...query.keys()].filter((name) => !queryParameters(operation).has(name));
	const strangers = Object.keys(body ?? {}).filter((name) => !propertiesOf(schema).has(name));
	return [
		...unknown.map((name) => `there is no query parameter ${name}`),
		...strangers.map((name) => `there is no property ${name} in the body`),
		...(resolve(schema) === undefined ? [] : problems(schema, body ?? {})),
	];
}

/** What the description has against a response of this server: a defect of the server. */
export function problemsOfResponse(operation: Operation, status: number, body: unknown): string[] {
	let response = pointer(operation, 'responses', String(status));
	const described = resolve(response) as { readonly $ref?: string } | undefined;
	// Any operation may answer with the errors that all have in common; they are described for some only.
	if (described === undefined) return status >= 400 ? [] : [`${status} is not described`];
	if (described.$ref !== undefined) response = described.$ref;
	const schema = `${response}/${['content', 'application/json', 'schema'].map(pointerToken).join('/')}`;
	return resolve(schema) === undefined ? [] : problems(schema, body);
}

/** The emptiest value that a part of the description allows: for what a test does not look at. */
export function emptyOf(reference: string): unknown {
	return emptyValue(resolve(reference) as Schema);
}

interface Schema {
	readonly $ref?: string;
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly allOf?: readonly Schema[];
	readonly enum?: readonly unknown[];
	readonly type?: string;
	readonly format?: string;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
}

function emptyValue(schema: Schema): unknown {
	if (schema.$ref !== undefined) return emptyOf(schema.$ref);
	const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
	if (choices !== undefined) return choices.some(({ type }) => type === 'null') ? null : emptyValue(choices[0] ?? {});
	if (schema.enum !== undefined) return schema.enum[0];
	switch (schema.type) {
		case 'string':
			return schema.format === 'date-time' ? new Date(0).toISOString() : 'https://example.net/';
		case 'integer':
		case 'number':
			return 0;
		case 'boolean':
			return false;
		case 'array':
			return [];
		default: {
			const { required = [], properties = {} } = schema;
			return Object.fromEntries(required.map((name) => [name, emptyValue(properties[name] ?? {})]));
		}
	}
}

function problems(schema: string, value: unknown): string[] {
	const validate = compiled.get(schema) ?? ajv.compile({ $ref: `github${schema}` });
	compiled.set(schema, validate);
	return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function queryParameters(operation: Operation): Set<string> {
	const listed = (resolve(pointer(operation, 'parameters')) ?? []) as {
		readonly $ref?: string;
		readonly name?: string;
	}[];
	const named = listed.map((entry) => (entry.$ref ? resolve(entry.$ref) : entry) as { name: string; in: string });
	return new Set(named.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name));
}

function propertiesOf(schema: string): Set<string> {
	const { properties = {} } = (resolve(schema) ?? {}) as { readonly properties?: object };
	return new Set(Object.keys(properties));
}

function pointer({ path, method }: Operation, ...keys: string[]): string {
	return `#/${['paths', path, method, ...keys].map(pointerToken).join('/')}`;
}

function pointerToken(key: string): string {
	return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function resolve(reference: string): unknown {
	const keys = reference
		.split('/')
		.slice(1)
		.map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
	return keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], description);
}
