import type { UnknownReason } from '../../../src/errors.ts';
import type { LineFault } from '../../../src/simulator/faults/line-fault.ts';
import { json } from '../rest/rest-server.ts';
import type { Trouble, Way } from './ways.ts';

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

const netconf = (name: string, script: NonNullable<Trouble['netconf']>, ...comesTo: Row['comesTo']): Row => ({
	name,
	trouble: { netconf: script },
	comesTo,
});

/** Braces that stay open. */
const CUT = 'system {\n    host-name cut;\n}\ninterfaces {\n    ge-0/0/0 {\n';

const inOneChunk = (text: string): string => `\n#${text.length}\n${text}\n##\n`;

const NETCONF: readonly Row[] = [
	netconf('no hello', { hello: '' }, 'timed-out'),
	netconf('a hello that is no XML', { hello: '<hello>]]>]]>' }, 'incomplete'),
	netconf('a chunk that never comes', { raw: '\n#99999\nhalf' }, 'timed-out'),
	netconf('half a chunk', { raw: '\n#99999\nhalf', hangsUp: true }, 'incomplete'),
	netconf('a chunk without a size', { raw: '\n#x\n<rpc-reply/>\n##\n' }, 'incomplete'),
	netconf('a reply to another question', { raw: '\n#31\n<rpc-reply message-id="9999"/>\n##\n' }, 'incomplete'),
	netconf('an error', { replies: {} }, 'command-rejected'),
	{
		name: 'a config that is cut',
		trouble: { netconf: { replies: { 'get-configuration': `<configuration-text>${CUT}</configuration-text>` } } },
		comesTo: ['incomplete'],
	},
	netconf('the end of a message in the config', { raw: inOneChunk('<rpc-reply>]]>]]></rpc-reply>') }, 'incomplete'),
	netconf('another hello in place of an answer', { raw: '<hello/>]]>]]>' }, 'incomplete'),
	netconf('random bytes', { raw: '\u0000\u00ff\u001b[2J\n#1' }, 'incomplete'),
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
	rest('invalid UTF-8', (response) => response.end(Buffer.from([0x7b, 0xff, 0xfe, 0x22])), 'incomplete'),
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
