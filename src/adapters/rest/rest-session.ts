import type { Credentials } from '../../domain/connection.ts';
import type { RestLogin, RestParameters, RestRequest, RestRules } from '../../domain/platform/rest-rules.ts';
import { abortable } from '../connection/abortable.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { chooseLogin } from './choose-login.ts';
import { fillIn, type Placeholders, placeholdersOf } from './fill-in.ts';
import type { HttpClient } from './http-client.ts';
import { type HttpReply, nameOf } from './http-message.ts';
import { readDocument } from './read-document.ts';
import { refusalOf } from './refusal.ts';
import { withoutGrant } from './without-grant.ts';

/** Whom to log in, where, and how that is done there. */
export interface RestSessionOptions {
	readonly client: HttpClient;
	readonly rules: RestRules;
	readonly credentials: Credentials;
	/** A part of the device; null: all of it. */
	readonly vdom: string | null;
	readonly signal: AbortSignal;
}

/** How long a device may take to say goodbye. */
const FAREWELL_MS = 1_000;

type SessionLogin = Extract<RestLogin, { readonly kind: 'session' }>;

/** A login to an API. Disposing of it gives the session back to the device, which often has only a few. */
export class RestSession implements AsyncDisposable {
	readonly #options: RestSessionOptions;
	readonly #login: RestLogin;
	readonly #send: RestParameters;
	readonly #values: Placeholders;

	private constructor(
		options: RestSessionOptions,
		{
			login,
			send,
			values,
		}: { readonly login: RestLogin; readonly send: RestParameters; readonly values: Placeholders },
	) {
		this.#options = options;
		this.#login = login;
		this.#send = send;
		this.#values = values;
	}

	/** Logs in where the API has a login, exactly once. Throws a `ConnectionFailure`. */
	static async open(options: RestSessionOptions): Promise<RestSession> {
		const { client, rules, credentials, vdom } = options;
		const login = chooseLogin(rules.logins, credentials);
		if (login === null) {
			const message = `${client.where} was not asked: the credentials hold nothing that its API takes`;
			throw new ConnectionFailure('ERR_AUTHENTICATION', message);
		}
		const values = placeholdersOf(credentials, vdom);
		if (login.kind === 'token') return new RestSession(options, { login, send: login.send, values });
		if (login.kind === 'basic') {
			const pair = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
			return new RestSession(options, { login, send: { headers: { authorization: `Basic ${pair}` } }, values });
		}
		const session = await logIn(login, { client, rules, values });
		// What the device granted goes in as a value: braces in it mean nothing.
		const send = login.grant.kind === 'cookies' ? withCookies(login.send) : login.send;
		return new RestSession(options, { login, send, values: { ...values, session } });
	}

	/** Whether the API has a login, and it was taken; else every request brings the credentials with it. */
	get loggedIn(): boolean {
		return this.#login.kind === 'session';
	}

	send(
		request: RestRequest,
		{ values = {}, sent }: { readonly values?: Partial<Placeholders>; readonly sent?: (() => void) | undefined } = {},
	): Promise<HttpReply> {
		const filled = fillIn(request, { send: this.#send, values: { ...this.#values, ...values } });
		return this.#options.client.send(filled, { sent });
	}

	/** Does what needs the session. Whatever fails there, the error does not hold what the device has granted. */
	async keepSecret<T>(body: () => Promise<T>): Promise<T> {
		try {
			return await body();
		} catch (error) {
			throw withoutGrant(error, this.#values.session);
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		const { signal } = this.#options;
		if (this.#login.kind !== 'session' || this.#login.close === null || signal.aborted) return;
		// The config is here or will not come; a device that does not say goodbye ends the session by itself.
		const farewell = this.send(this.#login.close);
		await abortable(farewell, AbortSignal.timeout(FAREWELL_MS)).catch(() => undefined);
	}
}

/** What the device grants for the rest of the session. */
async function logIn(
	{ open, grant }: SessionLogin,
	{ client, rules, values }: Pick<RestSessionOptions, 'client' | 'rules'> & { readonly values: Placeholders },
): Promise<string> {
	const reply = await client.send(fillIn(open, { send: {}, values }), { phase: 'auth' });
	const context = { where: client.where, name: nameOf(open) };
	const refusal = refusalOf(reply, { ...context, rules });
	if (refusal !== null) throw refusal;
	const session =
		grant.kind === 'cookies' ? cookiesOf(reply) : readDocument(reply, { ...context, type: grant.type })(grant.at);
	if (session !== null && /^[\x20-\x7e]+$/.test(session)) return session;
	const message = `${client.where} answered ${context.name} without a session. Check the credentials; they were tried once and will not be tried again`;
	throw new ConnectionFailure('ERR_AUTHENTICATION', message);
}

function withCookies(send: RestParameters): RestParameters {
	return { ...send, headers: { ...send.headers, cookie: '{session}' } };
}

function cookiesOf({ headers }: HttpReply): string {
	return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
