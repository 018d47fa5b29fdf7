import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Credentials } from '../../../src/domain/connection.ts';
import { type Answer, json, type ReceivedRequest } from './rest-server.ts';

/** The API of a system, written from its vendor's documents and apart from the rules that talk to it. */
export interface RestApi {
	readonly credentials: Partial<Credentials>;
	/** What must never leave the device but by a header or a body. */
	readonly secrets: readonly string[];
	/** Path of the login; null: every request proves itself. */
	readonly login: string | null;
	readonly logout: string | null;
	/** Requests of a fetch that goes well: `POST /login`. */
	readonly requests: readonly string[];
	/** The text that a fetch brings home. */
	readonly config: string;
	/** Answers to a refused request in the API's own way. */
	readonly refuse: (response: ServerResponse) => void;
	/** The body that the config comes in, and its type. */
	readonly body: string;
	readonly mediaType: string;
	/** Answers to anything but the request for the config; true: done. */
	readonly serves: (request: ReceivedRequest, response: ServerResponse) => boolean;
	readonly isAuthorised: (request: ReceivedRequest) => boolean;
	/** What a request for what runs says, in its URL or its body: never the candidate. */
	readonly asksFor: RegExp;
}

const fixture = (path: string): string =>
	readFileSync(new URL(`../../platforms/${path}`, import.meta.url), 'utf8').replaceAll('\r', '');

const USER = 'audit';
const PASSWORD = 'open sesame hunter2';
const TOKEN = 'token-hunter3';
const SESSION = 'session-hunter4';
const BASIC = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
const byPassword = { username: USER, password: PASSWORD };
const byToken = { username: '', password: null, token: TOKEN };
const pathOf = ({ method, url }: ReceivedRequest): string => `${method} ${url.split('?', 1)[0]}`;
const formOf = ({ body }: ReceivedRequest): Readonly<Record<string, string>> =>
	Object.fromEntries(new URLSearchParams(body));
const nothing = (): boolean => false;

/** What most of them have in common. */
const basic: Pick<RestApi, 'credentials' | 'secrets' | 'login' | 'logout' | 'serves' | 'isAuthorised' | 'refuse'> = {
	credentials: byPassword,
	secrets: [PASSWORD, BASIC],
	login: null,
	logout: null,
	serves: nothing,
	isAuthorised: ({ headers }) => headers.authorization === BASIC,
	refuse: (response) => json(response, { error: 401, message: 'Unauthorized' }, 401),
};

const eos = fixture('arista_eos/in-sync/running.cfg');
const nxos = fixture('cisco_nxos/in-sync/running.cfg').replace(/^\n+/, '');
const fortios = fixture('fortinet/in-sync/running.cfg');
const routeros = `${fixture('mikrotik_routeros/in-sync/running.cfg')}# end of export\n`;
const gaia = `${fixture('checkpoint_gaia/in-sync/running.cfg')}# end of configuration\n`;
const panos = fixture('paloalto_panos/rest/in-sync/running.xml');
const aoscx = fixture('aruba_aoscx/rest/in-sync/running.json');
const iosxe = fixture('cisco_xe/rest/in-sync/running.json');
const vyos: unknown = JSON.parse(fixture('vyos/rest/in-sync/running.json'));

/** By platform; a test tells a platform with rules for REST that is not here. */
export const restApis: Readonly<Record<string, RestApi>> = {
	arista_eos: {
		...basic,
		asksFor: /"show running-config"/,
		requests: ['POST /command-api'],
		config: eos,
		body: JSON.stringify({ jsonrpc: '2.0', id: 'x', result: [{}, { output: eos }] }),
		mediaType: 'application/json',
	},
	cisco_nxos: {
		...basic,
		asksFor: /"cli_show_ascii".*"show running-config"/,
		requests: ['POST /ins'],
		config: nxos,
		body: JSON.stringify({ ins_api: { outputs: { output: { body: nxos, code: '200', msg: 'Success' } } } }),
		mediaType: 'text/json',
	},
	cisco_xe: {
		...basic,
		asksFor: /\/restconf\/data\/Cisco-IOS-XE-native:native$/m,
		requests: ['GET /restconf/data/Cisco-IOS-XE-native:native'],
		config: iosxe,
		body: iosxe,
		mediaType: 'application/yang-data+json',
		isAuthorised: ({ headers }) => headers.authorization === BASIC && headers.accept === 'application/yang-data+json',
		refuse: (response) => {
			const error = { 'error-type': 'protocol', 'error-tag': 'access-denied' };
			json(response, { 'ietf-restconf:errors': { error: [error] } }, 401);
		},
	},
	mikrotik_routeros: {
		...basic,
		asksFor: /"as-string":"".*"\/export\\n:put /,
		requests: ['POST /rest/execute'],
		config: routeros,
		body: JSON.stringify({ ret: routeros.replaceAll('\n', '\r\n') }),
		mediaType: 'application/json',
	},
	fortinet: {
		...basic,
		asksFor: /"destination":"file","scope":"global"/,
		credentials: byToken,
		secrets: [TOKEN],
		requests: ['POST /api/v2/monitor/system/config/backup'],
		config: fortios,
		body: fortios,
		mediaType: 'application/octet-stream',
		isAuthorised: ({ headers }) => headers.authorization === `Bearer ${TOKEN}`,
		refuse: (response) => response.writeHead(401, { 'content-type': 'text/html' }).end('<html>Unauthorized'),
	},
	vyos: {
		...basic,
		asksFor: /"op": "showConfig", "path": \[\]/,
		credentials: byToken,
		secrets: [TOKEN],
		requests: ['POST /retrieve'],
		config: JSON.stringify(vyos, null, 2),
		body: JSON.stringify({ success: true, data: vyos, error: null }),
		mediaType: 'application/json',
		isAuthorised: (request) => formOf(request).key === TOKEN && formOf(request).data?.includes('showConfig') === true,
		refuse: (response) => json(response, { success: false, error: 'Valid API key is required', data: null }, 401),
	},
	aruba_aoscx: {
		...basic,
		asksFor: /fullconfigs\/running-config/,
		secrets: [PASSWORD, SESSION],
		login: '/rest/v10.04/login',
		logout: '/rest/v10.04/logout',
		requests: ['POST /rest/v10.04/login', 'GET /rest/v10.04/fullconfigs/running-config', 'POST /rest/v10.04/logout'],
		config: aoscx,
		body: aoscx,
		mediaType: 'application/json',
		serves: (request, response) => {
			if (pathOf(request) === 'POST /rest/v10.04/login') {
				const { username, password } = formOf(request);
				if (username !== USER || password !== PASSWORD) response.writeHead(401).end('Login failed');
				else response.writeHead(200, { 'set-cookie': `id=${SESSION}; Path=/; HttpOnly; Secure` }).end();
				return true;
			}
			if (pathOf(request) !== 'POST /rest/v10.04/logout') return false;
			response.writeHead(request.headers.cookie === `id=${SESSION}` ? 200 : 401).end();
			return true;
		},
		isAuthorised: ({ headers }) => headers.cookie === `id=${SESSION}`,
		refuse: (response) => response.writeHead(401).end('Authorization Required'),
	},
	paloalto_panos: {
		...basic,
		asksFor: /type=op&cmd=<show><config><running><\/running><\/config><\/show>/,
		secrets: [PASSWORD, SESSION],
		login: '/api/',
		logout: null,
		requests: ['POST /api/', 'POST /api/'],
		config: panos.trim(),
		body: `<response status="success"><result>${panos.trim()}</result></response>`,
		mediaType: 'application/xml; charset=UTF-8',
		serves: (request, response) => {
			const { type, user, password } = formOf(request);
			if (type !== 'keygen') return false;
			const isRight = user === USER && password === PASSWORD;
			response.writeHead(isRight ? 200 : 403, { 'content-type': 'application/xml; charset=UTF-8' });
			response.end(
				isRight
					? `<response status = 'success'><result><key>${SESSION}</key></result></response>`
					: "<response status = 'error' code = '403'><result><msg>Invalid Credential</msg></result></response>",
			);
			return true;
		},
		isAuthorised: ({ headers }) => headers['x-pan-key'] === SESSION,
		refuse: (response) => {
			response.writeHead(403, { 'content-type': 'application/xml' });
			response.end('<response status="error" code="403"><result><msg>Invalid credentials.</msg></result></response>');
		},
	},
	checkpoint_gaia: {
		...basic,
		asksFor: /"task-id"/,
		secrets: [PASSWORD, SESSION],
		login: '/gaia_api/login',
		logout: '/gaia_api/logout',
		requests: [
			'POST /gaia_api/login',
			'POST /gaia_api/run-script',
			'POST /gaia_api/show-task',
			'POST /gaia_api/logout',
		],
		config: gaia,
		body: JSON.stringify({
			tasks: [
				{
					status: 'succeeded',
					'progress-percentage': 100,
					'task-details': [{ output: Buffer.from(gaia).toString('base64'), error: '', 'return-value': 0 }],
				},
			],
		}),
		mediaType: 'application/json',
		serves: (request, response) => {
			const isOpen = request.headers['x-chkp-sid'] === SESSION;
			switch (pathOf(request)) {
				case 'POST /gaia_api/login': {
					const { user, password } = JSON.parse(request.body) as Readonly<Record<string, string>>;
					if (user === USER && password === PASSWORD) json(response, { sid: SESSION, 'session-timeout': 600 });
					else json(response, { code: 'err_login_failed', message: 'Authentication to server failed.' }, 400);
					return true;
				}
				case 'POST /gaia_api/run-script':
					if (!isOpen || !request.body.includes('clish -c \\"show configuration\\"')) return false;
					json(response, { 'task-id': '63c53f94' });
					return true;
				case 'POST /gaia_api/logout':
					json(response, { message: 'OK' }, isOpen ? 200 : 401);
					return true;
				default:
					return false;
			}
		},
		isAuthorised: ({ headers, body }) => headers['x-chkp-sid'] === SESSION && body === '{"task-id":"63c53f94"}',
		refuse: (response) => json(response, { code: 'err_expired_session', message: 'Wrong session id' }, 401),
	},
};

/** An API that works; `instead` answers to the request for the config, where a test says something else. */
export function apiAnswer(api: RestApi, instead?: Answer): Answer {
	return (request, response, number) => {
		if (api.serves(request, response)) return;
		if (!api.isAuthorised(request)) return api.refuse(response);
		const said = `${request.url}\n${decodeURIComponent(request.body.replaceAll('+', ' '))}`;
		if (!api.asksFor.test(said)) return json(response, { error: 'this is not what runs' }, 400);
		if (instead !== undefined) return instead(request, response, number);
		response.writeHead(200, { 'content-type': api.mediaType }).end(api.body);
	};
}
