import { describe, expect, it } from 'vitest';
import { readAs } from '../../../src/domain/platform/text-form.ts';
import { findIncompleteness } from '../../support/at-once.ts';
import { platformOf } from '../../support/platform-of.ts';
import { fetchRest } from '../../support/rest/fetch-rest.ts';
import { type Answer, json, startRestServer } from '../../support/rest/rest-server.ts';
import { testCredentials } from '../../support/ssh/ssh-fixtures.ts';

const CONFIG =
	'! Command: show running-config\nhostname edge-01\n!\ninterface Ethernet1\n   description "ä {token}"\n!\nend\n';
const BASIC = `Basic ${Buffer.from('audit:open sesame').toString('base64')}`;

/** As the APIs of both do: a login page's worth of nothing without the right header. */
const behindLogin =
	(answer: Answer): Answer =>
	(request, response, number) =>
		request.headers.authorization === BASIC ? answer(request, response, number) : json(response, {}, 401);

describe('eAPI of arista_eos', () => {
	const platform = platformOf('arista_eos');
	const results = (...result: readonly unknown[]) => ({ jsonrpc: '2.0', id: 'fleet-drift', result });

	it('is asked for the text of the running-config, at once privileged', async () => {
		await using server = await startRestServer(
			behindLogin((_, response) => json(response, results({}, { output: CONFIG }))),
		);

		expect(await fetchRest(server, { platform })).toEqual({ text: CONFIG, session: { handshakes: 1, commands: 1 } });
		expect(server.requests).toMatchObject([{ method: 'POST', url: '/command-api' }]);
		expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({
			method: 'runCmds',
			params: { format: 'text', cmds: [{ cmd: 'enable', input: 'open sesame' }, 'show running-config'] },
		});
		await expect.poll(() => server.open).toBe(0);
	});

	it('that refuses the enable password refuses the login', async () => {
		const message = "CLI command 1 of 2 'enable' failed: permission to run command denied";
		await using server = await startRestServer((_, response) => json(response, { error: { code: 1005, message } }));

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining(`refused the login: ${message}. Check the credentials`),
		});
		expect(server.requests).toHaveLength(1);
	});

	it('is given the enable password where there is one', async () => {
		await using server = await startRestServer((_, response) => json(response, results({}, { output: CONFIG })));
		const credentials = testCredentials({ enable: '"quoted"' });

		await fetchRest(server, { platform, connection: { credentials } });

		expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({
			params: { cmds: [{ cmd: 'enable', input: '"quoted"' }, 'show running-config'] },
		});
	});

	it('refuses in its own words', async () => {
		const error = { code: 1002, message: "CLI command 2 of 2 'show running-config' failed: permission\r\n denied" };
		await using server = await startRestServer((_, response) => json(response, { jsonrpc: '2.0', error }));

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			reachable: true,
			message: expect.stringContaining("CLI command 2 of 2 'show running-config' failed: permission denied"),
		});
	});
});

describe('NX-API of cisco_nxos', () => {
	const platform = platformOf('cisco_nxos');
	const output = (fields: object) => ({ ins_api: { type: 'cli_show_ascii', outputs: { output: fields } } });

	it('is asked for what the terminal would show', async () => {
		const served = output({ input: 'show running-config', msg: 'Success', code: '200', body: `\n${CONFIG}` });
		await using server = await startRestServer(behindLogin((_, response) => json(response, served)));

		expect(await fetchRest(server, { platform })).toMatchObject({ text: CONFIG });
		expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/ins' });
	});

	it.each([
		[
			'in its own words',
			{ clierror: '% Permission denied for the role\n', code: '400' },
			'Permission denied for the role',
		],
		['by its message', { code: '413', msg: 'Output is too large' }, 'rejected POST /ins: Output is too large'],
		['by its code alone', { body: '', code: '501' }, 'code is not 200'],
	])('refuses %s', async (_, fields, said) => {
		await using server = await startRestServer((_request, response) => json(response, output(fields)));

		await expect(fetchRest(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining(said),
		});
	});
});

describe('XML API of paloalto_panos', () => {
	it('takes a key that the user made, in a header, and then asks for none', async () => {
		const platform = platformOf('paloalto_panos');
		const credentials = testCredentials({ username: '', password: null, token: 'LUFRPT1hunter2=' });
		await using server = await startRestServer((_, response) =>
			response.end('<response status="success"><result><config><a/></config></result></response>'),
		);

		expect(await fetchRest(server, { platform, connection: { credentials } })).toMatchObject({
			text: '<config><a/></config>',
		});
		expect(server.requests).toMatchObject([{ url: '/api/', headers: { 'x-pan-key': 'LUFRPT1hunter2=' } }]);
	});

	it.each([
		['<msg><line>Unauthorized request</line></msg>', 'Unauthorized request'],
		['<msg>show is not allowed</msg>', 'show is not allowed'],
		['', '/response/@status is not success'],
	])('refuses with a good status and %s', async (inside, said) => {
		const platform = platformOf('paloalto_panos');
		const credentials = testCredentials({ username: '', password: null, token: 'key' });
		await using server = await startRestServer((_, response) =>
			response.end(`<response status="error" code="17">${inside}</response>`),
		);

		await expect(fetchRest(server, { platform, connection: { credentials } })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining(said),
		});
	});
});

describe('REST API of mikrotik_routeros', () => {
	it.each([
		['a script that failed', 'bad command name export (line 1 column 2)'],
		['an export that was cut', '# 2026-01-05 by RouterOS 7.16\n/ip address\nadd address=192.0.2.1/24 inter'],
		['nothing', ''],
	])('that answers with %s and a good status is not taken for whole', async (_, ret) => {
		const platform = platformOf('mikrotik_routeros');
		await using server = await startRestServer((_request, response) => json(response, { ret }));

		const { text } = await fetchRest(server, { platform });

		expect(findIncompleteness(text, readAs(platform, 'rest'))).not.toBeNull();
	});
});
