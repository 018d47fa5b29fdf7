import type { SyntaxStyle } from './syntax.ts';
import type { TextForm } from './text-form.ts';

/**
 * How to get the running-config over HTTPS. Only requests that stand here are ever sent; none of them may write to the
 * device's configuration, and a test walks them all.
 *
 * Header values, query values, form fields and strings of JSON bodies may hold `{username}`, `{password}`, `{token}`,
 * `{enable}` (the enable password, else the password), `{session}` (what a login was answered with), `{vdom}` (which part of
 * a divided device is asked for) and `{task}` (what the device works on).
 */
export interface RestRules {
	/** What kind of text comes back: a device's intended config is written in the same. */
	readonly yields: SyntaxStyle;
	/** How that text is read, where it is not the command line's. */
	readonly form?: TextForm;
	/** Where the API listens unless the device says otherwise. @default 443 */
	readonly port?: number;
	/** Ways to log in. The first that the credentials have all for is taken, and no other is tried after it. */
	readonly logins: readonly RestLogin[];
	/**
	 * The one request for the config, in its forms over the releases of the system: the next is sent only where the device
	 * does not know the one before (404, 405).
	 */
	readonly showRunning: readonly RestRequest[];
	/** The same for one part of a device that is divided (`{vdom}`); left out where there are none. */
	readonly showVdom?: readonly RestRequest[];
	/** Where the device only takes the request for the config and works on it: how the outcome is asked for. */
	readonly task?: RestTask;
	readonly answer: RestAnswer;
	/** What switches the API on, as an administrator would type it. */
	readonly enabledBy: string;
}

/**
 * - `basic`: user and password with every request (RFC 7617)
 * - `token`: a token that the user made on the device, sent as `send` says or where requests hold `{token}`
 * - `session`: `open` is sent once; what its answer grants goes with every later request; `close` ends the session
 */
export type RestLogin =
	| { readonly kind: 'basic' }
	| { readonly kind: 'token'; readonly send: RestParameters }
	| {
			readonly kind: 'session';
			readonly open: RestRequest;
			/** `cookies`: what `Set-Cookie` says. `answer`: the value at a place becomes `{session}`. */
			readonly grant:
				| { readonly kind: 'cookies' }
				| { readonly kind: 'answer'; readonly type: 'json' | 'xml'; readonly at: string };
			readonly send: RestParameters;
			readonly close: RestRequest | null;
	  };

/** What goes with every request besides what the request itself says. */
export interface RestParameters {
	readonly headers?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, string>>;
}

/** One request of a platform; `{username}` and the like are filled in when it is sent. */
export interface RestRequest extends RestParameters {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** From the root, without a query: it is shown in messages, so it never holds a secret. */
	readonly path: string;
	readonly body?:
		| { readonly kind: 'json'; readonly value: JsonValue }
		| { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> };
}

/** Work that a device does after it has answered. */
export interface RestTask {
	/** Where the first answer says what the task is called: `{task}` of the request below. */
	readonly at: string;
	/** Sent until the task is done; its answer is read for the config. */
	readonly ask: RestRequest;
	/** Where that answer says how far the task is, and what stands there as long as it is not done. */
	readonly state: { readonly at: string; readonly pending: readonly string[] };
}

/**
 * Where the config stands in an answer. A place is a path of names: a JSON pointer (RFC 6901) in JSON, element names
 * without their prefixes and at last perhaps `@attribute` in XML. The empty place is the whole body.
 */
export interface RestAnswer {
	/** A body of another type (the HTML of a login page) is never taken for a config. */
	readonly type: 'json' | 'xml' | 'text';
	/**
	 * The first of these places that is there: a string is taken as it is, a JSON value is printed with two spaces, an XML
	 * element keeps its markup.
	 */
	readonly text: string | readonly string[];
	/** What the text is wrapped in besides. */
	readonly encoding?: 'base64';
	/** Values without which the request was not served, whatever the HTTP status says; `why`: where the device then says why. */
	readonly requires?: readonly { readonly at: string; readonly is: string; readonly why?: string }[];
	/** Where the device says why it refuses; anything there is a refusal. */
	readonly complaints: readonly string[];
	/** Complaints that are about the login and not about the request. */
	readonly denials?: readonly RegExp[];
}

/** A body as it is sent; its strings may hold `{username}` and the like. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
