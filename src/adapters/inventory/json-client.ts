import { isRecord } from '../../domain/is-record.ts';
import { ConfigurationError, systemCode } from '../../errors.ts';
import { describeNoConnection } from '../connection/no-connection.ts';
import { printable } from '../connection/printable.ts';

/** What ends the requests, and where certificates are read. */
export interface JsonClientOptions {
	readonly signal: AbortSignal;
	/** The text of a file of certificates. */
	readonly authority: (path: string) => Promise<string>;
	/** For one answer. @default 30 s: a page of 500 devices takes NetBox some seconds */
	readonly answerMs?: number;
}

interface Request {
	readonly url: URL;
	/** null: none is sent. */
	readonly authorization: string | null;
	/** null: the public certificates. */
	readonly caFile: string | null;
}

const ANSWER_MS = 30_000;
/** A host that is not there does not even refuse. */
const CONNECT_MS = 10_000;
/** A page of 500 devices has about 2 MB. */
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;
/** Tried again after 429 and 5xx, as long as the server's Retry-After says, and after a connection that failed. */
const RETRIES = 2;
/** Not after silence: a server that did not answer in time would keep the run waiting for three times as long. */
const RETRIED_CODES = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOTFOUND', 'ENETUNREACH', 'EAI_AGAIN'];

/**
 * Reads JSON documents. TLS is verified, no redirect is followed (it would carry the token elsewhere), and no proxy of the
 * environment is used. Throws a `ConfigurationError` that names the address and holds neither token nor answer.
 */
export function openJsonClient({
	signal,
	authority,
	answerMs = ANSWER_MS,
}: JsonClientOptions): (request: Request) => Promise<unknown> {
	return async ({ url, authorization, caFile }) => {
		const { default: got, TimeoutError } = await import('got');
		const tooLarge = new AbortController();
		try {
			const answer = got(url, {
				headers: {
					accept: 'application/json',
					'user-agent': 'fleet-drift-audit',
					...(authorization === null ? {} : { authorization }),
				},
				https: {
					rejectUnauthorized: true,
					...(caFile === null ? {} : { certificateAuthority: await authority(caFile) }),
				},
				timeout: { connect: CONNECT_MS, request: answerMs },
				retry: { limit: RETRIES, errorCodes: RETRIED_CODES, maxRetryAfter: ANSWER_MS },
				followRedirect: false,
				signal: AbortSignal.any([signal, tooLarge.signal]),
				responseType: 'json',
			});
			answer.on('downloadProgress', ({ transferred }) => {
				if (transferred > ANSWER_LIMIT_BYTES) tooLarge.abort();
			});
			const response = await answer;
			if (response.statusCode >= 300)
				throw refusal(url, `answers with ${response.statusCode}, which is a redirect`, REDIRECT);
			return response.body;
		} catch (error) {
			if (error instanceof ConfigurationError) throw error;
			if (signal.aborted)
				throw refusal(url, 'was not read in time', 'Check that the server is up, or raise the deadline');
			if (tooLarge.signal.aborted) throw refusal(url, 'answers with more than 64 MiB', 'Narrow the filter');
			if (error instanceof TimeoutError) throw explainSilence(url, { event: error.event, answerMs });
			throw await explain(url, error);
		}
	};
}

const REDIRECT = 'Set url to the address that it redirects to';

/** The library's error is not kept: it holds the request with its headers. */
async function explain(url: URL, error: unknown): Promise<unknown> {
	const { HTTPError, ParseError } = await import('got');
	if (error instanceof HTTPError) return explainStatus(url, error.response.statusCode, reasonIn(error.response.body));
	if (error instanceof ParseError) return refusal(url, 'does not answer with JSON', CHECK_URL);
	const code = systemCode(error);
	if (code === '') return error;
	const noConnection = describeNoConnection(code, 'its API');
	if (noConnection !== null) {
		const [what, advice = CHECK_URL] = noConnection.split('. ');
		return refusal(url, `${what}`, advice);
	}
	const wrong = WRONG_CERTIFICATE[code];
	if (wrong !== undefined) return refusal(url, `presented a certificate ${wrong.what}`, wrong.fix);
	if (/CERT|SIGNATURE|SELF_SIGNED|ISSUER/.test(code)) {
		return refusal(
			url,
			`presented a certificate that is not trusted (${code})`,
			`Write ca-file: PATH beside url: the certificate, in PEM, ${code === 'DEPTH_ZERO_SELF_SIGNED_CERT' ? 'that it shows, because it signed it itself' : 'of the CA that signed it'}`,
		);
	}
	return refusal(url, `cannot be read (${printable(code)})`, CHECK_URL);
}

function explainSilence(
	url: URL,
	{ event, answerMs }: { readonly event: string; readonly answerMs: number },
): ConfigurationError {
	if (event === 'connect')
		return refusal(url, `did not accept the connection within ${CONNECT_MS / 1000} s`, CHECK_URL);
	return refusal(url, `did not answer within ${answerMs / 1000} s`, 'Check that it is up, or narrow the filter');
}

const CHECK_URL = 'Check url, and that the server is up';

/** What a `ca-file` does not help against. */
const WRONG_CERTIFICATE: Readonly<Record<string, { readonly what: string; readonly fix: string }>> = {
	ERR_TLS_CERT_ALTNAME_INVALID: { what: 'for another name', fix: 'Set url to a name that it was issued for' },
	CERT_HAS_EXPIRED: { what: 'that has expired', fix: 'Renew it there' },
	CERT_NOT_YET_VALID: { what: 'that is not valid yet', fix: 'Check the clock there, and here' },
};

function explainStatus(url: URL, status: number, reason: string): ConfigurationError {
	const why = `(${status})${reason === '' ? '' : `: ${reason}`}`;
	if (status === 401 || status === 403) {
		return refusal(url, `refused the token ${why}`, 'Check that it is valid and may read this; it is not retried');
	}
	if (status === 400) return refusal(url, `rejected the filter ${why}`, 'Check the names and values under filter');
	if (status === 429) return refusal(url, 'is asked too often (429)', 'Try again later');
	if (status === 404) return refusal(url, 'does not exist (404)', 'Check url: the address without /api');
	return refusal(url, `answers with ${status}`, 'Check its log, or try again');
}

/** What Django's REST framework says: `{"detail": "Invalid token"}`, `{"site": ["Select a valid choice."]}`. */
function reasonIn(body: unknown): string {
	if (!isRecord(body)) return '';
	if (typeof body.detail === 'string') return sentence(body.detail);
	const fields = Object.entries(body).filter(([, reasons]) => Array.isArray(reasons) && typeof reasons[0] === 'string');
	return sentence(fields.map(([field, reasons]) => `${field}: ${(reasons as readonly string[])[0]}`).join(' '));
}

function sentence(text: string): string {
	return printable(text).replace(/\.$/, '');
}

function refusal({ origin, pathname }: URL, what: string, fix: string): ConfigurationError {
	return ConfigurationError.of(`${origin}${pathname} ${what}`, fix);
}
