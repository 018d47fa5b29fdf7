import type { Credentials } from '../../domain/connection.ts';
import type { JsonValue, RestParameters, RestRequest } from '../../domain/platform/rest-rules.ts';
import type { HttpRequest } from './http-message.ts';

/** What may stand in braces in the requests of a platform. */
export interface Placeholders {
	readonly username: string;
	readonly password: string;
	readonly token: string;
	readonly enable: string;
	/** What a login was answered with. */
	readonly session: string;
	/** A part of the device. */
	readonly vdom: string;
	/** What the device works on. */
	readonly task: string;
}

/** The values of a login; what it does not hold is empty. */
export function placeholdersOf(
	{ username, password, token, enable }: Credentials,
	vdom: string | null = null,
): Placeholders {
	return {
		username,
		password: password ?? '',
		token: token ?? '',
		enable: enable ?? password ?? '',
		session: '',
		vdom: vdom ?? '',
		task: '',
	};
}

/** A request of a platform as it is sent: with the values of this login, and with what goes with every request. */
export function fillIn(
	request: RestRequest,
	{ send, values }: { readonly send: RestParameters; readonly values: Placeholders },
): HttpRequest {
	const { method, path, body } = request;
	const query = fillAll({ ...send.query, ...request.query }, values);
	const headers = fillAll(lowerCase({ ...typeOf(body), ...send.headers, ...request.headers }), values);
	if (body === undefined) return { method, path, query, headers, body: '' };
	const text =
		body.kind === 'json'
			? JSON.stringify(fillJson(body.value, values))
			: new URLSearchParams(fillAll(body.fields, values)).toString();
	return { method, path, query, headers, body: text };
}

function typeOf(body: RestRequest['body']): Readonly<Record<string, string>> {
	if (body === undefined) return {};
	return { 'content-type': body.kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' };
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function fillAll(texts: Readonly<Record<string, string>>, values: Placeholders): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, values)]));
}

function fillJson(value: JsonValue, values: Placeholders): JsonValue {
	if (typeof value === 'string') return fill(value, values);
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map((item) => fillJson(item, values));
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, values)]));
}

/** One pass, so that a password that looks like a placeholder stays what it is. */
function fill(text: string, values: Placeholders): string {
	return text.replaceAll(
		/\{(username|password|token|enable|session|vdom|task)\}/g,
		(_, name: string) => values[name as keyof Placeholders],
	);
}
