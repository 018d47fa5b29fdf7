import { connect } from 'node:net';
import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import type { NetconfRules } from '../../../src/domain/platform/netconf-rules.ts';
import { seededRandom } from '../../../src/simulator/faults/random.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { fetchNetconf, startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { testBastion } from '../../support/ssh/fetch-fleet.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { randomPieces } from '../../support/ssh/pieces.ts';
import { testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = `## Last commit: 2026-11-01 10:00:00 UTC by anna
system {
    host-name edge-01;
    login {
        message "<b>]]&gt; \\"ä\\" & more</b>";
    }
}
`;
const escaped = CONFIG.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const configuration = (text: string): string =>
	`<configuration-text xmlns="http://xml.juniper.net/xnm/1.1/xnm">\n${text}</configuration-text>`;
const REPLIES = { 'get-configuration': configuration(escaped) };
const byByte = (text: string): Iterable<string> => text;

describe('a config', () => {
	it.each([
		['1.0', { versions: ['1.0'] }],
		['1.1', { versions: ['1.1'] }],
		['1.1 where both are known', {}],
		['1.0, byte by byte', { versions: ['1.0'], split: byByte }],
		['1.1, byte by byte', { split: byByte }],
		['1.1, in chunks of one character', { chunkSize: 1 }],
		['1.1, in chunks of seven, cut anywhere', { chunkSize: 7, split: randomPieces(seededRandom(7), 5) }],
	] as const)('comes whole over NETCONF %s', async (_, script) => {
		await using server = await startNetconfServer({ replies: REPLIES, ...script });

		expect(await fetchNetconf(server)).toEqual({ text: CONFIG, session: { handshakes: 1, commands: 1 } });
		await expect.poll(() => server.open).toBe(0);
	});

	it('is asked for from what is committed, and nothing else is', async () => {
		await using server = await startNetconfServer({ replies: REPLIES });

		await fetchNetconf(server);

		expect(server.logs[0]?.operations).toEqual(['get-configuration', 'close-session']);
		expect(server.logs[0]?.messages[1]).toContain('<get-configuration database="committed" format="text"/>');
		expect(server.attempts).toEqual(['password']);
	});

	it('of another platform comes as XML, with one root around all models', async () => {
		const netconf: NetconfRules = {
			yields: 'xml',
			request: '<get-config><source><running/></source></get-config>',
			text: '/rpc-reply/data',
			enabledBy: 'netconf on',
		};
		const models = '<top xmlns="urn:x">\n  <a b="1>0">x &amp; y</a>\n</top>\n<other xmlns="urn:y"/>';
		await using server = await startNetconfServer({
			replies: { 'get-config': `<nc:data xmlns:nc="urn:z">${models}</nc:data>` },
		});

		expect((await fetchNetconf(server, { platform: { ...testPlatform(), netconf } })).text).toBe(
			`<data>${models}</data>\n`,
		);
	});

	it('comes with a warning', async () => {
		const warning = '<rpc-error><error-severity>warning</error-severity></rpc-error>';
		await using server = await startNetconfServer({
			replies: { 'get-configuration': `${warning}${configuration(escaped)}` },
		});

		expect((await fetchNetconf(server)).text).toBe(CONFIG);
	});

	it('of 20 MB comes in time', async () => {
		const big = `system {\n${'    host-name edge-01; ## a line of the usual length\n'.repeat(400_000)}}\n`;
		await using server = await startNetconfServer({ replies: { 'get-configuration': configuration(big) } });
		const cpuMs = cpuTime();

		expect((await fetchNetconf(server)).text).toHaveLength(big.length);
		expect(cpuMs()).toBeLessThan(15_000);
	});

	it('comes through a bastion', async () => {
		await using device = await startNetconfServer({ replies: REPLIES });
		await using bastion = await startSshServer({
			login: passwordLogin('jump password'),
			forward: (to, accept) => {
				const channel = accept();
				channel.pipe(connect(to.destPort, to.destIP)).pipe(channel);
			},
		});

		expect(await fetchNetconf(device, { connection: { bastion: testBastion(bastion) } })).toEqual({
			text: CONFIG,
			session: { handshakes: 2, commands: 1 },
		});
	});
});

describe('a device', () => {
	const error = (tag: string, message: string): string =>
		`<rpc-error><error-type>application</error-type><error-tag>${tag}</error-tag>` +
		`<error-severity>error</error-severity><error-message>${message}</error-message></rpc-error>`;
	const rejects =
		(script: Parameters<typeof startNetconfServer>[0], expected: object, timeouts = {}) =>
		async () => {
			await using server = await startNetconfServer(script);

			const failure = await fetchNetconf(server, { connection: { timeouts } }).catch((error: unknown) => error);

			expect(failure).toMatchObject({ name: 'DeviceError', reachable: true, ...expected });
			expect(failure).toMatchObject({ message: expect.stringMatching(/^127\.0\.0\.1:\d+ /) });
			await expect.poll(() => server.open).toBe(0);
		};
	const saying = (code: string, says: string) => ({ code, message: expect.stringContaining(says) });
	const inChunk = (text: string): string => `\n#${text.length}\n${text}\n##\n`;
	const raw = (text: string, hangsUp = false) => ({ replies: {}, raw: text, hangsUp });

	it(
		'that denies access is quoted',
		rejects(
			{ replies: { 'get-configuration': error('access-denied', '\n  permission\x1b denied\n') } },
			saying('ERR_COMMAND_REJECTED', 'access-denied: permission denied. Give the account the right'),
		),
	);

	it(
		'that does not know the request is quoted',
		rejects({ replies: {} }, saying('ERR_COMMAND_REJECTED', 'operation-not-supported: get-configuration is not known')),
	);

	it(
		'that answers without a config is incomplete',
		rejects({ replies: { 'get-configuration': '<ok/>' } }, saying('ERR_INCOMPLETE', 'without a config')),
	);

	it.each<[string, Parameters<typeof startNetconfServer>[0], string]>([
		['hangs up in the middle of a chunk', raw('\n#400\n<rpc-reply>', true), 'ended the NETCONF session'],
		['hangs up between two chunks', raw('\n#11\n<rpc-reply>', true), 'ended the NETCONF session'],
		['cuts the document', raw(inChunk('<rpc-reply><configuration-text>a {')), 'is not XML'],
		['sends no chunk', raw('hello?'), 'does not begin with its size'],
		['sends a chunk of a billion bytes', raw('\n#999999999\n'), 'larger than 64 MiB'],
		['sends a size that is none', raw('\n#-1\n'), 'does not begin with its size'],
		['sends a size with leading zeros', raw('\n#007\nabcdefg'), 'does not begin with its size'],
		['sends a size without end', raw(`\n#${'9'.repeat(1_000)}`), 'does not begin with its size'],
		['sends a message without a chunk', raw('\n##\n'), 'a message has no chunk'],
		['declares a document type', raw(inChunk('<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')), 'declares a document type'],
		['begins with something else', { replies: {}, hello: 'Last login: today]]>]]>' }, 'its hello is not XML'],
		['begins with another document', { replies: {}, hello: '<rpc-reply/>]]>]]>' }, 'does not begin with a hello'],
		['begins without an end', { replies: {}, hello: 'x'.repeat(5 * 1024 * 1024) }, 'larger than 4 MiB'],
		['speaks NETCONF of another age', { replies: {}, versions: [] }, 'no version of NETCONF'],
	])('that %s is incomplete', async (_, script, says) => {
		await rejects(script, saying('ERR_INCOMPLETE', says))();
	});

	it.each<[string, Parameters<typeof startNetconfServer>[0], string]>([
		[
			'before its hello',
			{ replies: {}, hello: '' },
			'did not finish the NETCONF hello within 0.3 s. Raise timeouts.auth',
		],
		['in the middle of its hello', { replies: {}, hello: '<hello>' }, 'did not finish the NETCONF hello within 0.3 s'],
		['before its answer', raw(''), 'went silent for 0.3 s during <get-configuration>. Raise timeouts.idle'],
		['in the middle of its answer', raw('\n#400\n<rpc-reply>'), 'went silent for 0.3 s during <get-configuration>'],
	])('that goes silent %s is timed out', async (_, script, says) => {
		await rejects(script, saying('ERR_TIMEOUT', says), { authMs: 300, idleMs: 300 })();
	});

	it.each<[string, (channel: ServerChannel) => void, string]>([
		['without a word', () => undefined, 'without a hello. Look there for idle sessions'],
		[
			'with a reason',
			(channel) => channel.write('Maximum number of\r\n sessions reached\n'),
			'without a hello and said: Maximum number of sessions reached. Look there',
		],
		[
			'with a reason where errors go',
			(channel) => channel.stderr.write('no session left\n'),
			'without a hello and said: no session left. Look there',
		],
		[
			'behind its hello',
			(channel) =>
				channel.write(
					'<hello><capabilities><capability>urn:ietf:params:netconf:base:1.0</capability></capabilities></hello>]]>]]>',
				),
			'before its answer was complete',
		],
	])('that ends the session %s is quoted, because its sessions may be used up', async (_, greet, says) => {
		const subsystem = (__: string, channel: ServerChannel): void => {
			greet(channel);
			channel.close();
		};
		await using server = await startNetconfServer({ replies: {} }, { subsystem });

		await expect(fetchNetconf(server)).rejects.toMatchObject({
			reachable: true,
			...saying('ERR_INCOMPLETE', says),
		});
	});

	it(
		'that says an error as output is not believed what stands beside it',
		rejects(
			{ replies: { 'get-configuration': `<output>\nerror: permission denied\n</output>${configuration(escaped)}` } },
			saying('ERR_COMMAND_REJECTED', 'refused the request: error: permission denied. Check'),
		),
	);

	it('that is slow but not silent is waited for', async () => {
		await using server = await startNetconfServer(
			{ replies: {} },
			{
				subsystem: (_, channel) => {
					const hello =
						'<hello><capabilities><capability>urn:ietf:params:netconf:base:1.0</capability></capabilities></hello>';
					channel.write(`${hello}]]>]]>`);
					const pieces = [`<rpc-reply>${configuration(escaped)}`, '</rpc-reply>', ']]>', ']]>'];
					for (const [index, piece] of pieces.entries()) setTimeout(() => channel.write(piece), 300 * (index + 1));
				},
			},
		);

		expect((await fetchNetconf(server, { connection: { timeouts: { idleMs: 1_000 } } })).text).toBe(CONFIG);
	});

	it('without NETCONF says how to switch it on', async () => {
		await using server = await startSshServer({ login: passwordLogin('open sesame') });

		await expect(fetchNetconf(server)).rejects.toMatchObject(
			saying('ERR_COMMAND_REJECTED', 'Switch it on ("set system services netconf ssh")'),
		);
	});

	it('that refuses the login is asked once', async () => {
		await using server = await startNetconfServer({ replies: REPLIES }, { login: passwordLogin('another') });

		await expect(fetchNetconf(server)).rejects.toMatchObject({ code: 'ERR_AUTHENTICATION', reachable: false });
		expect(server.attempts).toEqual(['password']);
	});

	it('with another host key is not talked to', async () => {
		await using server = await startNetconfServer({ replies: REPLIES });
		const hostKey = `SHA256:${'A'.repeat(43)}`;

		await expect(fetchNetconf(server, { connection: { hostKey } })).rejects.toMatchObject({ code: 'ERR_HOST_KEY' });
		expect(server.logs).toEqual([]);
	});
});
