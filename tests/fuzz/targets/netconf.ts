import { ConnectionFailure } from '../../../src/adapters/connection/connection-failure.ts';
import {
	ChunkDeframer,
	chunked,
	type Deframer,
	END_OF_MESSAGE,
	EndMarkDeframer,
	FramingError,
} from '../../../src/adapters/netconf/framing.ts';
import { readReply } from '../../../src/adapters/netconf/read-reply.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { platformOf } from '../../support/platform-of.ts';
import { type FuzzTarget, unlessRefused } from '../fuzz-target.ts';

const REPLY = `<rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="1"><data><configuration-text>system {\n    host-name a;\n}\n</configuration-text></data></rpc-reply>`;
const ERROR = `<rpc-reply><rpc-error><error-type>protocol</error-type><error-tag>access-denied</error-tag><error-severity>error</error-severity><error-message xml:lang="en">no</error-message></rpc-error></rpc-reply>`;

const allRules = platforms.names.flatMap((name) => platformOf(name).netconf ?? []);

const LIMIT_BYTES = 4_096;

const XML = [
	'<',
	'>',
	'</',
	'/>',
	'<a>',
	'</a>',
	'<!--',
	'-->',
	'<![CDATA[',
	']]>',
	'<?x',
	'?>',
	'<!DOCTYPE a [',
	'&amp;',
	'&#x41;',
	'&#1114112;',
	'&e;',
	' a="b"',
	" a='<'",
	'<rpc-error>',
	'</rpc-error>',
	'x:',
	'\u0000',
];

/** The messages of a channel, in pieces of any size. */
const framesTarget: FuzzTarget = {
	name: 'netconf-frames',
	seeds: [
		chunked(REPLY),
		chunked(REPLY) + chunked(ERROR),
		`\n#4\n<rpc\n#9\n-reply/>\n\n##\n`,
		REPLY + END_OF_MESSAGE,
		`${ERROR}${END_OF_MESSAGE}${REPLY}${END_OF_MESSAGE}`,
	],
	dictionary: [
		'\n',
		'#',
		'##',
		'\n#',
		'\n##\n',
		'\n#1\n',
		'\n#0\n',
		'\n#01\n',
		'\n#4294967295\n',
		'\n#9999999999\n',
		'\n#99999999999\n',
		']]>',
		END_OF_MESSAGE,
		']',
		'\r\n',
		' ',
		'\u00ff',
	],
	input: 'bytes',
	run(input) {
		const bytes = Buffer.from(input, 'latin1');
		for (const open of [() => new ChunkDeframer(LIMIT_BYTES), () => new EndMarkDeframer(LIMIT_BYTES)]) {
			const whole = messagesIn(open(), [bytes]);
			const single = messagesIn(
				open(),
				[...bytes].map((byte) => Buffer.of(byte)),
			);
			// A bad frame ends the session: what stood before it in the same chunk may be lost, never changed.
			const same = whole === null ? single === null : JSON.stringify(whole) === JSON.stringify(single);
			if (!same) throw new Error('byte by byte there are other messages');
			if (whole?.some((message) => message.length > LIMIT_BYTES)) throw new Error('a message is larger than allowed');
		}
	},
};

function messagesIn(deframer: Deframer, pieces: readonly Buffer[]): readonly string[] | null {
	return unlessRefused(
		() => pieces.flatMap((piece) => deframer.push(piece)).map((message) => message.toString('latin1')),
		FramingError,
	);
}

const replyTarget: FuzzTarget = {
	name: 'netconf-reply',
	seeds: [REPLY, ERROR, `<?xml version="1.0"?><!-- c --><nc:rpc-reply xmlns:nc="x"><nc:ok/></nc:rpc-reply>`],
	dictionary: XML,
	input: 'text',
	run(input) {
		for (const rules of allRules)
			unlessRefused(() => readReply(input, { rules, where: '192.0.2.1:830' }), ConnectionFailure);
	},
};

export const netconfTargets: readonly FuzzTarget[] = [framesTarget, replyTarget];
