import type { ServerChannel } from 'ssh2';
import { drip } from '../../../src/simulator/faults/drip.ts';

type Version = '1.0' | '1.1';

/** What a simulated NETCONF server does. */
export interface NetconfScript {
	/** @default both */
	readonly versions?: readonly Version[];
	/** What stands inside `<rpc-reply>`, by the name of the operation. */
	readonly replies: Readonly<Record<string, string | (() => string)>>;
	/** Cuts what is sent into the pieces it is sent in. */
	readonly split?: (text: string) => Iterable<string>;
	/** How many characters a chunk holds. @default Infinity */
	readonly chunkSize?: number;
	/** Sent instead of the hello. */
	readonly hello?: string;
	/** Sent instead of an answer to anything but `close-session`, as it stands. */
	readonly raw?: string | Buffer;
	/** Sent over and over, as fast as it is taken, instead of an answer to anything but `close-session`. */
	readonly endless?: string;
	/** Sent a character a second, over and over, instead of an answer to anything but `close-session`. */
	readonly drips?: string;
	/** Ends the session behind the raw answer. */
	readonly hangsUp?: boolean;
	/** Called behind the raw answer. */
	readonly onRaw?: () => void;
}

/** What a simulated NETCONF server was told. */
export interface NetconfLog {
	/** Operations in order: `get-configuration`, `close-session`. */
	readonly operations: string[];
	/** Messages as they came, without framing. */
	readonly messages: string[];
}

const BASE = 'urn:ietf:params:netconf:base:';
const NAMESPACE = 'urn:ietf:params:xml:ns:netconf:base:1.0';

/** Speaks NETCONF on a channel (RFC 6241, RFC 6242), with the client's highest version. Written apart from the adapter. */
export function serveNetconf(channel: ServerChannel, script: NetconfScript): NetconfLog {
	const { versions = ['1.0', '1.1'], split = (text) => [text], chunkSize = Number.POSITIVE_INFINITY } = script;
	const log: NetconfLog = { operations: [], messages: [] };
	let version: Version | null = null;
	let pending = '';
	const write = (text: string | Buffer): void => {
		for (const piece of typeof text === 'string' ? split(text) : [text]) channel.write(piece);
	};
	const send = (message: string): void => write(version === '1.1' ? inChunks(message, chunkSize) : `${message}]]>]]>`);

	const answer = (message: string): void => {
		log.messages.push(message);
		if (version === null) {
			version = versions.includes('1.1') && message.includes(`${BASE}1.1`) ? '1.1' : '1.0';
			return;
		}
		const id = /message-id="([^"]*)"/.exec(message)?.[1] ?? '';
		const operation = /<(?:\w+:)?rpc\b[^>]*>\s*<(?:\w+:)?([\w-]+)/.exec(message)?.[1] ?? '';
		log.operations.push(operation);
		const isFarewell = operation === 'close-session';
		if (script.endless !== undefined && !isFarewell) {
			repeat(script.endless, channel);
			return;
		}
		if (script.drips !== undefined && !isFarewell) {
			drip(channel, script.drips);
			return;
		}
		if (script.raw !== undefined && !isFarewell) {
			write(script.raw);
			if (script.hangsUp === true) channel.close();
			script.onRaw?.();
			return;
		}
		const reply = isFarewell ? '<ok/>' : (script.replies[operation] ?? unknownOperation(operation));
		const inside = typeof reply === 'string' ? reply : reply();
		send(`<rpc-reply xmlns="${NAMESPACE}" message-id="${id}">\n${inside}\n</rpc-reply>`);
		if (isFarewell) channel.close();
	};

	channel.on('data', (chunk: Buffer) => {
		pending += chunk.toString('utf8');
		for (let next = takeMessage(pending, version); next !== null; next = takeMessage(pending, version)) {
			pending = next.rest;
			answer(next.message);
		}
	});
	write(script.hello ?? `${helloOf(versions)}]]>]]>`);
	return log;
}

function repeat(text: string, channel: ServerChannel): void {
	const next = (error?: Error | null): void => {
		if (!error && channel.writable) channel.write(text, next);
	};
	next();
}

/** Junos and its relatives put comments and a session id around it. */
function helloOf(versions: readonly Version[]): string {
	const capabilities = versions.map((version) => `<nc:capability>${BASE}${version}</nc:capability>`).join('\n');
	return (
		'<!-- No zombies were killed during the creation of this user interface -->\n' +
		`<nc:hello xmlns:nc="${NAMESPACE}"><nc:capabilities>\n${capabilities}\n</nc:capabilities>` +
		'<nc:session-id>4711</nc:session-id></nc:hello>\n'
	);
}

function unknownOperation(operation: string): string {
	return (
		'<rpc-error><error-type>protocol</error-type><error-tag>operation-not-supported</error-tag>' +
		`<error-severity>error</error-severity><error-message>${operation} is not known</error-message></rpc-error>`
	);
}

function inChunks(message: string, size: number): string {
	const parts: string[] = [];
	for (let at = 0; at < message.length; at += size) parts.push(message.slice(at, at + size));
	return `${parts.map((part) => `\n#${Buffer.byteLength(part)}\n${part}`).join('')}\n##\n`;
}

function takeMessage(
	pending: string,
	version: Version | null,
): { readonly message: string; readonly rest: string } | null {
	const mark = version === '1.1' ? '\n##\n' : ']]>]]>';
	const end = pending.indexOf(mark);
	if (end < 0) return null;
	const message = pending.slice(0, end).replaceAll(/\n#\d+\n/g, '');
	return { message, rest: pending.slice(end + mark.length) };
}
