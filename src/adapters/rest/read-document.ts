import { MAX_LINES } from '../../domain/config/size-limits.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { decode } from '../connection/decode.ts';
import { findXml } from '../xml/find-xml.ts';
import { XmlError } from '../xml/read-tag.ts';
import { readXml } from '../xml/read-xml.ts';
import { findJson } from './find-json.ts';
import { type HttpReply, mediaTypeOf } from './http-message.ts';
import { hasTooManyValues } from './json-size.ts';

/** An answer that can be asked for what stands at a place; null where there is nothing. */
export type Document = (place: string) => string | null;

/** Reads the body of an answer. Throws a `ConnectionFailure` where it is of another type, or not whole. */
export function readDocument(
	reply: HttpReply,
	{ type, where, name }: { readonly type: 'json' | 'xml' | 'text'; readonly where: string; readonly name: string },
): Document {
	// A byte order mark is no JSON, and no part of a config.
	const text = decode(reply.body).replace(/^\ufeff/, '');
	const kind = strangeKind(text, { type, mediaType: mediaTypeOf(reply) });
	if (kind !== null) {
		const message = `${where} answered ${name} with ${kind} instead of the config. Check that this is the port of its API, and the account's rights`;
		throw new ConnectionFailure('ERR_COMMAND_REJECTED', message);
	}
	if (type === 'json' && hasTooManyValues(text)) {
		const message = `${where} sent an answer to ${name} with more than ${formatCount(MAX_LINES)} values, more than any config has. Check that this is the port of its API`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message);
	}
	if (text.trim() === '') {
		const message = `${where} answered ${name} with nothing. Check the account's rights to read the whole config`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message);
	}
	if (type === 'text' && !reply.isFramed) {
		const message = `${where} did not say where its answer to ${name} ends, so a part of it would look like all. Fetch this device by another transport`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message);
	}
	if (type === 'text') return (place) => (place === '' ? text : null);
	try {
		const find = type === 'json' ? jsonFinder(text, { where, name }) : xmlFinder(text);
		return (place) => (place === '' ? text : find(place));
	} catch (error) {
		if (!(error instanceof SyntaxError) && !(error instanceof XmlError)) throw error;
		// The engine's message would quote the body.
		const why = error instanceof XmlError ? `: ${error.message}` : '';
		const message = `${where} sent an answer to ${name} that is not complete ${type.toUpperCase()}${why}. Try again; if it keeps happening, check its log`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message);
	}
}

function jsonFinder(text: string, { where, name }: { readonly where: string; readonly name: string }): Document {
	const root: unknown = JSON.parse(text);
	return (place) => {
		try {
			return findJson(root, place);
		} catch (error) {
			// What the engine throws that reads any depth and prints some thousand.
			if (!(error instanceof RangeError)) throw error;
			const message = `${where} sent an answer to ${name} that is nested deeper than any config. Check that this is the port of its API`;
			throw new ConnectionFailure('ERR_INCOMPLETE', message);
		}
	};
}

function xmlFinder(text: string): Document {
	const root = readXml(text);
	return (place) => findXml(root, place);
}

/** What the body is instead: a login page comes with status 200, and devices answer errors in JSON where text was asked for. */
function strangeKind(
	text: string,
	{ type, mediaType }: { readonly type: 'json' | 'xml' | 'text'; readonly mediaType: string },
): string | null {
	if (/^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType) || /^\s*<(?:!doctype html|html)\b/i.test(text)) {
		return 'an HTML page';
	}
	if (type !== 'text') return null;
	// Whatever it is called: no config that comes as text begins like that.
	if (/^\s*</.test(text)) return 'markup';
	return /\bjson$/.test(mediaType) || /^\s*\{\s*["}]/.test(text) ? 'JSON' : null;
}
