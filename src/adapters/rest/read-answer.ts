import type { RestAnswer } from '../../domain/platform/rest-rules.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { decode } from '../connection/decode.ts';
import { printable } from '../connection/printable.ts';
import type { HttpReply } from './http-message.ts';
import { type Document, readDocument } from './read-document.ts';

interface Context {
	readonly where: string;
	/** `POST /command-api` */
	readonly name: string;
	readonly answer: RestAnswer;
}

/** The config that an answer with a good status holds. Throws a `ConnectionFailure` where it holds a refusal, or none. */
export function readAnswer(reply: HttpReply, context: Context): string {
	const { where, name, answer } = context;
	const document = readDocument(reply, { type: answer.type, where, name });
	const refusal = refusalIn(document, context);
	if (refusal !== null) throw refusal;
	const places = typeof answer.text === 'string' ? [answer.text] : answer.text;
	const text = places.map(document).find((found) => found !== null) ?? null;
	if (text === null) {
		const message = `${where} answered ${name} without a config: there is nothing at ${places.join(' or ')}. Check the account's rights`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message);
	}
	const plain = answer.encoding === 'base64' ? decode(Buffer.from(text, 'base64')) : text;
	return plain.replaceAll(/\r\n?/g, '\n').replace(/^\n+/, '');
}

/** What a device says in the body of an answer with a bad status; null where it says nothing that we know to read. */
export function complaintIn(reply: HttpReply, context: Context): string | null {
	try {
		const document = readDocument(reply, { type: context.answer.type, ...context });
		return saidIn(document, context.answer);
	} catch (error) {
		// An error page is not always what the API speaks; then its status has to do.
		if (error instanceof ConnectionFailure) return null;
		throw error;
	}
}

function refusalIn(document: Document, context: Context): ConnectionFailure | null {
	const said = saidIn(document, context.answer);
	return said === null ? null : refused(said, context);
}

/** The device's own words, where it has any; null: it served the request. */
function saidIn(document: Document, { complaints, requires = [] }: RestAnswer): string | null {
	const complaint = firstSaid(document, complaints);
	if (complaint !== null) return complaint;
	const unserved = requires.find(({ at, is }) => document(at) !== is);
	if (unserved === undefined) return null;
	const { at, is, why } = unserved;
	return firstSaid(document, why === undefined ? [] : [why]) ?? `${at} is not ${is}`;
}

function firstSaid(document: Document, places: readonly string[]): string | null {
	return places.map((place) => printable(document(place) ?? '').replace(/\.$/, '')).find((text) => text !== '') ?? null;
}

/** What a request that was not served says. */
export function refused(said: string, { where, name, answer }: Context): ConnectionFailure {
	if (answer.denials?.some((denial) => said.search(denial) >= 0)) {
		const message = `${where} refused the login: ${said}. Check the credentials; they were tried once and will not be tried again`;
		return new ConnectionFailure('ERR_AUTHENTICATION', message);
	}
	const message = `${where} rejected ${name}: ${said}. Check the account's rights to read the whole config, and the log of the device`;
	return new ConnectionFailure('ERR_COMMAND_REJECTED', message);
}
