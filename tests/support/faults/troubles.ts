import type { UnknownReason } from '../../../src/errors.ts';
import { clockParts, createDeviceClock } from '../../../src/simulator/device-clock.ts';
import { drip } from '../../../src/simulator/faults/drip.ts';
import type { LineFault } from '../../../src/simulator/faults/line-fault.ts';
import { randomBytes, seededRandom } from '../../../src/simulator/faults/random.ts';
import { json } from '../rest/rest-server.ts';
import { inReply, type Trouble, type Way } from './ways.ts';

/** One row of the matrix: what goes wrong, and what may come of it. */
export interface Row {
	readonly name: string;
	readonly trouble: Trouble;
	/** A status other than unknown, or the reasons that tell the truth. */
	readonly comesTo: readonly ('in-sync' | 'drifted' | UnknownReason)[];
}

/**
 * Places in what a server sends, in bytes: in its greeting, its key exchange, the config. `npm run soak:resets` goes
 * through all of them, and of what a client sends.
 */
const BEFORE_LOGIN = [0, 1, 20, 400, 1_100, 1_400];
const AFTER_LOGIN = [1_900, 2_400, 3_200, 6_000];
/** In what we send: in the greeting and the key exchange, or in the request over HTTPS. */
const SENT_BEFORE_LOGIN = [0, 20, 600, 1_000];
/** While the password is on its way; and in what opens the session behind it. */
const SENT_IN_LOGIN = 1_260;
const SENT_AFTER_LOGIN = 1_400;

type Reason = Row['comesTo'][number];

function onTheLine(
	{ kind, of = 'server' }: Pick<LineFault, 'kind' | 'of'>,
	places: readonly number[],
	reasonAt: (place: number) => Reason,
): readonly Row[] {
	return places.map((afterBytes) => ({
		name: `${kind} after ${afterBytes} bytes of the ${of}`,
		trouble: { line: { kind, of, afterBytes } },
		comesTo: [reasonAt(afterBytes)],
	}));
}

/** @param afterLogin - what becomes of a connection that breaks when it is one */
function lineRows(afterLogin: Reason): readonly Row[] {
	const broken = (place: number): Reason => (place < 1_900 ? 'unreachable' : afterLogin);
	const late = (): Reason => 'timed-out';
	return [
		...onTheLine({ kind: 'reset' }, [...BEFORE_LOGIN, ...AFTER_LOGIN], broken),
		...onTheLine({ kind: 'end' }, [0, 1_100, 2_400, 6_000], broken),
		...onTheLine({ kind: 'hang' }, [0, 20, 1_100, 2_400, 6_000], late),
		...onTheLine({ kind: 'drip' }, [0, 2_400], late),
		...onTheLine({ kind: 'flood' }, [0, 1_100, 6_000], broken),
		...onTheLine({ kind: 'garble' }, [0, 400, 1_400, 6_000], broken),
	];
}

/** The same for what we send. @param inLogin - what becomes of a connection that breaks while we log in */
function sentRows(inLogin: Reason, afterLogin: Reason): readonly Row[] {
	const of = 'client';
	const broken = (place: number): Reason =>
		place < SENT_IN_LOGIN ? 'unreachable' : place < SENT_AFTER_LOGIN ? inLogin : afterLogin;
	const late = (): Reason => 'timed-out';
	return [
		...onTheLine({ kind: 'reset', of }, [...SENT_BEFORE_LOGIN, SENT_IN_LOGIN, SENT_AFTER_LOGIN], broken),
		...onTheLine({ kind: 'end', of }, [0, 600, SENT_IN_LOGIN, SENT_AFTER_LOGIN], broken),
		...onTheLine({ kind: 'hang', of }, [0, 600, SENT_IN_LOGIN, SENT_AFTER_LOGIN], late),
		...onTheLine({ kind: 'garble', of }, [600, SENT_AFTER_LOGIN], broken),
	];
}

const session = (fault: NonNullable<Trouble['session']>, ...comesTo: Row['comesTo']): Row => ({
	name: fault,
	trouble: { session: fault },
	comesTo,
});

/** Of both kinds of SSH session. */
const SESSION: readonly Row[] = [
	session('silent', 'timed-out'),
	session('truncated', 'incomplete'),
	session('dropped', 'incomplete'),
	session('drips', 'timed-out'),
	session('reloads', 'incomplete'),
	session('hang', 'timed-out'),
	session('garbled', 'drifted'),
	session('clock-jumps', 'in-sync'),
	session('rejects', 'command-rejected'),
	session('prompts-in-between', 'drifted'),
];

const SHELL: readonly Row[] = [
	session('logs-in-between', 'in-sync', 'drifted'),
	session('echoes-twice', 'in-sync'),
	session('renames-itself', 'in-sync'),
	session('pages-always', 'in-sync'),
	session('pager-sticks', 'timed-out'),
];

type NetconfAnswer = ReturnType<NonNullable<Trouble['netconf']>>;

const netconf = (
	name: string,
	script: NetconfAnswer | ((config: string) => NetconfAnswer),
	...comesTo: Row['comesTo']
): Row => ({
	name,
	trouble: { netconf: typeof script === 'function' ? script : () => script },
	comesTo,
});

/** Braces that stay open. */
const CUT = 'system {\n    host-name cut;\n}\ninterfaces {\n    ge-0/0/0 {\n';

/** Bytes that are UTF-8 nowhere. */
const NO_UTF8 = Buffer.from([0xff, 0xfe, 0xc0, 0x80]);
const USERS = 'users of floor 60';

/** A text in the middle of which such bytes stand. */
function withInvalidUtf8(text: string): Buffer {
	const [before = '', after = ''] = text.split(USERS);
	return Buffer.concat([Buffer.from(before), NO_UTF8, Buffer.from(after)]);
}

function inOneChunk(content: string | Buffer): Buffer {
	const bytes = Buffer.from(content);
	return Buffer.concat([Buffer.from(`\n#${bytes.length}\n`), bytes, Buffer.from('\n##\n')]);
}

const inFirstReply = (config: string): string =>
	`<rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="1">${inReply(config)}</rpc-reply>`;

/** Of a clock that is a day ahead or an hour back when it is read again. */
const jumpingClock = createDeviceClock({ jumps: true });
const jumpingTime = (): string => clockParts(jumpingClock()).iso;

const NOISE = randomBytes(seededRandom(7), 2_000);

const NETCONF: readonly Row[] = [
	netconf('no hello', { hello: '' }, 'timed-out'),
	netconf('a hello that is no XML', { hello: '<hello>]]>]]>' }, 'incomplete'),
	netconf('a chunk that never comes', { raw: '\n#99999\nhalf' }, 'timed-out'),
	netconf('half a chunk', { raw: '\n#99999\nhalf', hangsUp: true }, 'incomplete'),
	netconf('a chunk without a size', { raw: '\n#x\n<rpc-reply/>\n##\n' }, 'incomplete'),
	netconf('a reply to another question', { raw: '\n#31\n<rpc-reply message-id="9999"/>\n##\n' }, 'incomplete'),
	netconf('an error', { replies: {} }, 'command-rejected'),
	netconf('a config that is cut', { replies: { 'get-configuration': inReply(CUT) } }, 'incomplete'),
	netconf('invalid UTF-8', (config) => ({ raw: inOneChunk(withInvalidUtf8(inFirstReply(config))) }), 'drifted'),
	netconf('a letter a second', (config) => ({ drips: `\n#99999\n${inFirstReply(config)}` }), 'timed-out'),
	netconf(
		'a clock that jumps',
		(config) => {
			const shown = (): string => inReply(`## Last commit: ${jumpingTime()} UTC by anna\n${config}`);
			return { replies: { 'get-configuration': shown } };
		},
		'in-sync',
	),
	netconf('the end of a message in the config', { raw: inOneChunk('<rpc-reply>]]>]]></rpc-reply>') }, 'incomplete'),
	netconf('another hello in place of an answer', { raw: '<hello/>]]>]]>' }, 'incomplete'),
	netconf('a terminal in place of NETCONF', { raw: '\u0000\u00ff\u001b[2J\n#1' }, 'incomplete'),
	netconf('random bytes', { raw: NOISE }, 'incomplete'),
	netconf('random bytes in a whole frame', { raw: inOneChunk(NOISE) }, 'incomplete'),
];

type RestAnswer = NonNullable<Trouble['rest']>;

const rest = (name: string, answer: RestAnswer, ...comesTo: Row['comesTo']): Row => ({
	name,
	trouble: { rest: answer },
	comesTo,
});
const status = (code: number, reason: Reason): Row =>
	rest(`status ${code}`, (response) => json(response, {}, code), reason);

const REST: readonly Row[] = [
	...[401, 403].map((code) => status(code, 'auth-failed')),
	...[400, 404, 405, 429, 500, 502, 503].map((code) => status(code, 'command-rejected')),
	rest(
		'a redirect',
		(response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
		'command-rejected',
	),
	rest('no answer', () => {}, 'timed-out'),
	rest('an answer without an end', (response) => response.writeHead(200).write('{"result":['), 'timed-out'),
	rest(
		'half an answer',
		(response, config) => response.writeHead(200).write(config.slice(0, 900), () => response.destroy()),
		'incomplete',
	),
	rest(
		'a config that is cut',
		(response, config) => json(response, { result: [{}, { output: config.replace(/end\n$/u, '') }] }),
		'incomplete',
	),
	rest('a page in place of JSON', (response) => response.end('<html>login</html>'), 'command-rejected'),
	rest('JSON of another shape', (response) => json(response, { result: 'x' }), 'incomplete'),
	rest('an error of the API', (response) => json(response, { error: { message: 'no' } }), 'command-rejected'),
	rest('random bytes', (response) => response.end(NOISE), 'incomplete'),
	rest('invalid UTF-8', (response) => response.end(Buffer.from([0x7b, 0xff, 0xfe, 0x22])), 'incomplete'),
	rest(
		'invalid UTF-8 in a whole answer',
		(response, config) => response.end(withInvalidUtf8(JSON.stringify({ result: [{}, { output: config }] }))),
		'drifted',
	),
	rest(
		'a letter a second',
		(response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			drip(response, '{"result": [{}, {"output": "');
		},
		'timed-out',
	),
	rest(
		'a clock that jumps',
		(response, config) => {
			response.setHeader('date', `${jumpingTime()} UTC`);
			const header = `! Startup-config last modified at ${jumpingTime()} by anna\n`;
			json(response, { result: [{}, { output: header + config }] });
		},
		'in-sync',
	),
];

/** Over every way. */
const DOOR: readonly Row[] = [
	{ name: 'a port that refuses', trouble: { door: 'shut' }, comesTo: ['unreachable'] },
	{ name: 'a key of another', trouble: { door: 'of another' }, comesTo: ['host-key-mismatch'] },
	{ name: 'a refused login', trouble: { door: 'no entry' }, comesTo: ['auth-failed'] },
];

/** Everything that can go wrong on a way. */
export function rowsOf({ name }: Pick<Way, 'name'>): readonly Row[] {
	const own = { shell: [...SESSION, ...SHELL], exec: SESSION, netconf: NETCONF, rest: REST } as const;
	// Over HTTPS an answer of which nothing came is no session yet.
	const lines =
		name === 'rest'
			? [...lineRows('unreachable'), ...sentRows('unreachable', 'unreachable')]
			: [...lineRows('incomplete'), ...sentRows('auth-failed', 'incomplete')];
	return [...DOOR, ...lines, ...own[name]];
}
